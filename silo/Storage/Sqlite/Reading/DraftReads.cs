using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of entries before they are public.</summary>
internal static class DraftReads
{
    private const string One = "SELECT * FROM draft WHERE unit = ?1 AND entry = ?2";
    private const string OfWork = "SELECT * FROM draft WHERE unit = ?1 AND tasks <> '' AND (at, entry) > (?2, ?3) ORDER BY at, entry LIMIT ?4";
    private const string OfWithheld = "SELECT * FROM draft WHERE unit = ?1 AND review_on IS NOT NULL AND (review_on, entry) > (?2, ?3) ORDER BY review_on, entry LIMIT ?4";
    private const string OfLimits =
        "SELECT * FROM draft WHERE unit = ?1 AND last_day IS NOT NULL AND (published_on IS NULL OR breached <> 0) AND (last_day, entry) > (?2, ?3) ORDER BY last_day, entry LIMIT ?4";

    private const string Breached = "SELECT unit, count(*) FROM draft WHERE breached <> 0 GROUP BY unit";
    private const string ContentOf = "SELECT media_type, bytes FROM draft_content WHERE hash = ?1";

    public static ImmutableArray<DraftRow> Rows(Reader reader, UnitId unit, ImmutableArray<EntryId> entries) =>
        [.. entries.Select(e => Reader.One(reader.Query(One).Bind(1, unit.Value).Bind(2, e.Value), Row)).OfType<DraftRow>()];

    public static ImmutableArray<DraftRow> Work(Reader reader, UnitId unit, DraftPlace? after, int limit) => Page(reader, OfWork, unit, after, limit);

    public static ImmutableArray<DraftRow> Withheld(Reader reader, UnitId unit, DraftPlace? after, int limit) => Page(reader, OfWithheld, unit, after, limit);

    public static ImmutableArray<DraftRow> Limits(Reader reader, UnitId unit, DraftPlace? after, int limit) => Page(reader, OfLimits, unit, after, limit);

    public static ImmutableDictionary<UnitId, int> Breaches(Reader reader) =>
        Reader.All(reader.Query(Breached), row => (UnitId.Parse(row.Text(0)), row.Int32(1))).ToImmutableDictionary(r => r.Item1, r => r.Item2);

    public static Tuple<string, byte[]>? Content(Reader reader, Digest hash) =>
        Reader.One(reader.Query(ContentOf).Bind(1, hash.ToBytes()), row => Tuple.Create(row.Text(0), row.Blob(1)));

    private static ImmutableArray<DraftRow> Page(Reader reader, string sql, UnitId unit, DraftPlace? after, int limit) =>
        Reader.All(reader.Query(sql).Bind(1, unit.Value).Bind(2, after?.Number ?? long.MinValue).Bind(3, after?.Entry.Value ?? "").Bind(4, limit), Row);

    internal static DraftRow Row(Statement row) => new(
        UnitId.Parse(row.Text(0)), EntryId.Parse(row.Text(1)), (DraftState)row.Int32(2), row.Text(3), (EntryKind)row.Int32(4), row.Text(5), (DisclosureAttribute)row.Int32(6), row.Text(7),
        [.. row.Text(8).Split('\n', StringSplitOptions.RemoveEmptyEntries)], [.. row.Text(9).Split(' ', StringSplitOptions.RemoveEmptyEntries)], row.Int32(10), Columns.Moment(row, 11),
        Day(row, 12), Day(row, 13), Day(row, 14), row.Int64(15) != 0, Day(row, 16), row.Text(17), row.Text(18), row.IsNull(19) ? null : Digest.From(row.Blob(19)));

    private static DateOnly? Day(Statement row, int column) => row.IsNull(column) ? null : Columns.Day(row, column);
}
