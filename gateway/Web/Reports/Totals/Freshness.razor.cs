using Federation.Contracts.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Totals;

/// <summary>How many of how many are in a total, and how fresh it is.</summary>
public sealed partial class Freshness : ComponentBase
{
    /// <summary>Language.</summary>
    [Parameter, EditorRequired]
    public Words Words { get; set; } = null!;

    /// <summary>Unit and period.</summary>
    [Parameter, EditorRequired]
    public Place Place { get; set; } = null!;

    /// <summary>The total.</summary>
    [Parameter, EditorRequired]
    public TotalView Total { get; set; } = null!;

    /// <summary>True for a past day: who is missing now says nothing of then.</summary>
    [Parameter]
    public bool Past { get; set; }
}
