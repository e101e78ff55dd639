using System.Collections.Immutable;
using Federation.Domain.Findings;
using Federation.Web.Desk.Editing;
using Federation.Web.Desk.Text;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk;

/// <summary>What the rules found: weight, code, a way to the place, the sentence, the basis.</summary>
public sealed partial class FindingList : ComponentBase
{
    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public OpenReport Report { get; set; } = null!;

    /// <summary>What was found.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<Finding> Findings { get; set; } = [];

    private Words W => Report.Call.Frame.Words;

    private DeskWords D => Report.Call.D;

    private string AnchorOf(Finding finding) => EditorModel.AnchorOf(Report.Form, finding.Where);

    private string PlaceOf(Finding finding) => D.PlaceOf(Report.Form, finding.Where);
}
