using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of filings and totals.</summary>
internal static class ContributionReads
{
    private const string One = $"SELECT {Columns.OfContribution} FROM contribution c WHERE c.unit = ?1 AND c.scope = ?2 AND c.period = ?3";

    private const string PartsOf =
        $"SELECT {Columns.OfContribution} FROM contribution c WHERE c.period = ?1 AND c.rolls_into = ?2 ORDER BY c.unit, c.scope";

    private const string OwnOf =
        $"""
        SELECT {Columns.OfContribution} FROM contribution c LEFT JOIN period p ON p.period = c.period
        WHERE c.unit = ?1 AND c.scope = 0 ORDER BY p.opened_at, p.ord, c.period
        """;

    // CROSS JOIN: the tree is walked in its own order, so that a page costs no more than its rows
    private const string FiledIn =
        $"""
        SELECT {Columns.OfRoster}, {Columns.OfContribution} FROM roster r
        CROSS JOIN contribution c ON c.unit = r.unit AND c.scope = 0 AND c.period = r.period
        WHERE r.period = ?1 AND r.ord > ?2 AND r.ord <= ?3 ORDER BY r.ord LIMIT ?4
        """;

    private const string MissingIn =
        $"""
        SELECT {Columns.OfRoster}, {Columns.OfContribution} FROM roster r
        LEFT JOIN contribution c ON c.unit = r.unit AND c.scope = 0 AND c.period = r.period
        WHERE r.period = ?1 AND r.ord > ?2 AND r.ord <= ?3 AND r.due IS NOT NULL AND coalesce(c.filed, 0) = 0 ORDER BY r.ord LIMIT ?4
        """;

    public static ContributionRow? Find(Reader reader, UnitId unit, ContributionScope scope, string period) =>
        Reader.One(reader.Query(One).Bind(1, unit.Value).Bind(2, (int)scope).Bind(3, period), Columns.Contribution);

    public static ImmutableArray<ContributionRow> Parts(Reader reader, string period, UnitId rollsInto) =>
        Reader.All(reader.Query(PartsOf).Bind(1, period).Bind(2, rollsInto.Value), Columns.Contribution);

    public static ImmutableArray<ContributionRow> FilingsOf(Reader reader, UnitId unit) =>
        Reader.All(reader.Query(OwnOf).Bind(1, unit.Value), Columns.Contribution);

    public static ImmutableArray<(RosterRow Unit, ContributionRow Filing)> Filings(Reader reader, string period, int after, int last, int limit) =>
        Reader.All(InRange(reader, FiledIn, period, after, last, limit), row => (Columns.Roster(row), Filing(row)));

    public static ImmutableArray<(RosterRow Unit, ContributionRow? Returned)> Missing(Reader reader, string period, int after, int last, int limit) =>
        Reader.All(
            InRange(reader, MissingIn, period, after, last, limit),
            row => (Columns.Roster(row), row.IsNull(Columns.RosterWidth) ? null : Filing(row)));

    private static Statement InRange(Reader reader, string sql, string period, int after, int last, int limit) =>
        reader.Query(sql).Bind(1, period).Bind(2, after).Bind(3, last).Bind(4, limit);

    private static ContributionRow Filing(Statement row) => Columns.Contribution(row, Columns.RosterWidth);
}
