using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Reports.Corrections;

/// <summary>更正清单: what was corrected after it had been accepted, before and after, with the way to both versions.</summary>
public sealed partial class CorrectionsPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public CorrectionsModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.CorrectionsOf(Model.Place.Row.Name, W.ReportsOf(Model.Place.Roster.Period));
}
