using System.Collections.Immutable;

namespace Federation.Domain.WorkPoints;

/// <summary>Which assignments of a plan are asked for.</summary>
/// <param name="Clause">Of one clause; null: of all.</param>
/// <param name="State">In one state; null: in any.</param>
/// <param name="Light">With one light; empty: with any.</param>
public sealed record AssignmentChoice(string? Clause, AssignmentState? State, string Light = "");

/// <summary>Reads assignments in tree order, page by page. A page ends with a unit, so that the next one can begin behind it.</summary>
public static class AssignmentPages
{
    private const int Scan = 2000;

    /// <summary>One page.</summary>
    /// <param name="plans">Where the rows are.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="choice">Which of them.</param>
    /// <param name="after">Order after which the page begins.</param>
    /// <param name="last">Last order, inclusive.</param>
    /// <param name="size">About so many; all those of a unit stand on one page.</param>
    /// <param name="ct">Ends the read.</param>
    /// <returns>The rows, and the order after which the next page begins; null: there is none.</returns>
    public static async Task<(ImmutableArray<AssignmentRow> Rows, int? Next)> Read(IPlanReads plans, PlanId plan, AssignmentChoice choice, int after, int last, int size, CancellationToken ct)
    {
        if (choice.Light.Length == 0)
            return await Units(plans, plan, choice, after, last, size, ct);
        var found = ImmutableArray.CreateBuilder<AssignmentRow>();
        for (int? at = after; at is { } begin;)
        {
            (var rows, at) = await Units(plans, plan, choice, begin, last, Scan, ct);
            foreach (var unit in rows.Where(r => r.Light == choice.Light).GroupBy(r => r.Ord))
            {
                if (found.Count > 0 && found.Count + unit.Count() > size)
                    return (found.ToImmutable(), found[^1].Ord);
                found.AddRange(unit);
            }
        }
        return (found.ToImmutable(), null);
    }

    private static async Task<(ImmutableArray<AssignmentRow> Rows, int? Next)> Units(IPlanReads plans, PlanId plan, AssignmentChoice choice, int after, int last, int size, CancellationToken ct)
    {
        var rows = await plans.Assignments(plan, choice.Clause, choice.State, after, last, size + 1, ct);
        if (rows.Length <= size)
            return (rows, null);
        var cut = rows[size].Ord;
        var whole = rows[0].Ord == cut ? await plans.Assignments(plan, choice.Clause, choice.State, after, cut, int.MaxValue, ct) : [.. rows.Where(r => r.Ord < cut)];
        return (whole, whole[^1].Ord);
    }
}
