using System.Collections.Immutable;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Federation.Web.Desk.Text;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Desk.Plans;

/// <summary>一份工作要点: its clauses, how its receivers stand, what happened to it, and what the reader may do about it.</summary>
public sealed partial class PlanPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public OpenPlan Plan { get; set; } = null!;

    /// <summary>By clause: how it stands below; null: not for the reader.</summary>
    [Parameter]
    public ImmutableDictionary<string, CoverageCell>? RollUp { get; set; }

    /// <summary>Clauses that bind the reader's unit.</summary>
    [Parameter]
    public int BoundClauses { get; set; }

    /// <summary>Number of the plan with which the reader would carry it on; 0: they may not.</summary>
    [Parameter]
    public int CascadeNumber { get; set; }

    /// <summary>Name of the reader's unit.</summary>
    [Parameter]
    public string OwnName { get; set; } = "";

    /// <summary>Last act, in a sentence; empty: none.</summary>
    [Parameter]
    public string Done { get; set; } = "";

    /// <summary>Why it was not done; empty: it was.</summary>
    [Parameter]
    public ImmutableArray<Finding> Refusals { get; set; } = [];

    private static readonly ReceiverChoice[] Choices =
        [new DirectlyBelow(), new AllBelow(), new OfTier(Tier.County, UnitKind.Territory), new OfTier(Tier.Township, UnitKind.Territory)];

    private Words W => Frame.Words;

    private DeskWords D => Plan.Call.D;

    private PlanView View => Plan.View;

    private PlanDraft Content => Plan.Content;

    private string Title => Content.Title.Length > 0 ? Content.Title : D.Untitled;

    // a unit that objects to one clause and accepts the others is counted with those that object
    private int OpenedOnly => Math.Max(0, View.Counts.Opened - View.Counts.Accepted - View.Counts.Objected);

    private int ReachedOnly => Math.Max(0, View.Counts.Reached - View.Counts.Accepted - View.Counts.Objected - OpenedOnly);

    private IEnumerable<(string Kind, double From, double Width)> Segments
    {
        get
        {
            var from = 0d;
            foreach (var (kind, count) in ((string, int)[])[("accepted", View.Counts.Accepted), ("objected", View.Counts.Objected), ("opened", OpenedOnly), ("reached", ReachedOnly)])
            {
                var width = 100d * count / View.Counts.Receivers;
                yield return (kind, from, width);
                from += width;
            }
        }
    }

    // drafts kept one after the other are one line: the last of them
    private IEnumerable<(PlanAct Act, int Times)> Folded
    {
        get
        {
            var times = 0;
            for (var i = View.History.Length - 1; i >= 0; i--)
            {
                var act = View.History[i];
                times++;
                if (act.Kind == "draft-saved" && i > 0 && View.History[i - 1].Kind == "draft-saved" && View.History[i - 1].By == act.By)
                    continue;
                yield return (act.Kind == "draft-saved" ? View.History[i + times - 1] : act, times);
                times = 0;
            }
        }
    }
}
