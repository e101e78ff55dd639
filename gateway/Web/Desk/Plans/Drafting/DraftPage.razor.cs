using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>草拟: a draft with what was found beside each field, who would receive it, and its issue.</summary>
public sealed partial class DraftPage : ComponentBase
{
    private const int Shown = 20;

    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public OpenDraft Open { get; set; } = null!;

    /// <summary>Tree of today.</summary>
    [Parameter, EditorRequired]
    public DivisionTree Tree { get; set; } = null!;

    /// <summary>Its head, as it stands or as typed.</summary>
    [Parameter, EditorRequired]
    public HeadForm Head { get; set; } = null!;

    /// <summary>The clause that is edited; null: none.</summary>
    [Parameter]
    public PointForm? Point { get; set; }

    /// <summary>The notice it was read from, while it is kept; null: none.</summary>
    [Parameter]
    public MarkupString? Text { get; set; }

    /// <summary>Key of that notice.</summary>
    [Parameter]
    public string Notice { get; set; } = "";

    /// <summary>Why it was not done; empty: it was.</summary>
    [Parameter]
    public ImmutableArray<Finding> Refusals { get; set; } = [];

    /// <summary>Last act, in a sentence; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    private static readonly string[] Scripts = ["kinds.js"];

    private DeskWords D => Open.Call.D;

    private int Errors => Open.Findings.Count(f => f.Blocks);

    private bool HeadOpen => Open.Preview is null || Point is null;

    private string Title => Open.Draft.Title.Length > 0 ? D.DraftOf(Open.Draft.Title) : D.NewDraft;

    private string Beside => Notice.Length > 0 ? $"&notice={Notice}" : "";

    private IReadOnlyList<TrailStep> Trail => [new(D.Desk, "/desk"), new(D.Plans, "/desk/plans"), new(D.DraftMark, null)];
}
