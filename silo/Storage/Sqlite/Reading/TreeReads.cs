using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of units, periods and frozen trees.</summary>
internal static class TreeReads
{
    private const string AllUnits = "SELECT id, name, tier, kind, parent, first_day, end_day FROM unit ORDER BY id, first_day";
    private const string AllPeriods = "SELECT period, form, opened_at, as_of, roster_hash, title, revision FROM period ORDER BY opened_at, ord";
    private const string RosterOf = $"SELECT {Columns.OfRoster} FROM roster r WHERE r.period = ?1 ORDER BY r.ord";

    public static ImmutableArray<Unit> Units(Reader reader) => Reader.All(reader.Query(AllUnits), Unit);

    public static ImmutableArray<PeriodRow> Periods(Reader reader) => Reader.All(reader.Query(AllPeriods), Period);

    public static ImmutableArray<RosterRow> Roster(Reader reader, string period) =>
        Reader.All(reader.Query(RosterOf).Bind(1, period), Columns.Roster);

    private static Unit Unit(Statement row) => new(
        Id: UnitId.Parse(row.Text(0)),
        Name: row.Text(1),
        Tier: (Tier)row.Int32(2),
        Kind: (UnitKind)row.Int32(3),
        Parent: row.IsNull(4) ? null : UnitId.Parse(row.Text(4)),
        From: Columns.Day(row, 5),
        To: Columns.Day(row, 6));

    private static PeriodRow Period(Statement row) =>
        new(row.Text(0), row.Text(1), Columns.Moment(row, 2), Columns.Day(row, 3), row.Blob(4)) { Title = row.Text(5), Revision = row.Int32(6) };
}
