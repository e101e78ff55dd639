using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Federation.Grains.Outbox;

namespace Federation.Grains.WorkPoints;

/// <summary>The messages that an act on a plan sends down: one to each receiver that is bound otherwise than before. Receivers bound alike share one text.</summary>
internal static class PlanMessages
{
    /// <summary>Messages of an issue: to whomever this version binds anew or lets go; to everybody bound when the notice is called otherwise than before.</summary>
    public static ImmutableArray<NewMessage> Of(PlanId plan, PlanIssued? before, WorkPlan after, PlanIssued issued, DateTimeOffset at)
    {
        var renamed = before is not null && !PlanDifference.IsCalledAlike(before, issued);
        return To(plan, issued, after.Standings.Values.Where(s => s.Version == issued.Version || (renamed && s.IsBound)), issued.Version, at, issued.Reason);
    }

    /// <summary>Messages of a withdrawal: empty duties, a version above every other.</summary>
    public static ImmutableArray<NewMessage> Withdrawing(PlanId plan, WorkPlan after, DateTimeOffset at) =>
        To(plan, after.Issued!, after.Standings.Values.Where(s => !s.Receiver.Clauses.IsEmpty).Select(s => s with { Receiver = s.Receiver with { Clauses = [] } }),
            after.Version + 1, at, after.WithdrawnFor!);

    private static ImmutableArray<NewMessage> To(PlanId plan, PlanIssued issued, IEnumerable<Standing> standings, int version, DateTimeOffset at, string reason)
    {
        var payloads = new Dictionary<(string Clauses, string Parts), byte[]>();
        var sender = GrainKeys.Plan(plan);
        var messages = ImmutableArray.CreateBuilder<NewMessage>();
        foreach (var standing in standings.OrderBy(s => s.Receiver.Ord))
        {
            var unit = standing.Receiver.Unit;
            var key = (string.Join('\n', standing.Receiver.Clauses), PartsOf(issued.Content, unit));
            if (!payloads.TryGetValue(key, out var payload))
            {
                payloads[key] = payload = DutyMessages.Write(new ReceiveDuties(
                    "", plan.Issuer, plan.ToString(), version, TitleOf(issued.Content), at, DutiesOf(plan, issued, standing.Receiver.Clauses, unit), reason)
                {
                    Rules = new EscalationRulesView(issued.Content.AcceptWithin, issued.Content.LateAfter, issued.Content.SoonWithin, TitleOf(issued.Content)),
                });
            }
            messages.Add(new NewMessage(sender, GrainKeys.Duties(unit, plan.Year), "", DutyMessages.Issued, payload));
        }
        return messages.ToImmutable();
    }

    /// <summary>Duties of some clauses for a unit.</summary>
    public static ImmutableArray<Duty> DutiesOf(PlanId plan, PlanIssued issued, ImmutableArray<string> clauses, UnitId unit) =>
        [.. clauses.Select(issued.Content.Find).OfType<WorkPoint>().SelectMany(p => PlanDuties.Of(plan, issued.Content, p, unit, issued.Trails[p.Clause]))];

    // what makes the duties of two units differ besides the clauses: the part in which a clause names them
    private static string PartsOf(PlanDraft content, UnitId unit) =>
        string.Join('\n', content.Points.SelectMany(p => p.Bodies.Where(b => b.Unit == unit).Take(1).Select(b => $"{p.Clause}={b.Part}")));

    private static string TitleOf(PlanDraft content) => content.DocumentNumber.Length > 0 ? $"{content.Title}({content.DocumentNumber})" : content.Title;
}
