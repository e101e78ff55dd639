using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of standards and of what fulfils them.</summary>
internal static class StandardReads
{
    private const string One = "SELECT content FROM standard WHERE owner = ?1 AND version = ?2";
    private const string Newest = "SELECT version, at FROM standard WHERE owner = ?1 ORDER BY version DESC LIMIT 1";
    private const string Aside = "SELECT unit, item, reason FROM set_aside WHERE ?1 = '' OR unit = ?1 ORDER BY unit, item";
    private const string Of = "SELECT DISTINCT catalog, item FROM entry WHERE catalog = ?1 AND item <> '' AND hash IS NOT NULL ORDER BY catalog, item";
    private const string All = "SELECT DISTINCT catalog, item FROM entry WHERE item <> '' AND hash IS NOT NULL ORDER BY catalog, item";

    public static StandardCatalog? Standard(Reader reader, StandardVersion version) => Reader.One(reader.Query(One).Bind(1, version.Owner.Value).Bind(2, version.Version), row =>
    {
        using var document = JsonDocument.Parse(row.Blob(0));
        return StandardJson.Read(document.RootElement);
    });

    public static ImmutableArray<(StandardVersion Of, DateTimeOffset At)> Latest(Reader reader, ImmutableArray<UnitId> owners) =>
        [.. owners.SelectMany(owner => Reader.All(reader.Query(Newest).Bind(1, owner.Value), row => (new StandardVersion(owner, row.Int32(0)), Columns.Moment(row, 1))))];

    public static ImmutableArray<(UnitId Unit, string Item, string Reason)> SetAside(Reader reader, UnitId? unit) =>
        Reader.All(reader.Query(Aside).Bind(1, unit?.Value ?? ""), row => (UnitId.Parse(row.Text(0)), row.Text(1), row.Text(2)));

    public static ImmutableArray<(UnitId Unit, string Item)> Fulfilled(Reader reader, UnitId? unit) =>
        Reader.All(unit is null ? reader.Query(All) : reader.Query(Of).Bind(1, unit.Value), row => (UnitId.Parse(row.Text(0)), row.Text(1)));
}
