using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>How columns become values of the field.</summary>
internal static class Columns
{
    /// <summary>The columns of a contribution in the order <see cref="Contribution(Statement, int)"/> reads them, of the table named <c>c</c>.</summary>
    public const string OfContribution =
        "c.unit, c.scope, c.period, c.rolls_into, c.version, c.filed, c.late, c.returned, c.accepted, c.figures, c.content_hash, c.head, c.signer, c.at, c.published, c.corrected";

    /// <summary>The columns of a place in the frozen tree in the order <see cref="Roster"/> reads them, of the table named <c>r</c>.</summary>
    public const string OfRoster = "r.ord, r.last, r.unit, r.name, r.tier, r.parent, r.due, r.locks, r.basis";

    /// <summary>How many columns a place in the frozen tree has.</summary>
    public const int RosterWidth = 9;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> Bases = [];

    public static DateTimeOffset Moment(Statement row, int column) => new(row.Int64(column), TimeSpan.Zero);

    public static DateOnly Day(Statement row, int column) => DateOnly.FromDayNumber(row.Int32(column));

    public static RosterRow Roster(Statement row) => new(
        Ord: row.Int32(0),
        Last: row.Int32(1),
        Unit: UnitId.Parse(row.Text(2)),
        Name: row.Text(3),
        Tier: (Tier)row.Int32(4),
        Parent: row.Int32(5),
        Due: row.IsNull(6) ? null : Day(row, 6),
        Locks: row.IsNull(7) ? null : Day(row, 7),
        Basis: Shared(row.Text(8)));

    // nearly every row of a list has one of a few bases
    private static string Shared(string text) => text.Length == 0 ? "" : Bases.GetOrAdd(text, text);

    public static ContributionRow Contribution(Statement row) => Contribution(row, 0);

    public static ContributionRow Contribution(Statement row, int from) => new(
        Unit: UnitId.Parse(row.Text(from)),
        Scope: (ContributionScope)row.Int32(from + 1),
        Period: row.Text(from + 2),
        RollsInto: row.Text(from + 3),
        Version: row.Int64(from + 4),
        Filed: row.Int64(from + 5),
        Late: row.Int64(from + 6),
        Returned: row.Int64(from + 7),
        Accepted: row.Int64(from + 8),
        Figures: row.Blob(from + 9),
        ContentHash: row.Blob(from + 10),
        Head: row.Blob(from + 11),
        Signer: row.Text(from + 12),
        At: Moment(row, from + 13),
        Published: row.Int64(from + 14),
        Corrected: row.Int64(from + 15));
}
