using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>审核: filings that wait, with what stands in the way of each before anything is done.</summary>
public sealed partial class ReviewPage : ComponentBase
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

    /// <summary>Filings.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<ReviewLine> Lines { get; set; } = [];

    /// <summary>All below, not the units directly below alone.</summary>
    [Parameter]
    public bool Subtree { get; set; }

    /// <summary>Order after which the next page begins; null: none.</summary>
    [Parameter]
    public int? Next { get; set; }

    /// <summary>What became of the act before.</summary>
    [Parameter]
    public ImmutableArray<Outcome> Outcomes { get; set; } = [];

    private static readonly string[] Scripts = ["picks.js"];

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private string Title => D.ReviewOf(Place.Row.Name, W.Period(Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.ToReview, null)];
}
