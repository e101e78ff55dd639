using System.Collections.Immutable;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Superior;

/// <summary>What the lists of a superior have in common: a unit and period, directly below or all below, page by page, and what became of the act before.</summary>
public abstract class SuperiorPage : ComponentBase
{
    private protected static readonly string[] Scripts = ["picks.js"];

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>Who asks.</summary>
    [Parameter, EditorRequired]
    public DeskCall Call { get; set; } = null!;

    /// <summary>Unit and period.</summary>
    [Parameter, EditorRequired]
    public Place Place { get; set; } = null!;

    /// <summary>All below, not the units directly below alone.</summary>
    [Parameter]
    public bool Subtree { get; set; }

    /// <summary>Order after which the next page begins; null: none.</summary>
    [Parameter]
    public int? Next { get; set; }

    /// <summary>What became of the act before.</summary>
    [Parameter]
    public ImmutableArray<Outcome> Outcomes { get; set; } = [];

    private protected Words W => Frame.Words;

    private protected DeskWords D => Call.D;

    private protected IReadOnlyList<TrailStep> TrailTo(string last) => [new(D.Desk, "/desk"), new(last, null)];
}
