using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of the due table.</summary>
internal static class DueReads
{
    private const string First = "SELECT unit, at, kind, ref FROM due WHERE at >= ?1 AND at <= ?2 ORDER BY at, ref, kind LIMIT ?3";

    private const string Next = "SELECT unit, at, kind, ref FROM due WHERE (at, ref, kind) > (?4, ?5, ?6) AND at >= ?1 AND at <= ?2 ORDER BY at, ref, kind LIMIT ?3";

    private const string OfOne = "SELECT unit, at, kind, ref FROM due WHERE ref = ?1 ORDER BY at, kind";

    public static ImmutableArray<DueRow> Page(Reader reader, DateTimeOffset from, DateTimeOffset until, DueRow? after, int limit)
    {
        var query = reader.Query(after is null ? First : Next).Bind(1, from.UtcTicks).Bind(2, until.UtcTicks).Bind(3, limit);
        if (after is not null)
            query.Bind(4, after.At.UtcTicks).Bind(5, after.Ref).Bind(6, after.Kind);
        return Reader.All(query, Row);
    }

    public static ImmutableArray<DueRow> Of(Reader reader, string reference) => Reader.All(reader.Query(OfOne).Bind(1, reference), Row);

    internal static DueRow Row(Statement row) => new(UnitId.Parse(row.Text(0)), Columns.Moment(row, 1), row.Text(2), row.Text(3));
}
