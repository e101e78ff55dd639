using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Documents.Notices;
using Federation.Documents.Pdf;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;
using CascadeMode = Federation.Domain.WorkPoints.CascadeMode;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.WorkPlans;

/// <summary>federation.v1.WorkPlans: acts on plans.</summary>
public sealed partial class WorkPlansService(IGrainFactory grains, IPlanReads plans, INoticeDesk desk, IDivisions divisions, Requests requests, PdfPrinter printer, TimeProvider clock) : V1.WorkPlans.WorkPlansBase
{
    /// <inheritdoc />
    public override async Task<Plan> SavePlanDraft(SavePlanDraftRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        var findings = new List<Finding>();
        var draft = PlanReading.Read(request.Content ?? new PlanContent(), findings);
        Requests.Refuse(findings);
        var reply = await Grain(id).SaveDraft(new SavePlanDraft(
            Requests.RequestId(request.RequestId), context.Subject(), draft, request.HasExpectedRevision ? request.ExpectedRevision : -1));
        return PlanMapping.ToProto(reply.OrThrow(), reply.Findings, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<V1.PlanPreview> PreviewPlan(PreviewPlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        var findings = new List<Finding>();
        var draft = request.Content is null ? null : PlanReading.Read(request.Content, findings);
        var asOf = Requests.OptionalDay(request.AsOf, "as_of", findings);
        Requests.Refuse(findings);
        var reply = await Grain(id).Preview(new PreviewPlan(context.Subject(), draft, asOf));
        var preview = reply.OrThrow();
        var tree = divisions.AsOf(preview.AsOf);
        var response = new V1.PlanPreview { AsOf = PlanMapping.Day(preview.AsOf), Count = preview.Receivers.Length, AcceptBy = PlanMapping.Day(preview.AcceptBy) };
        response.Receivers.AddRange(preview.Receivers.Take(Requests.PageSize(request.Limit, 1000, 10_000)).Select(r =>
        {
            var receiver = new V1.PlanReceiver { Unit = r.Unit.Value, Name = PlanMapping.NameOf(tree, r.Unit), Why = r.Why };
            receiver.Clauses.AddRange(r.Clauses);
            return receiver;
        }));
        response.Differences.AddRange(preview.Differences.Select(PlanMapping.ToProto));
        response.Findings.AddRange(reply.Findings.Select(Refusals.ToProto));
        return response;
    }

    /// <inheritdoc />
    public override async Task<Plan> IssuePlan(IssuePlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        var reply = await Grain(id).Issue(new IssuePlan(Requests.RequestId(request.RequestId), context.Subject(), Requests.OptionalDay(request.AsOf)));
        return PlanMapping.ToProto(reply.OrThrow(), reply.Findings, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<Plan> CascadePlan(CascadePlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        requests.Demand(context.Subject(), Permission.IssuePlans, id.Issuer);
        var findings = new List<Finding>();
        if (!PlanId.TryParse(request.From, out var from))
            findings.Add(GatewayRules.BadPlan.At("from", $"“{request.From}”不是工作要点编号,应如 330000/2026/12", $"'{request.From}' is no plan; write 330000/2026/12"));
        if (request.EarlierByDays < 0)
            findings.Add(GatewayRules.BadClause.At("earlier_by_days", "天数不得为负", "days are not below 0"));
        var choices = PlanReading.Choices(request.Receivers, "receivers", findings);
        Requests.Known(request.Mode, "mode");
        Requests.Refuse(findings);
        var above = await Grain(from!).Get() is { Content: { } content } ? content : throw Refusals.ToRpcException([WorkPlanRules.NotIssued.At("from")]);
        var held = (await Grain(from!).DutiesOf(id.Issuer)).Select(d => PlanDuties.PlaceOf(d.Id)).ToHashSet();
        var draft = Cascading.Draft(from!, above, held, choices, (CascadeMode)request.Mode, request.EarlierByDays);
        var reply = await Grain(id).SaveDraft(new SavePlanDraft(Requests.RequestId(request.RequestId), context.Subject(), draft));
        return PlanMapping.ToProto(reply.OrThrow(), reply.Findings, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<Plan> AmendPlan(AmendPlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        var reply = await Grain(id).Amend(new AmendPlan(Requests.RequestId(request.RequestId), context.Subject(), request.Reason, Requests.OptionalDay(request.AsOf)));
        return PlanMapping.ToProto(reply.OrThrow(), reply.Findings, divisions.Today);
    }

    /// <inheritdoc />
    public override async Task<Plan> WithdrawPlan(WithdrawPlanRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        var reply = await Grain(id).Withdraw(new WithdrawPlan(Requests.RequestId(request.RequestId), context.Subject(), request.Reason));
        return PlanMapping.ToProto(reply.OrThrow(), reply.Findings, divisions.Today);
    }

    private IWorkPlanGrain Grain(PlanId id) => grains.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(id));

    private PlanId Id(string unit, int year, int number)
    {
        var issuer = requests.Unit(unit);
        return PlanId.TryParse(FormattableString.Invariant($"{issuer}/{year}/{number}"), out var id)
            ? id
            : throw Refusals.ToRpcException([GatewayRules.BadPlan.At("number", $"没有 {year} 年第 {number} 号工作要点", $"{year}/{number} is no plan")]);
    }
}
