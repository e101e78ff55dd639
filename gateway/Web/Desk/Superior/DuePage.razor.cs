using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>催报: who has not filed, and what a superior can do about it.</summary>
public sealed partial class DuePage : ComponentBase
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

    /// <summary>Units, the longest overdue first.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<DueRow> Rows { get; set; } = [];

    /// <summary>All below, not the units directly below alone.</summary>
    [Parameter]
    public bool Subtree { get; set; }

    /// <summary>Order after which the next page begins; null: none.</summary>
    [Parameter]
    public int? Next { get; set; }

    /// <summary>What became of the act before.</summary>
    [Parameter]
    public ImmutableArray<Outcome> Outcomes { get; set; } = [];

    /// <summary>Last act; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    /// <summary>The reader may ask for reports and grant exceptions.</summary>
    [Parameter]
    public bool MayChase { get; set; }

    /// <summary>The reader may set dates and change the list.</summary>
    [Parameter]
    public bool MayDate { get; set; }

    private static readonly string[] Scripts = ["picks.js"];

    private Words W => Frame.Words;

    private DeskWords D => Call.D;

    private string Here => $"/desk/due/{Place.Address}";

    private string Title => D.DueOf(Place.Row.Name, W.Period(Place.Roster.Period));

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.DueList, null)];
}
