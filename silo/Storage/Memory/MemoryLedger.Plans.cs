using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger : IPlanReads
{
    private readonly Dictionary<string, PlanChanged> plans = [];
    private readonly Dictionary<string, SortedDictionary<(int Ord, string Unit, string Clause), AssignmentRow>> assignments = [];

    /// <inheritdoc />
    public ValueTask<PlanRow?> Plan(PlanId plan, CancellationToken ct)
    {
        lock (gate)
            return new(plans.GetValueOrDefault(plan.ToString())?.Row);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanRow>> Plans(UnitId? issuer, int? year, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var rows = plans.Values.Select(p => p.Row).Where(p => (issuer is null || p.Issuer == issuer) && (year is null || p.Year == year));
            return new([.. rows.OrderByDescending(p => p.Year).ThenBy(p => p.Issuer).ThenBy(p => p.Plan.Number).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ClauseRow>> Clauses(PlanId plan, CancellationToken ct)
    {
        lock (gate)
            return new(plans.GetValueOrDefault(plan.ToString())?.Clauses ?? []);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ClauseRow>> Lineage(ImmutableArray<string> roots, CancellationToken ct)
    {
        lock (gate)
        {
            var all = plans.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Clauses).ToLookup(c => c.Root);
            return new([.. roots.Distinct().SelectMany(root => all[root])]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentCount>> Count(PlanId plan, int first, int last, CancellationToken ct)
    {
        lock (gate)
        {
            var groups = RowsOf(plan).Where(a => first <= a.Ord && a.Ord <= last).GroupBy(a => (a.Clause, a.State, a.Light, Escalated: a.EscalatedOn is not null));
            return new([.. groups.OrderBy(g => g.Key.Clause, StringComparer.Ordinal).ThenBy(g => g.Key.State).ThenBy(g => g.Key.Light, StringComparer.Ordinal).ThenBy(g => g.Key.Escalated)
                .Select(g => new AssignmentCount(plan, g.Key.Clause, g.Key.State, g.Key.Light, g.Key.Escalated, g.LongCount()))]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Assignments(PlanId plan, string? clause, AssignmentState? state, int after, int last, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var rows = RowsOf(plan).Where(a => a.Ord > after && a.Ord <= last && (clause is null || a.Clause == clause) && (state is null || a.State == state));
            return new([.. rows.Take(limit)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Silent(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        lock (gate)
        {
            var told = assignments.OrderBy(p => p.Key, StringComparer.Ordinal).SelectMany(p => p.Value.Values)
                .Where(a => a.EscalatedOn is not null && a.State is (AssignmentState.Assigned or AssignmentState.Delivered or AssignmentState.Opened)).ToLookup(a => a.Unit);
            return new([.. units.SelectMany(u => told[u])]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Late(PlanId plan, int first, int last, int limit, CancellationToken ct)
    {
        lock (gate)
            return new([.. RowsOf(plan).Where(a => first <= a.Ord && a.Ord <= last && a.Light == "late" && a.State != AssignmentState.Withdrawn).Take(limit)]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanBurdenRow>> Burden(PlanId plan, int year, int first, int last, CancellationToken ct)
    {
        lock (gate)
        {
            var rows = MonthsOf(plan, year, first, last).GroupBy(x => (x.Assignment.Ord, x.Assignment.Unit, x.Month.Month));
            return new([.. rows.OrderBy(g => g.Key.Ord).ThenBy(g => g.Key.Month).Select(g => new PlanBurdenRow(plan, g.Key.Unit, g.Key.Month, g.Sum(x => x.Month.Minutes)))]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanBurdenRow>> BurdenSum(PlanId plan, int year, int first, int last, CancellationToken ct)
    {
        lock (gate)
            return new([.. MonthsOf(plan, year, first, last).GroupBy(x => x.Month.Month).OrderBy(g => g.Key).Select(g => new PlanBurdenRow(plan, null, g.Key, g.Sum(x => x.Month.Minutes)))]);
    }

    private IEnumerable<(AssignmentRow Assignment, ClauseMonthRow Month)> MonthsOf(PlanId plan, int year, int first, int last)
    {
        var months = (plans.GetValueOrDefault(plan.ToString())?.Months ?? []).Where(m => m.Month.Year == year).ToLookup(m => m.Clause);
        return RowsOf(plan).Where(a => first <= a.Ord && a.Ord <= last && a.State != AssignmentState.Withdrawn).SelectMany(a => months[a.Clause], (a, m) => (a, m));
    }

    private ImmutableArray<AssignmentRow> RowsOf(PlanId plan) => assignments.TryGetValue(plan.ToString(), out var rows) ? [.. rows.Values] : [];

    private void Change(AssignmentsChanged changed)
    {
        if (changed.All || !assignments.TryGetValue(changed.Plan.ToString(), out var rows))
            assignments[changed.Plan.ToString()] = rows = new(Comparer<(int Ord, string Unit, string Clause)>.Create(ByPlace));
        foreach (var row in changed.Rows)
            rows[(row.Ord, row.Unit.Value, row.Clause)] = row;
    }

    private static int ByPlace((int Ord, string Unit, string Clause) a, (int Ord, string Unit, string Clause) b) =>
        a.Ord != b.Ord ? a.Ord.CompareTo(b.Ord)
        : string.CompareOrdinal(a.Unit, b.Unit) is var byUnit and not 0 ? byUnit
        : string.CompareOrdinal(a.Clause, b.Clause);
}
