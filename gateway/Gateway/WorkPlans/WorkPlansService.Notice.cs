using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.WorkPoints.Drafting;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.Gateway.Notices;
using Federation.V1;
using Grpc.Core;
using CascadeMode = Federation.Domain.WorkPoints.CascadeMode;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.WorkPlans;

/// <summary>federation.v1.WorkPlans: a draft made from a notice.</summary>
public sealed partial class WorkPlansService
{
    /// <inheritdoc />
    public override async Task<NoticeDraft> DraftPlanFromNotice(DraftPlanFromNoticeRequest request, ServerCallContext context)
    {
        var id = Id(request.Unit, request.Year, request.Number);
        requests.Demand(context.Subject(), Permission.IssuePlans, id.Issuer);
        var mode = (CascadeMode)Requests.Known(request.Mode, "mode");
        var findings = new List<Finding>();
        var receivers = PlanReading.Choices(request.Receivers, "receivers", findings);
        Requests.Refuse(findings);
        var choices = new DraftingChoices(id.Year, receivers, mode, request.AcceptWithin, request.Minutes, request.MoveDates);
        var read = await desk.Draft(id.Issuer, request.FileName, request.Content.ToByteArray(), choices);
        if (read is not { Draft: { } draft, Notice: { } notice })
            throw Refusals.ToRpcException(read.Notes);
        draft = draft with
        {
            Title = request.Title.Length > 0 ? request.Title : draft.Title,
            DocumentNumber = request.DocumentNumber.Length > 0 ? request.DocumentNumber : draft.DocumentNumber,
        };
        var response = new NoticeDraft { Content = PlanMapping.ToProto(draft), Notice = NoticeMapping.ToProto(notice) };
        response.Notes.AddRange(read.Notes.Select(Refusals.ToProto));
        response.Names.AddRange(read.Names.Select(NoticeMapping.ToProto));
        if (request.DryRun)
        {
            var preview = await Grain(id).Preview(new PreviewPlan(context.Subject(), draft, null));
            response.Findings.AddRange(preview.Findings.Select(Refusals.ToProto));
            return response;
        }
        var saved = await Grain(id).SaveDraft(new SavePlanDraft(
            Requests.RequestId(request.RequestId), context.Subject(), draft, request.HasExpectedRevision ? request.ExpectedRevision : -1));
        response.Plan = PlanMapping.ToProto(saved.OrThrow(), [], divisions.Today);
        response.Findings.AddRange(saved.Findings.Select(Refusals.ToProto));
        return response;
    }
}
