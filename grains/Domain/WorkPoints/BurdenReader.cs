using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>What plans cost one unit, or several together, month by month.</summary>
/// <param name="Minutes">Twelve figures.</param>
public sealed record YearBurden(ImmutableArray<long> Minutes)
{
    /// <summary>All of the year.</summary>
    public long Total => Minutes.Sum();

    /// <summary>Adds up rows of one year.</summary>
    public static YearBurden Of(IEnumerable<PlanBurdenRow> rows)
    {
        var minutes = new long[12];
        foreach (var row in rows)
            minutes[row.Month.Month - 1] += row.Minutes;
        return new([.. minutes]);
    }
}

/// <summary>One unit's burden.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Burden">Minutes by month.</param>
public sealed record UnitBurden(Unit Unit, YearBurden Burden);

/// <summary>What one plan costs all units below together.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Burden">Minutes by month.</param>
public sealed record PlanBurden(PlanRow Plan, YearBurden Burden);

/// <summary>负担台账 of a territory: reads what plans will cost the units below, by ranges of each plan's own tree. No unit is woken for it.</summary>
/// <param name="plans">Where the rows are.</param>
/// <param name="year">The year.</param>
/// <param name="treeOf">The tree of a day.</param>
public sealed class BurdenReader(IPlanReads plans, int year, Func<DateOnly, DivisionTree> treeOf)
{
    private const int MostPlans = 10_000;

    /// <summary>What each plan costs the units of a subtree together, the heaviest first; plans that cost nothing there are left out.</summary>
    /// <param name="top">Top of the subtree, counted in.</param>
    /// <param name="tree">Tree of today.</param>
    /// <param name="issuer">Of one issuer alone; null: of all.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<ImmutableArray<PlanBurden>> ByPlan(UnitId top, DivisionTree tree, UnitId? issuer, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<PlanBurden>();
        foreach (var plan in await InForce(issuer, p => Touches(tree, p, top), ct))
        {
            var then = treeOf(plan.AsOf);
            if (!then.TryFind(top, out var first))
                continue; // it did not exist on the day of issue: the plan binds nothing of it
            var burden = YearBurden.Of(await plans.BurdenSum(plan.Plan, year, first, then.LastOf(first), ct));
            if (burden.Total > 0)
                found.Add(new(plan, burden));
        }
        return [.. found.OrderByDescending(p => p.Burden.Total).ThenBy(p => p.Plan.Plan.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>What plans cost each of some units that stand side by side in the tree.</summary>
    /// <param name="units">The units, in tree order.</param>
    /// <param name="tree">Tree of today.</param>
    /// <param name="issuer">Of one issuer alone; null: of all.</param>
    /// <param name="plan">Of one plan alone; null: of all.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<ImmutableArray<UnitBurden>> ByUnit(ImmutableArray<Unit> units, DivisionTree tree, UnitId? issuer, PlanId? plan, CancellationToken ct)
    {
        var asked = units.Select(u => u.Id).ToHashSet();
        var rows = new List<PlanBurdenRow>();
        foreach (var one in await InForce(issuer, p => (plan is null || p.Plan == plan) && asked.Any(u => tree.Contains(Territory(p.Issuer), u)), ct))
        {
            var then = treeOf(one.AsOf);
            var orders = asked.Select(u => then.TryFind(u, out var order) ? order : -1).Where(o => o >= 0).ToList();
            if (orders.Count > 0)
                rows.AddRange((await plans.Burden(one.Plan, year, orders.Min(), orders.Max(), ct)).Where(r => asked.Contains(r.Unit!)));
        }
        var byUnit = rows.ToLookup(r => r.Unit!);
        return [.. units.Select(u => new UnitBurden(u, YearBurden.Of(byUnit[u.Id])))];
    }

    private async Task<ImmutableArray<PlanRow>> InForce(UnitId? issuer, Func<PlanRow, bool> concerned, CancellationToken ct) =>
        [.. (await plans.Plans(issuer, null, MostPlans, ct)).Where(p => p is { Version: > 0, Withdrawn: false } && p.Year >= year - 1 && p.Year <= year && concerned(p))];

    // A plan reaches below its issuer's territory: it touches a subtree that lies in it, or that it lies in.
    private static bool Touches(DivisionTree tree, PlanRow plan, UnitId top) => tree.Contains(Territory(plan.Issuer), top) || tree.Contains(top, Territory(plan.Issuer));

    private static UnitId Territory(UnitId unit) => UnitId.Parse(unit.Value.Split('.')[0]);
}
