using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.WorkPoints;

namespace Federation.Benchmarks.Floors;

/// <summary>What a work point has left in the ledger, made anew for a bare one: the event and the due row of every book, the events and rows of the plan. No messages.</summary>
internal static class PlanActs
{
    private const int PageSize = 5000;

    /// <summary>Acts of the books, and those of the plan in order.</summary>
    public static async Task<(Append[] Books, Append[] Plan)> Of(ILedger ledger, IPlanReads plans, PlanId plan, CancellationToken ct)
    {
        var rows = (await plans.Assignments(plan, null, null, -1, int.MaxValue, int.MaxValue, ct)).ToLookup(r => r.Unit);
        var (books, own) = (new List<Append>(), new List<Append>());
        var mark = $"\"plan\":\"{plan}\"";
        long after = 0;
        while (await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            foreach (var act in page)
            {
                if (act.Kind == "duties-received" && System.Text.Encoding.UTF8.GetString(act.Payload.Span).Contains(mark, StringComparison.Ordinal))
                    books.Add(Book(act));
                else if (act.Stream == GrainKeys.Plan(plan))
                    own.Add(OfPlan(act, plan, rows));
            }
        }
        return ([.. books], [.. own]);
    }

    private static Append Book(RecordedEvent act) => EventOf(act) with
    {
        ExpectedSeq = 0, // in a ledger that holds this plan alone
        Changes = [new DuesChanged(act.Stream, [new DueRow(GrainKeys.UnitAndYearOf(act.Stream).Unit, act.At.AddDays(30), "light", act.Stream)])],
    };

    private static Append OfPlan(RecordedEvent act, PlanId plan, ILookup<UnitId, AssignmentRow> rows) => EventOf(act) with
    {
        Changes = WorkPlanEventJson.Read(act) switch
        {
            PlanIssued e => [new AssignmentsChanged(plan, true, [.. e.Receivers.SelectMany(r => rows[r.Unit]).Select(r => r with { State = AssignmentState.Assigned, DeliveredAt = null, Light = "", Due = null })])],
            PlanReceiptsTaken e => [new AssignmentsChanged(plan, false, [.. e.Receipts.SelectMany(r => rows[r.Unit])])],
            _ => [],
        },
    };

    private static Append EventOf(RecordedEvent act) =>
        new(act.Stream, act.Seq - 1, act.At, act.Actor, act.OnBehalfOf, act.Key, [new NewEvent(act.Kind, act.KindVersion, act.Payload)]);
}
