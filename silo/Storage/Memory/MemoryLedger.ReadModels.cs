using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.WorkPoints;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger
{
    private readonly SortedDictionary<(string Id, DateOnly From), Unit> units = new(Comparer<(string Id, DateOnly From)>.Create(ById));
    private readonly List<PeriodRow> periods = [];
    private readonly Dictionary<string, ImmutableArray<RosterRow>> rosters = [];
    private readonly Dictionary<(UnitId Unit, ContributionScope Scope, string Period), ContributionRow> contributions = [];

    /// <inheritdoc />
    public ValueTask<ImmutableArray<Unit>> Units(CancellationToken ct)
    {
        lock (gate)
            return new([.. units.Values]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PeriodRow>> Periods(CancellationToken ct)
    {
        lock (gate)
            return new([.. periods.OrderBy(period => period.OpenedAt)]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RosterRow>> Roster(string period, CancellationToken ct)
    {
        lock (gate)
            return new(RosterOf(period));
    }

    /// <inheritdoc />
    public ValueTask<ContributionRow?> Contribution(UnitId unit, ContributionScope scope, string period, CancellationToken ct)
    {
        lock (gate)
            return new(contributions.GetValueOrDefault((unit, scope, period)));
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ContributionRow>> Parts(string period, UnitId rollsInto, CancellationToken ct)
    {
        lock (gate)
        {
            var parts = contributions.Values.Where(row => row.Period == period && row.RollsInto == rollsInto.Value);
            return new([.. parts.OrderBy(row => row.Unit).ThenBy(row => row.Scope)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ContributionRow>> FilingsOf(UnitId unit, CancellationToken ct)
    {
        lock (gate)
        {
            var filings = contributions.Values.Where(row => row.Unit == unit && row.Scope == ContributionScope.Own);
            return new([.. filings.OrderBy(row => periods.Find(period => period.Period == row.Period)?.OpenedAt)
                .ThenBy(row => periods.FindIndex(period => period.Period == row.Period))
                .ThenBy(row => row.Period, StringComparer.Ordinal)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow Filing)>> Filings(
        string period, int after, int last, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var filed = Range(period, after, last).Select(place => (Unit: place, Filing: OwnOf(place, period))).Where(pair => pair.Filing is not null);
            return new([.. filed.Select(pair => (pair.Unit, pair.Filing!)).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow? Returned)>> Missing(
        string period, int after, int last, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var owing = Range(period, after, last).Where(place => place.Due is not null).Select(place => (place, OwnOf(place, period)));
            return new([.. owing.Where(pair => pair.Item2 is not { Filed: not 0 }).Take(limit)]);
        }
    }

    private static int ById((string Id, DateOnly From) a, (string Id, DateOnly From) b) =>
        string.CompareOrdinal(a.Id, b.Id) is var byId and not 0 ? byId : a.From.CompareTo(b.From);

    private void Change(ReadModelChange change)
    {
        switch (change)
        {
            case UnitsChanged changed:
                foreach (var unit in changed.Units)
                    units[(unit.Id.Value, unit.From)] = unit;
                break;
            case PeriodFrozen frozen when rosters.TryAdd(frozen.Period.Period, [.. frozen.Roster.OrderBy(place => place.Ord)]):
                periods.Add(frozen.Period);
                break;
            case RosterChanged changed when periods.FindIndex(p => p.Period == changed.Period) is var at and >= 0 && periods[at].Revision < changed.Revision:
                periods[at] = periods[at] with { Revision = changed.Revision };
                var ords = changed.Rows.Select(place => place.Ord).ToHashSet();
                rosters[changed.Period] = [.. rosters[changed.Period].Where(place => !ords.Contains(place.Ord)).Concat(changed.Rows).OrderBy(place => place.Ord)];
                break;
            case ContributionChanged { Row: var row }:
                var key = (row.Unit, row.Scope, row.Period);
                if (!contributions.TryGetValue(key, out var there) || row.Version >= there.Version)
                    contributions[key] = row;
                break;
            case PlanChanged changed:
                plans[changed.Row.Plan.ToString()] = changed;
                break;
            case AssignmentsChanged changed:
                Change(changed);
                break;
            case CatalogChanged changed:
                Change(changed);
                break;
            case EntryLinksChanged changed:
                links[(changed.Catalog, changed.Id)] = changed.Links;
                break;
            case StandardVersionAdded added:
                standards[added.Standard.Of] = (added.Standard, added.At.ToUniversalTime());
                break;
            case SetAsideChanged changed:
                setAside[changed.Unit] = changed.Items;
                break;
            case ContentKept kept:
                contents.TryAdd(kept.Hash, (kept.MediaType, kept.Bytes.ToArray()));
                break;
            case DraftChanged { Row: var draft }:
                drafts[(draft.Unit, draft.Id)] = draft with { At = draft.At.ToUniversalTime() };
                break;
            case DraftContentKept kept:
                draftContents.TryAdd(kept.Hash, (kept.MediaType, kept.Bytes.ToArray()));
                break;
            case DuesChanged changed:
                Change(changed);
                break;
            default:
                break; // opened before with the same roster, or amended further already
        }
    }

    private bool OpenedOtherwise(PeriodFrozen frozen) =>
        periods.Find(period => period.Period == frozen.Period.Period) is { } there && !there.RosterHash.Span.SequenceEqual(frozen.Period.RosterHash.Span);

    private ImmutableArray<RosterRow> RosterOf(string period) => rosters.GetValueOrDefault(period, []);

    private IEnumerable<RosterRow> Range(string period, int after, int last) =>
        RosterOf(period).Where(place => place.Ord > after && place.Ord <= last);

    private ContributionRow? OwnOf(RosterRow place, string period) =>
        contributions.GetValueOrDefault((place.Unit, ContributionScope.Own, period));
}
