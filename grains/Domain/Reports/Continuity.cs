using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>A cell of this form in a continuity.</summary>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Sign">1 when it is added, -1 when it is taken away.</param>
public readonly record struct TermNow(int Cell, int Sign);

/// <summary>A cell of the form of the period before in a continuity.</summary>
/// <param name="Cell">Id of the cell, because that form may be another version.</param>
/// <param name="Sign">1 when it is added, -1 when it is taken away.</param>
public readonly record struct TermBefore(string Cell, int Sign);

/// <summary>
/// 跨期衔接: what a unit's figures of this period must have in common with its figures of <see cref="PeriodId.Previous"/>: the sum of the terms
/// now equals the sum of the terms before. After a merger or an abolition the figures before are those along the lineage of the unit.
/// </summary>
/// <param name="Rule">The rule it belongs to.</param>
/// <param name="Where">Cell of this form at which a break is shown.</param>
/// <param name="Now">Terms in this period's figures; for identity I6: in force, less issued, plus repealed.</param>
/// <param name="Before">Terms in the figures of the period before; for identity I6: in force.</param>
public sealed record Continuity(Rule Rule, int Where, ImmutableArray<TermNow> Now, ImmutableArray<TermBefore> Before)
{
    /// <summary>The terms before as cells of the form that was used then.</summary>
    /// <returns>Null when that form lacks one of them: then nothing is to be judged.</returns>
    public ImmutableArray<TermNow>? In(ReportForm formBefore) =>
        Before.All(t => formBefore.Find(t.Cell) is not null) ? [.. Before.Select(t => new TermNow(formBefore[t.Cell].Index, t.Sign))] : null;
}
