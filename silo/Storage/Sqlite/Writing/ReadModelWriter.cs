using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes the rows of read models.</summary>
internal sealed class ReadModelWriter(Connection connection)
{
    private readonly Statement unit = connection.Prepare("INSERT OR REPLACE INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly Statement rosterHash = connection.Prepare("SELECT roster_hash FROM period WHERE period = ?1");
    private readonly Statement period = connection.Prepare(
        "INSERT INTO period (period, form, opened_at, as_of, roster_hash) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");

    private readonly Statement roster = connection.Prepare("INSERT INTO roster VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    private readonly ContributionWriter contributions = new(connection);

    /// <summary>The period that an act would open a second time with another roster; null when there is none.</summary>
    public string? OpenedOtherwise(ImmutableArray<ReadModelChange> changes)
    {
        foreach (var change in changes)
        {
            if (change is PeriodFrozen frozen && Differs(frozen.Period))
                return frozen.Period.Period;
        }

        return null;
    }

    /// <summary>Writes the changes of an act, in order.</summary>
    public void Write(ImmutableArray<ReadModelChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case ContributionChanged changed:
                    contributions.Write(changed.Row);
                    break;
                case UnitsChanged changed:
                    foreach (var row in changed.Units)
                        Write(row);
                    break;
                case PeriodFrozen frozen:
                    Write(frozen);
                    break;
                default:
                    throw new NotSupportedException($"No table for {change.GetType().Name}.");
            }
        }
    }

    private bool Differs(PeriodRow row)
    {
        if (!rosterHash.Bind(1, row.Period).Step())
            return false;
        var same = rosterHash.Blob(0).AsSpan().SequenceEqual(row.RosterHash.Span);
        rosterHash.Reset();
        return !same;
    }

    private void Write(Unit row)
    {
        unit.Bind(1, row.Id.Value).Bind(2, row.From.DayNumber).Bind(3, row.To.DayNumber)
            .Bind(4, row.Name).Bind(5, (int)row.Tier).Bind(6, (int)row.Kind);
        (row.Parent is null ? unit.BindNull(7) : unit.Bind(7, row.Parent.Value)).Run();
    }

    private void Write(PeriodFrozen frozen)
    {
        var row = frozen.Period;
        period.Bind(1, row.Period).Bind(2, row.Form).Bind(3, row.OpenedAt.UtcTicks).Bind(4, row.AsOf.DayNumber).Bind(5, row.RosterHash.Span).Run();
        if (connection.Changes == 0)
            return; // opened before with the same roster
        foreach (var place in frozen.Roster)
        {
            roster.Bind(1, row.Period).Bind(2, place.Ord).Bind(3, place.Last).Bind(4, place.Unit.Value)
                .Bind(5, place.Name).Bind(6, (int)place.Tier).Bind(7, place.Parent);
            (place.Due is { } due ? roster.Bind(8, due.DayNumber) : roster.BindNull(8)).Run();
        }
    }
}
