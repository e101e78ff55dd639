using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Domain.WorkPoints;

/// <summary>Rows of the read models as they follow from a plan.</summary>
public static class PlanRowsOf
{
    /// <summary>The plan, its clauses and what they will cost; a draft alone has no clauses in force.</summary>
    /// <param name="id">The plan's id.</param>
    /// <param name="plan">As it stands.</param>
    /// <param name="days">The calendar by which the cost is planned: that of the issuer.</param>
    public static PlanChanged Plan(PlanId id, WorkPlan plan, IWorkingDays days)
    {
        var content = plan.Issued?.Content ?? plan.Draft!;
        var row = new PlanRow(
            id, id.Issuer, id.Year, content.Title, content.DocumentNumber, plan.Version, plan.Issued is null ? null : plan.IssuedAt, plan.Issued?.AsOf ?? DateOnly.MinValue,
            plan.WithdrawnFor is null ? plan.Issued?.Receivers.Length ?? 0 : 0, plan.WithdrawnFor is not null);
        return plan.Issued is not { } issued || plan.WithdrawnFor is not null
            ? new(row, [])
            : new(row, [.. content.Points.Select((p, i) => Clause(id, issued, p, i))]) { Months = [.. content.Points.SelectMany(p => Months(id, issued, p, BeijingTime.DateOf(plan.IssuedAt), days))] };
    }

    /// <summary>Assignments of every unit that the plan was ever sent to.</summary>
    public static AssignmentsChanged All(PlanId id, WorkPlan plan) =>
        new(id, true, [.. plan.Standings.Values.OrderBy(s => s.Receiver.Ord).SelectMany(s => Rows(id, s, plan.WithdrawnFor is not null))]);

    /// <summary>Assignments of some units.</summary>
    public static AssignmentsChanged Of(PlanId id, WorkPlan plan, IEnumerable<UnitId> units) =>
        new(id, false, [.. units.Select(u => plan.Standings[u]).OrderBy(s => s.Receiver.Ord).SelectMany(s => Rows(id, s, plan.WithdrawnFor is not null))]);

    private static ClauseRow Clause(PlanId id, PlanIssued issued, WorkPoint point, int ord) => new(
        id, point.Clause, ord, point.Title, string.Join('\n', point.Measures.Select(MeasureText.Write)), point.Source?.ToString() ?? "",
        issued.Trails[point.Clause][0].Clause.ToString(), point.Minutes);

    private static IEnumerable<ClauseMonthRow> Months(PlanId id, PlanIssued issued, WorkPoint point, DateOnly on, IWorkingDays days) =>
        PlanDuties.Of(id, issued.Content, point, id.Issuer, []).SelectMany(d => Burden.Planned(d, on, id.Issuer, days))
            .GroupBy(m => m.Month).OrderBy(g => g.Key).Select(g => new ClauseMonthRow(point.Clause, g.Key, g.Sum(m => m.Minutes)));

    private static IEnumerable<AssignmentRow> Rows(PlanId id, Standing standing, bool withdrawn)
    {
        var receipt = standing.IsReached ? standing.Receipt : null;
        foreach (var clause in standing.Receiver.Clauses)
        {
            var line = receipt?.Lines.FirstOrDefault(l => l.Clause == clause);
            yield return new AssignmentRow(
                id, standing.Receiver.Ord, standing.Receiver.Unit, clause, standing.Version,
                withdrawn ? AssignmentState.Withdrawn : standing.IsRefused ? AssignmentState.Refused : line?.StateOf(receipt!.OpenedAt) ?? (receipt is null ? AssignmentState.Assigned : AssignmentState.Delivered),
                standing.SentAt, receipt?.DeliveredAt, receipt?.OpenedAt, Later(line?.AcceptedAt, line?.ObjectedAt), standing.EscalatedOn,
                standing.IsRefused ? string.Join(';', standing.Refusal!.Refused) : line?.StateOf(null) == AssignmentState.Objected ? line.Objection : "", line?.Light ?? "", line?.Due);
        }
    }

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;
}
