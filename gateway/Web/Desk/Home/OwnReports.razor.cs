using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Home;

/// <summary>Reports that the reader's unit owes in one period: where they stand, what was said about them, the next step.</summary>
public sealed partial class OwnReports : ComponentBase
{
    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>The reports.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<OwnReport> Own { get; set; } = [];

    private Words W => Call.Frame.Words;

    private DeskWords D => Call.D;

    private static bool HasRemarks(ReportView view) =>
        view.Rejected is not null || view.Chasing.Until is not null || (view.Chasing.Urged > 0 && view.Filed is null) || !view.Reopened.IsEmpty;
}
