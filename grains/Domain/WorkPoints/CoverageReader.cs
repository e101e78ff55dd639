using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.WorkPoints;

/// <summary>Reads a coverage matrix: one range of the plan's tree for each column, and the lineage of its clauses.</summary>
public static class CoverageReader
{
    /// <summary>The matrix of the units directly below one.</summary>
    /// <param name="plans">Where the rows are.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="tree">Tree of the day on which it was issued.</param>
    /// <param name="top">Order of the unit in it.</param>
    /// <param name="ct">Ends the read.</param>
    public static async Task<CoverageMatrix> Read(IPlanReads plans, PlanRow plan, DivisionTree tree, int top, CancellationToken ct)
    {
        var clauses = await plans.Clauses(plan.Plan, ct);
        ImmutableArray<int> children = [.. tree.ChildrenOf(top)];
        var counts = new List<ImmutableArray<AssignmentCount>>();
        foreach (var child in children)
            counts.Add(await plans.Count(plan.Plan, child, tree.LastOf(child), ct));
        var lineage = await plans.Lineage([.. clauses.Select(c => c.Root).Distinct()], ct);
        return CoverageMatrix.Of(clauses, [.. children.Select(c => tree[c].Id)], counts, lineage, unit => tree.TryFind(unit, out var order) ? Column(order) : -1);

        int Column(int order)
        {
            for (var i = 0; i < children.Length; i++)
            {
                if (children[i] <= order && order <= tree.LastOf(children[i]))
                    return i;
            }
            return -1;
        }
    }
}
