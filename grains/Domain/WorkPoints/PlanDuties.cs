using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>What a plan asks of one receiver, as duties: one for every measure of every clause that binds it.</summary>
public static class PlanDuties
{
    private const char MeasureMark = '~';

    /// <summary>The clause that a duty belongs to: <c>…#一/(一)~2</c> belongs to <c>…#一/(一)</c>.</summary>
    public static DutyId ClauseOf(DutyId duty) =>
        duty.Clause.IndexOf(MeasureMark, StringComparison.Ordinal) is var at and > 0 ? DutyId.Of(duty.Plan, duty.Clause[..at]) : duty;

    /// <summary>Place of the clause that a duty of a plan belongs to.</summary>
    public static string PlaceOf(DutyId duty) => ClauseOf(duty).Clause;

    /// <summary>Duties of one clause for one unit.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="content">Its content.</param>
    /// <param name="point">The clause.</param>
    /// <param name="unit">The receiver: its part follows from the bodies named.</param>
    /// <param name="trail">Way of the clause from the first issuer down to this plan, this plan included.</param>
    public static IEnumerable<Duty> Of(PlanId plan, PlanDraft content, WorkPoint point, UnitId unit, ImmutableArray<TrailStep> trail)
    {
        var role = point.Bodies.FirstOrDefault(b => b.Unit == unit)?.Part ?? DutyRole.Responsible;
        ImmutableArray<UnitId> lead = [.. point.Bodies.Where(b => b.Part == DutyRole.Lead).Select(b => b.Unit).OfType<UnitId>()];
        var basis = content.DocumentNumber.Length > 0 ? $"{content.Title}({content.DocumentNumber})第 {point.Clause} 条" : $"{content.Title}第 {point.Clause} 条";
        for (var i = 0; i < point.Measures.Length; i++)
        {
            var clause = i == 0 ? point.Clause : string.Create(CultureInfo.InvariantCulture, $"{point.Clause}{MeasureMark}{i + 1}");
            yield return new Duty(DutyId.Of(plan.ToString(), clause), point.Title, point.Text, point.Measures[i], role, basis, trail, plan.Issuer, lead, point.Minutes) { Asks = point.Asks };
        }
    }

    /// <summary>Way of a clause from the first issuer down to this plan: the way of the duty that it carries on, and one step more.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="content">Its content.</param>
    /// <param name="point">The clause.</param>
    /// <param name="held">Duties that the issuer holds.</param>
    public static ImmutableArray<TrailStep> TrailOf(PlanId plan, PlanDraft content, WorkPoint point, ImmutableArray<Duty> held)
    {
        var step = new TrailStep(plan.Issuer, DutyId.Of(plan.ToString(), point.Clause), content.DocumentNumber.Length > 0 ? $"{content.Title}({content.DocumentNumber})" : content.Title);
        var above = point.Source is { } source ? held.FirstOrDefault(d => ClauseOf(d.Id) == source)?.Trail ?? [] : [];
        return above.Add(step);
    }
}
