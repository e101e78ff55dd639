using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Reports;

/// <summary>federation.v1.Reports: what a unit does with its own report, from draft to publication.</summary>
public sealed partial class ReportsService
{
    /// <inheritdoc />
    public override async Task<Receipt> SaveDraft(SaveDraftRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, request.Scope, context);
        var content = ContentMapping.Read(request.Figures, request.Texts, request.Dispositions, form, Requests.Period(request.Period));
        var reply = await grain.SaveDraft(new SaveReportDraft(Requests.RequestId(request.RequestId), context.Subject(), content, request.ExpectedRevision));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> EditDraft(EditDraftRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, request.Scope, context);
        var message = new EditReportDraft(
            Requests.RequestId(request.RequestId), context.Subject(), ContentMapping.ReadEdits(request.Cells, form),
            [.. request.Texts.Select(t => new TextEditMessage(t.Section, t.Was, t.Now))]);
        var reply = await grain.Edit(message);
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<V1.Report> BeginReport(GetReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.ReadReports, request.Unit, request.Period, request.Scope, context);
        return ReportMapping.ToProto((await grain.Begin(context.Subject())).OrThrow(), form);
    }

    /// <inheritdoc />
    public override async Task<DraftProseResponse> DraftProse(DraftProseRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.ReadReports, request.Unit, request.Period, request.Scope, context);
        var figures = request.Figures is null ? null : FiguresMapping.Read(request.Figures, form, Requests.Period(request.Period));
        var response = new DraftProseResponse();
        response.Texts.Add((await grain.DraftProse(context.Subject(), figures)).OrThrow().Draft!.Texts);
        return response;
    }

    /// <inheritdoc />
    public override async Task<CheckReportResponse> CheckReport(CheckReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, request.Scope, context);
        var (content, shape) = ContentMapping.TryRead(request.Figures, request.Texts, request.Dispositions, form, Requests.Period(request.Period));
        var findings = await Judge(grain, content, shape, context);
        var response = new CheckReportResponse { WouldBeRefused = findings.Any(f => f.Blocks) };
        response.Findings.AddRange(findings.Select(Refusals.ToProto));
        return response;
    }

    /// <inheritdoc />
    public override async Task<Receipt> SubmitReport(SubmitReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, request.Scope, context);
        var (content, shape) = ContentMapping.TryRead(request.Figures, request.Texts, request.Dispositions, form, Requests.Period(request.Period));
        if (shape.Any(f => f.Blocks))
            throw Refusals.ToRpcException(await Judge(grain, content, shape, context, request.ExpectedVersion));
        var reply = await grain.Submit(new SubmitReport(Requests.RequestId(request.RequestId), context.Subject(), content, request.ExpectedVersion, request.Correction));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> ApproveReport(ApproveReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ApproveReports, request.Unit, request.Period, request.Scope, context);
        var reply = await grain.Approve(new ApproveReport(Requests.RequestId(request.RequestId), context.Subject(), request.Version, Requests.Hash(request.ContentHash)));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> SendBackReport(ReturnReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ApproveReports, request.Unit, request.Period, request.Scope, context);
        var reply = await grain.SendBack(ToMessage(request, context));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> PublishReport(PublishReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.PublishReports, request.Unit, request.Period, request.Scope, context);
        var reply = await grain.Publish(new PublishReport(
            Requests.RequestId(request.RequestId), context.Subject(), request.Version, request.Where, Requests.OptionalDay(request.On, "on")));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> CountRegister(CountRegisterRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.FileReports, request.Unit, request.Period, V1.ReportScope.Own, context);
        var reply = await grain.Count(new CountRegister(Requests.RequestId(request.RequestId), context.Subject(), request.System, [.. request.Counts.Select(c => new CellCount(c.Key, c.Value))]));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    // Cells that could not be read are left missing for the rules; what these say of the same place would only repeat it.
    private static async Task<ImmutableArray<Domain.Findings.Finding>> Judge(
        IReportGrain grain, ReportContent content, ImmutableArray<Domain.Findings.Finding> shape, ServerCallContext context, long? expectedVersion = null)
    {
        var reply = await grain.Check(context.Subject(), content);
        var current = reply.OrThrow().Version;
        ImmutableArray<Domain.Findings.Finding> stale = expectedVersion is { } expected && expected != current
            ? [ReportRules.StaleVersion.At("expected_version", $"已签发到第 {current} 版,您依据的是第 {expected} 版", $"version {current} is sealed, you started from {expected}")]
            : [];
        return [.. shape, .. stale, .. reply.Findings.Where(f => shape.All(s => s.Where != f.Where))];
    }

    private static ReturnReport ToMessage(ReturnReportRequest request, ServerCallContext context) => new(
        Requests.RequestId(request.RequestId), context.Subject(), request.Version, [.. request.Reasons.Select(r => new Domain.Reports.ReturnReason(r.Cell, r.Text))]);
}
