using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Plans;

/// <summary>A plan that a unit issued, or is writing.</summary>
/// <param name="Row">As lists show it.</param>
/// <param name="Counts">How its receivers stand; null while only a draft.</param>
/// <param name="HasDraft">Changes are kept that were not issued.</param>
public sealed record IssuedLine(PlanRow Row, PlanCounts? Counts, bool HasDraft);

/// <summary>A plan from above, and how the unit stands with it.</summary>
/// <param name="Arrival">As it came in.</param>
/// <param name="Plan">Its id.</param>
/// <param name="IssuerName">Name of its issuer.</param>
/// <param name="Duties">Duties that it asks of the unit.</param>
/// <param name="Accepted">Those taken on.</param>
/// <param name="Done">Those done.</param>
/// <param name="Late">Those late.</param>
public sealed record ReceivedLine(PlanArrivalView Arrival, PlanId Plan, string IssuerName, int Duties, int Accepted, int Done, int Late);

/// <summary>Plans of a unit.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Year">Of one year; null: of all.</param>
/// <param name="Years">Years that can be chosen, newest first.</param>
/// <param name="Issued">Issued by it.</param>
/// <param name="Received">From above; null: the reader may not see them.</param>
/// <param name="MayIssue">The reader writes plans of the unit.</param>
/// <param name="Next">Number of its next plan in the year shown, or in this one.</param>
/// <param name="ThisYear">The year in which it is read.</param>
public sealed record PlanList(
    Unit Unit, int? Year, ImmutableArray<int> Years, ImmutableArray<IssuedLine> Issued, ImmutableArray<ReceivedLine>? Received, bool MayIssue, int Next, int ThisYear);

/// <summary>Finds plans for working pages.</summary>
internal sealed class PlanReader(IGrainFactory grains, IPlanReads plans, IDivisions divisions, TimeProvider clock)
{
    private const int Most = 200;

    public IWorkPlanGrain Grain(PlanId id) => grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(id));

    /// <summary>The plan of an address; or the page that says why it is not shown.</summary>
    public async Task<(OpenPlan? Plan, IResult? Problem)> Find(HttpContext http, string unit, int year, int number)
    {
        var call = DeskCall.Of(http);
        if (IdOf(unit, year, number) is not { } id || await Find(call, id) is not { } plan)
            return (null, Problems.NotFound(call.Frame, [DeskRules.NoPlan.At("plan")]));
        return (plan, null);
    }

    public async Task<OpenPlan?> Find(DeskCall call, PlanId id)
    {
        if (!call.May(Permission.ReadPlans, id.Issuer, divisions) || await Grain(id).Get() is not { } view)
            return null;
        var may = call.May(Permission.IssuePlans, id.Issuer, divisions);
        view = may ? view : view with { Draft = null };
        return view is { Version: 0, Draft: null } ? null : new OpenPlan(call, id, view, NameOf(id.Issuer), may);
    }

    public static PlanId? IdOf(string unit, int year, int number) => PlanId.TryParse(string.Create(CultureInfo.InvariantCulture, $"{unit}/{year}/{number}"), out var id) ? id : null;

    public string NameOf(UnitId unit) => divisions.Today.Find(unit)?.Name ?? unit.Value;

    public async Task<PlanList> List(DeskCall call, Unit unit, int? year, CancellationToken ct)
    {
        var may = call.May(Permission.IssuePlans, unit.Id, divisions);
        var rows = (await plans.Plans(unit.Id, null, Most, ct)).Where(r => r.Version > 0 || may).ToList();
        var now = clock.Today().Year;
        ImmutableArray<int> years = [.. rows.Select(r => r.Year).Append(now).Append(now - 1).Distinct().OrderDescending()];
        var issued = ImmutableArray.CreateBuilder<IssuedLine>();
        foreach (var row in rows.Where(r => year is null || r.Year == year))
        {
            var view = await Grain(row.Plan).Get();
            issued.Add(new IssuedLine(row, row.Version > 0 ? view?.Counts : null, may && view?.Draft is not null));
        }
        var next = rows.Where(r => r.Year == (year ?? now)).Select(r => r.Plan.Number).DefaultIfEmpty(0).Max() + 1;
        return new PlanList(unit, year, years, issued.ToImmutable(), await Received(call, unit, year is { } one ? [one] : years), may, next, now);
    }

    public async Task<int> NextNumber(UnitId issuer, int year, CancellationToken ct) => (await plans.Plans(issuer, year, Most, ct)).Select(r => r.Plan.Number).DefaultIfEmpty(0).Max() + 1;

    private async Task<ImmutableArray<ReceivedLine>?> Received(DeskCall call, Unit unit, ImmutableArray<int> years)
    {
        if (!call.May(Permission.ReadDuties, unit.Id, divisions))
            return null;
        var lines = ImmutableArray.CreateBuilder<ReceivedLine>();
        foreach (var year in years)
        {
            if ((await grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(unit.Id, year)).Get(call.By)).Value is not { } book)
                continue;
            foreach (var arrival in book.Plans.OrderByDescending(p => p.IssuedAt))
            {
                if (!PlanId.TryParse(arrival.Plan, out var id))
                    continue;
                var duties = book.Duties.Where(d => d.Duty.Id.Plan == arrival.Plan && d.Acceptance.WithdrawnFor is null).ToList();
                lines.Add(new ReceivedLine(
                    arrival, id, NameOf(arrival.Issuer), duties.Count, duties.Count(d => d.Acceptance.AcceptedAt is not null), duties.Count(d => d.Light == "done"), duties.Count(d => d.Light == "late")));
            }
        }
        return lines.ToImmutable();
    }
}
