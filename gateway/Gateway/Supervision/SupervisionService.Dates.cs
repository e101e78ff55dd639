using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Divisions;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Federation.Gateway.Supervision;

/// <summary>federation.v1.Supervision: dates of a period, its local layers, and its list.</summary>
public sealed partial class SupervisionService
{
    /// <inheritdoc />
    public override async Task<PeriodDates> SetEarlierDue(SetEarlierDueRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        requests.Demand(context.Subject(), Permission.OpenPeriods, unit, period);
        var findings = new List<Domain.Findings.Finding>();
        var due = Requests.OptionalDay(request.Due, "due", findings) ?? DateOnly.MinValue;
        var locks = Requests.OptionalDay(request.Locks, "locks", findings);
        if (request.Due.Length == 0)
            findings.Add(GatewayRules.BadDay.At("due"));
        if (string.IsNullOrWhiteSpace(request.Notice))
            findings.Add(DeadlineRules.NoNotice.At("notice"));
        Requests.Known(request.Kind, "kind");
        Requests.Known(request.Tier, "tier");
        Requests.Refuse(findings);
        var reply = await PeriodGrain(period).SetEarlierDue(new SetEarlierDue(
            Requests.RequestId(request.RequestId), context.Subject(), unit,
            request.Kind == V1.UnitKind.Unspecified ? null : (Domain.Divisions.UnitKind)((int)request.Kind - 1),
            request.Tier == V1.Tier.Unspecified ? null : (Domain.Divisions.Tier)((int)request.Tier - 1),
            due, locks, request.Notice));
        return ToProto(reply.OrThrow());
    }

    /// <inheritdoc />
    public override async Task<PeriodDates> AmendRoster(AmendRosterRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        var reply = await PeriodGrain(period).AmendRoster(new AmendRoster(Requests.RequestId(request.RequestId), context.Subject(), unit, request.Excused, request.Reason));
        return ToProto(reply.OrThrow());
    }

    /// <inheritdoc />
    public override async Task<PeriodDates> GetPeriodDates(GetPeriodDatesRequest request, ServerCallContext context)
    {
        var period = Requests.Period(request.Period);
        return ToProto(await PeriodGrain(period).Get() ?? throw Refusals.ToRpcException([ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open")]));
    }

    /// <inheritdoc />
    public override async Task<DueExplained> ExplainDue(ExplainDueRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        var due = await PeriodGrain(period).Explain(unit) ?? throw NotListed(request.Unit);
        var response = new DueExplained { Unit = unit.Value, Period = period.ToString(), Due = Day(due.Day), Locks = Day(due.Locks), Basis = due.Basis };
        response.Steps.AddRange(due.Steps.Select(s => new V1.DueStep { Day = Day(s.Day), Basis = s.Basis, SetBy = s.SetBy?.Value ?? "" }));
        return response;
    }

    private IPeriodGrain PeriodGrain(PeriodId period) => grains.GetGrain<IPeriodGrain>(GrainKeys.Period(period));

    private static PeriodDates ToProto(PeriodView view)
    {
        var dates = new PeriodDates
        {
            Period = view.Period.ToString(),
            Form = view.Form,
            Title = view.Title,
            AgenciesDue = Day(view.AgenciesDue),
            GovernmentsDue = Day(view.GovernmentsDue),
            Locks = Day(view.Locks),
            Expected = view.Expected,
        };
        dates.Layers.AddRange(view.Layers.Select(l => new DateLayer
        {
            Unit = l.Top.Value,
            Kind = l.Kind is { } kind ? (V1.UnitKind)((int)kind + 1) : V1.UnitKind.Unspecified,
            Tier = l.Tier is { } tier ? UnitMapping.ToProto(tier) : V1.Tier.Unspecified,
            Due = Day(l.Due),
            Locks = Day(l.Locks),
            Notice = l.Notice,
            At = l.At.ToTimestamp(),
            By = l.By,
        }));
        dates.Amendments.AddRange(view.Amendments.Select(a => new V1.RosterAmendment { Unit = a.Unit.Value, Excused = a.Excused, Reason = a.Reason, At = a.At.ToTimestamp(), By = a.By }));
        return dates;
    }
}
