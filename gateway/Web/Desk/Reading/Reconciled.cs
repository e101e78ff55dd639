using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;

namespace Federation.Web.Desk.Reading;

/// <summary>A cell of a whole-territory report beside the three parts that it must add up to. Amounts are in 分.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Own">本级: filed by the own office.</param>
/// <param name="Agencies">部门: filed by its agencies.</param>
/// <param name="Children">下级: totals of the child territories.</param>
/// <param name="Stated">What the report says; null when it says nothing yet.</param>
public sealed record ReconciledCell(FormCell Cell, long Own, long Agencies, long Children, long? Stated)
{
    /// <summary>What the report must say.</summary>
    public long Sum => Own + Agencies + Children;

    /// <summary>Stated less sum; what is not stated yet differs by nothing.</summary>
    public long Difference => Stated is { } stated ? stated - Sum : 0;

    /// <summary>True when the difference is one of the parts, left out.</summary>
    public bool Lacks(long part) => part != 0 && Difference == -part;
}

/// <summary>三方勾稽: the whole report beside its parts as they stand now.</summary>
/// <param name="Expected">Bodies that must file in the territory.</param>
/// <param name="Filed">Those that have.</param>
/// <param name="Cells">Every cell in which something is stated or filed.</param>
/// <param name="Reopened">Cells in which what was sealed differs from the parts as they stand.</param>
public sealed record Reconciled(long Expected, long Filed, ImmutableArray<ReconciledCell> Cells, ImmutableArray<CellDifferenceView> Reopened)
{
    /// <summary>Cells that differ.</summary>
    public IEnumerable<ReconciledCell> Apart => Cells.Where(c => c.Difference != 0);
}

/// <summary>Reads the parts of a whole-territory report.</summary>
internal static class Reconciler
{
    /// <summary>The report beside its parts; null for a report of an own office.</summary>
    /// <param name="grains">Where totals are.</param>
    /// <param name="report">The report.</param>
    /// <param name="content">What it says; null: nothing yet.</param>
    public static async Task<Reconciled?> Read(IGrainFactory grains, OpenReport report, ReportContent? content)
    {
        if (report.Scope != ReportScope.Whole || await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(report.View.Unit, report.View.Period)).Parts() is not { } parts)
            return null;
        long? Stated(FormCell cell) => content is null || content.Figures[cell.Index].State == CellState.Missing ? null : content.Figures[cell.Index].Value;
        return new Reconciled(
            parts.Expected, parts.Filed,
            [
                .. report.Form.Cells.Select(c => new ReconciledCell(c, parts.Own[c.Index], parts.Agencies[c.Index], parts.Children[c.Index], Stated(c)))
                    .Where(c => c.Stated is not (null or 0) || c.Sum != 0),
            ],
            report.View.Reopened);
    }
}
