using Federation.Domain.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Reading;

/// <summary>三方勾稽: own office + agencies + child territories = whole territory, cell by cell, and what was re-opened since the seal.</summary>
public sealed partial class ReconciledView : ComponentBase
{
    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public OpenReport Report { get; set; } = null!;

    /// <summary>Its parts.</summary>
    [Parameter, EditorRequired]
    public Reconciled Parts { get; set; } = null!;

    private DeskWords D => Report.Call.D;

    private static string Anchor(FormCell cell) => "#c-" + cell.Id;

    private static string Signed(FormCell cell, long by) => (by > 0 ? "+" : by < 0 ? "−" : "") + Numbers.Cell(cell, Math.Abs(by));

    // the usual mistake has a name: exactly one part was left out
    private string LackOf(ReconciledCell row)
    {
        List<string> left = [.. row.Lacks(row.Own) ? [D.OwnPart] : (string[])[], .. row.Lacks(row.Agencies) ? [D.AgencyPart] : (string[])[], .. row.Lacks(row.Children) ? [D.ChildPart] : (string[])[]];
        return left.Count == 1 ? D.JustLacks(left[0]) : "";
    }
}
