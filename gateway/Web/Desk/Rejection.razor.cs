using Federation.Contracts.Reports;
using Federation.Web.Desk.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk;

/// <summary>Why a report came back, each reason with a way to its cell.</summary>
public sealed partial class Rejection : ComponentBase
{
    /// <summary>What came back.</summary>
    [Parameter, EditorRequired]
    public RejectionView Rejected { get; set; } = null!;

    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public OpenReport Report { get; set; } = null!;

    private DeskWords D => Report.Call.D;
}
