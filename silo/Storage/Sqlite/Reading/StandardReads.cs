using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of standards and of what fulfils them.</summary>
internal static class StandardReads
{
    private const string One = "SELECT content FROM standard WHERE owner = ?1 AND version = ?2";
    private const string Index = "SELECT version, at, title, base_owner, base_version, items, hash FROM standard WHERE owner = ?1 ORDER BY version DESC LIMIT ?2";
    private const string Aside = "SELECT item, reason FROM set_aside WHERE unit = ?1 ORDER BY item";

    // From item to item along the index: the cost is that of the items, not of the entries, of which an item may have thousands.
    private const string Items =
        """
        WITH RECURSIVE found(item) AS (
            SELECT min(item) FROM entry WHERE catalog = ?1 AND item <> '' AND hash IS NOT NULL AND validity <= 1
            UNION ALL
            SELECT (SELECT min(item) FROM entry WHERE catalog = ?1 AND item > found.item AND item <> '' AND hash IS NOT NULL AND validity <= 1)
            FROM found WHERE found.item IS NOT NULL)
        SELECT item FROM found WHERE item IS NOT NULL
        """;

    public static StandardCatalog? Standard(Reader reader, StandardVersion version) => Reader.One(reader.Query(One).Bind(1, version.Owner.Value).Bind(2, version.Version), row =>
    {
        using var document = JsonDocument.Parse(row.Blob(0));
        return StandardJson.Read(document.RootElement);
    });

    public static ImmutableArray<StandardRow> Versions(Reader reader, UnitId owner) => Rows(reader, owner, -1);

    public static ImmutableArray<StandardRow> Latest(Reader reader, ImmutableArray<UnitId> owners) => [.. owners.SelectMany(owner => Rows(reader, owner, 1))];

    public static ImmutableArray<(UnitId Unit, string Item, string Reason)> SetAside(Reader reader, ImmutableArray<UnitId> units) =>
        [.. units.SelectMany(unit => Reader.All(reader.Query(Aside).Bind(1, unit.Value), row => (unit, row.Text(0), row.Text(1))))];

    public static ImmutableArray<(UnitId Unit, string Item)> Fulfilled(Reader reader, ImmutableArray<UnitId> units) =>
        [.. units.SelectMany(unit => Reader.All(reader.Query(Items).Bind(1, unit.Value), row => (unit, row.Text(0))))];

    private static ImmutableArray<StandardRow> Rows(Reader reader, UnitId owner, int most) => Reader.All(reader.Query(Index).Bind(1, owner.Value).Bind(2, most), row => new StandardRow(
        new StandardVersion(owner, row.Int32(0)), row.Text(2), row.IsNull(3) ? null : new StandardVersion(UnitId.Parse(row.Text(3)), row.Int32(4)), row.Int32(5), Digest.From(row.Blob(6)),
        Columns.Moment(row, 1)));
}
