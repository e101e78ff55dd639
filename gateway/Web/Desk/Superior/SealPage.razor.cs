using System.Collections.Immutable;
using Federation.Domain.Reports;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>成批签发: what waits for its seal, its headline figures, and what stands in the way of each, before anything is done.</summary>
public sealed partial class SealPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Unit and period.</summary>
    [Parameter, EditorRequired]
    public Place Place { get; set; } = null!;

    /// <summary>What waits.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<SealLine> Lines { get; set; } = [];

    /// <summary>What became of the act before.</summary>
    [Parameter]
    public ImmutableArray<Outcome> Outcomes { get; set; } = [];

    private static readonly string[] Scripts = ["picks.js"];

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private string Here => $"/desk/seal/{Place.Address}";

    private string Title => D.SealBelowOf(Place.Row.Name, W.Period(Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.ToSealBelow, null)];

    private ImmutableArray<HeadlineFigure> Headlines => Place.Roster.Form.Headlines;

    private IEnumerable<SealLine> Able => Lines.Where(l => l.Blockers.IsEmpty);

    private static long Of(SealLine line, HeadlineFigure headline) => headline.Cells.Sum(c => line.Pending.Content.Figures[c].Value);
}
