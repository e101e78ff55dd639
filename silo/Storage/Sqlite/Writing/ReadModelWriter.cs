using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.WorkPoints;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes the rows of read models.</summary>
internal sealed class ReadModelWriter(Connection connection)
{
    private readonly Statement unit = connection.Prepare("INSERT OR REPLACE INTO unit VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    private readonly Statement rosterHash = connection.Prepare("SELECT roster_hash FROM period WHERE period = ?1");
    private readonly Statement period = connection.Prepare(
        "INSERT INTO period (period, form, opened_at, as_of, roster_hash, title, revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING");

    private readonly Statement amended = connection.Prepare("UPDATE period SET revision = ?2 WHERE period = ?1 AND revision < ?2");
    private readonly Statement roster = connection.Prepare(
        "INSERT OR REPLACE INTO roster (period, ord, last, unit, name, tier, parent, due, locks, basis) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");

    private readonly ContributionWriter contributions = new(connection);
    private readonly PlanWriter plans = new(connection);
    private readonly CatalogWriter catalogs = new(connection);
    private readonly DraftWriter drafts = new(connection);
    private readonly DueWriter dues = new(connection);

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
                case RosterChanged changed:
                    Write(changed);
                    break;
                case PlanChanged changed:
                    plans.Write(changed);
                    break;
                case AssignmentsChanged changed:
                    plans.Write(changed);
                    break;
                case CatalogChanged changed:
                    catalogs.Write(changed);
                    break;
                case EntryLinksChanged changed:
                    catalogs.Write(changed);
                    break;
                case StandardVersionAdded added:
                    catalogs.Write(added);
                    break;
                case SetAsideChanged changed:
                    catalogs.Write(changed);
                    break;
                case ContentKept kept:
                    catalogs.Write(kept);
                    break;
                case DraftChanged changed:
                    drafts.Write(changed);
                    break;
                case DraftContentKept kept:
                    drafts.Write(kept);
                    break;
                case DuesChanged changed:
                    dues.Write(changed);
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
        period.Bind(1, row.Period).Bind(2, row.Form).Bind(3, row.OpenedAt.UtcTicks).Bind(4, row.AsOf.DayNumber).Bind(5, row.RosterHash.Span)
            .Bind(6, row.Title).Bind(7, row.Revision).Run();
        if (connection.Changes == 0)
            return; // opened before with the same roster
        Write(row.Period, frozen.Roster);
    }

    private void Write(RosterChanged changed)
    {
        amended.Bind(1, changed.Period).Bind(2, changed.Revision).Run();
        if (connection.Changes > 0)
            Write(changed.Period, changed.Rows);
    }

    private void Write(string of, ImmutableArray<RosterRow> rows)
    {
        foreach (var place in rows)
        {
            roster.Bind(1, of).Bind(2, place.Ord).Bind(3, place.Last).Bind(4, place.Unit.Value)
                .Bind(5, place.Name).Bind(6, (int)place.Tier).Bind(7, place.Parent);
            Bind(8, place.Due);
            Bind(9, place.Locks);
            roster.Bind(10, place.Basis).Run();
        }
    }

    private void Bind(int parameter, DateOnly? day) => _ = day is { } known ? roster.Bind(parameter, known.DayNumber) : roster.BindNull(parameter);
}
