using System.Collections.Immutable;
using Federation.Contracts.WorkPoints;
using Federation.Domain.WorkPoints;
using Federation.Grains.Journals;

namespace Federation.Grains.WorkPoints;

/// <summary>A work plan as it is read.</summary>
public sealed partial class WorkPlanGrain
{
    private ImmutableArray<PlanAct> told = [];
    private PlanDraft? toldContent;
    private int toldUntil;

    /// <inheritdoc />
    public Task<PlanView?> Get() => Task.FromResult(Plan.Revision == 0 ? null : View());

    private PlanView View() => new(
        Id, Plan.Revision, Plan.Version, Plan.Issued?.Content, Plan.Draft, Plan.Issued?.AsOf, Plan.WithdrawnFor, History(), Counts());

    private PlanCounts Counts()
    {
        if (Plan.Issued is null || Plan.WithdrawnFor is not null)
            return new(0, 0, 0, 0, 0, 0);
        var tally = Plan.Tally;
        return new(tally.Receivers, tally.Reached, tally.Opened, tally.Accepted, tally.Objected, tally.Escalated, tally.Refused);
    }

    // acts do not change: those told before are not read again, and of receipts there may be many
    private ImmutableArray<PlanAct> History()
    {
        var acts = told.ToBuilder();
        for (; toldUntil < journal.Acts.Count; toldUntil++)
        {
            var act = journal.Acts[toldUntil];
            switch (act.Event)
            {
                case PlanDraftSaved:
                    acts.Add(Told(act, "draft-saved", 0, ""));
                    break;
                case PlanIssued e:
                    acts.Add(Told(act, e.Version == 1 ? "issued" : "amended", e.Version, e.Reason) with { Differences = toldContent is null ? [] : Differences(toldContent, e.Content) });
                    toldContent = e.Content;
                    break;
                case PlanSilenceEscalated e:
                    acts.Add(Told(act, "silence-escalated", 0, $"{e.Units.Length} 个单位逾期未签收"));
                    break;
                case PlanWithdrawn e:
                    acts.Add(Told(act, "withdrawn", 0, e.Reason));
                    break;
                default:
                    break; // receipts are told in counts
            }
        }
        return told = acts.ToImmutable();
    }

    private static PlanAct Told(Act<WorkPlanEvent> act, string kind, int version, string text) => new(kind, act.At, act.Actor, version, text, []);

    private static ImmutableArray<ClauseDifferenceView> Differences(PlanDraft? before, PlanDraft after) => before is null ? [] :
    [
        .. PlanDifference.Of(before, after).Where(d => d.Change != ClauseChange.Same)
            .Select(d => new ClauseDifferenceView(d.Clause, d.Change, Said(d.Before), Said(d.After))),
    ];

    private static string Said(WorkPoint? point) => point is null ? "" : $"{point.Text}[{string.Join("; ", point.Measures)}]";
}
