using System.Collections.Immutable;
using Federation.Contracts.WorkPoints;
using Federation.Domain.WorkPoints;
using Federation.Grains.Journals;

namespace Federation.Grains.WorkPoints;

/// <summary>A work plan as it is read.</summary>
public sealed partial class WorkPlanGrain
{
    /// <inheritdoc />
    public Task<PlanView?> Get() => Task.FromResult(Plan.Revision == 0 ? null : View());

    private PlanView View() => new(
        Id, Plan.Revision, Plan.Version, Plan.Issued?.Content, Plan.Draft, Plan.Issued?.AsOf, Plan.WithdrawnFor, History(), Counts());

    private PlanCounts Counts()
    {
        if (Plan.Issued is null || Plan.WithdrawnFor is not null)
            return new(0, 0, 0, 0, 0, 0);
        var bound = Plan.Standings.Values.Where(s => !s.Receiver.Clauses.IsEmpty).ToList();
        var reached = bound.Where(s => s.IsReached).ToList();
        return new(
            bound.Count, reached.Count, reached.Count(s => s.Receipt!.OpenedAt is not null),
            reached.Count(s => s.Receipt!.Lines.All(l => l.StateOf(null) == AssignmentState.Accepted)),
            reached.Count(s => s.Receipt!.Lines.Any(l => l.StateOf(null) == AssignmentState.Objected)),
            bound.Count(s => s.EscalatedOn is not null));
    }

    private ImmutableArray<PlanAct> History()
    {
        var acts = ImmutableArray.CreateBuilder<PlanAct>();
        PlanDraft? before = null;
        foreach (var act in journal.Acts)
        {
            switch (act.Event)
            {
                case PlanDraftSaved:
                    acts.Add(Told(act, "draft-saved", 0, ""));
                    break;
                case PlanIssued e:
                    acts.Add(Told(act, e.Version == 1 ? "issued" : "amended", e.Version, e.Reason) with { Differences = before is null ? [] : Differences(before, e.Content) });
                    before = e.Content;
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
        return acts.ToImmutable();
    }

    private static PlanAct Told(Act<WorkPlanEvent> act, string kind, int version, string text) => new(kind, act.At, act.Actor, version, text, []);

    private static ImmutableArray<ClauseDifferenceView> Differences(PlanDraft? before, PlanDraft after) => before is null ? [] :
    [
        .. PlanDifference.Of(before, after).Where(d => d.Change != ClauseChange.Same)
            .Select(d => new ClauseDifferenceView(d.Clause, d.Change, Said(d.Before), Said(d.After))),
    ];

    private static string Said(WorkPoint? point) => point is null ? "" : $"{point.Text}[{string.Join("; ", point.Measures)}]";
}
