using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports.Corrections;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>新更正: what came since the last look, and below it what was seen before.</summary>
public sealed partial class NewsPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Corrections, newest first.</summary>
    [Parameter, EditorRequired]
    public CorrectionsModel Model { get; set; } = null!;

    /// <summary>The last look; null: this is the first.</summary>
    [Parameter]
    public DateTimeOffset? Looked { get; set; }

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private string Title => D.CorrectionsSince(Model.Place.Row.Name, W.Period(Model.Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.NewCorrections, null)];

    private List<CorrectionLine> New => [.. Model.Lines.Where(l => Looked is not { } last || l.After.At > last)];

    private List<CorrectionLine> Seen => [.. Model.Lines.Where(l => Looked is { } last && l.After.At <= last)];
}
