using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Federation.Gateway.Reports;

/// <summary>federation.v1.Reports: periods, filing and review. Each method parses, asks the grain, maps.</summary>
public sealed partial class ReportsService(IGrainFactory grains, IReadModels readModels, IRosters rosters, Requests requests, IHostApplicationLifetime lifetime) : V1.Reports.ReportsBase
{
    /// <inheritdoc />
    public override async Task<Period> OpenPeriod(OpenPeriodRequest request, ServerCallContext context)
    {
        var message = new OpenPeriod(Requests.RequestId(request.RequestId), context.Subject(), Requests.OptionalDay(request.AsOf), request.Form, Requests.OptionalDay(request.Due), request.Title);
        var reply = await grains.GetGrain<IPeriodGrain>(GrainKeys.Period(Requests.Period(request.Period))).Open(message);
        var opened = reply.OrThrow();
        return ToProto(opened.Period.ToString(), opened.Form, opened.AsOf, opened.OpenedAt, opened.Expected, opened.Title);
    }

    /// <inheritdoc />
    public override async Task<ListPeriodsResponse> ListPeriods(ListPeriodsRequest request, ServerCallContext context)
    {
        var response = new ListPeriodsResponse();
        foreach (var row in await readModels.Periods(context.CancellationToken))
        {
            var roster = await rosters.Find(PeriodId.Parse(row.Period), context.CancellationToken);
            response.Periods.Add(ToProto(row.Period, row.Form, row.AsOf, row.OpenedAt, roster!.Expected, row.Title));
        }
        return response;
    }

    /// <inheritdoc />
    public override Task<Form> GetForm(GetFormRequest request, ServerCallContext context) =>
        Task.FromResult(FormMapping.ToProto(Forms.Find(request.Form) ?? throw Refusals.ToRpcException([ReportRules.UnknownForm.At("form", $"没有表式 {request.Form}", $"there is no form {request.Form}")])));

    /// <inheritdoc />
    public override async Task<Receipt> SaveDraft(SaveDraftRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, context);
        var figures = FiguresMapping.Read(request.Figures, form);
        var reply = await grain.SaveDraft(new SaveReportDraft(Requests.RequestId(request.RequestId), context.Subject(), figures, request.ExpectedRevision));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<CheckReportResponse> CheckReport(CheckReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, context);
        var (figures, shape) = FiguresMapping.TryRead(request.Figures, form);
        var reply = await grain.Check(context.Subject(), figures);
        reply.OrThrow();
        var findings = shape.Concat(reply.Findings).ToList();
        var response = new CheckReportResponse { WouldBeRefused = findings.Exists(f => f.Blocks) };
        response.Findings.AddRange(findings.Select(Refusals.ToProto));
        return response;
    }

    /// <inheritdoc />
    public override async Task<Receipt> SubmitReport(SubmitReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.FileReports, request.Unit, request.Period, context);
        var (figures, shape) = FiguresMapping.TryRead(request.Figures, form);
        if (shape.Count > 0)
            throw Refusals.ToRpcException([.. shape, .. FigureCheck.Check(figures, Domain.Divisions.Tier.Nation).Where(f => shape.All(s => s.Where != f.Where))]);
        var reply = await grain.Submit(new SubmitReport(Requests.RequestId(request.RequestId), context.Subject(), figures, request.ExpectedVersion));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> AcceptReport(AcceptReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReviewReports, request.Unit, request.Period, context);
        var reply = await grain.Accept(new AcceptReport(Requests.RequestId(request.RequestId), context.Subject(), request.Version));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> ReturnReport(ReturnReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReviewReports, request.Unit, request.Period, context);
        var reasons = request.Reasons.Select(r => new Domain.Reports.ReturnReason(r.Cell, r.Text));
        var reply = await grain.Return(new ReturnReport(Requests.RequestId(request.RequestId), context.Subject(), request.Version, [.. reasons]));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<V1.Report> GetReport(GetReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReadReports, request.Unit, request.Period, context);
        return ReportMapping.ToProto((await grain.Get(context.Subject())).OrThrow());
    }

    // The grain asks for the permission too; here it is asked before the figures are looked at, so that who may not hears only that.
    private async Task<(IReportGrain Grain, ReportForm Form)> Report(Permission permission, string unitText, string periodText, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(unitText, periodText);
        requests.Demand(context.Subject(), permission, unit);
        var roster = await OpenRoster(period, context.CancellationToken);
        return (grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period)), roster.Form);
    }

    private async ValueTask<Roster> OpenRoster(PeriodId period, CancellationToken ct) =>
        await rosters.Find(period, ct) ?? throw Refusals.ToRpcException([ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open")]);

    private static Period ToProto(string period, string form, DateOnly asOf, DateTimeOffset openedAt, int expected, string title) => new()
    {
        Period_ = period,
        Form = form,
        AsOf = asOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        OpenedAt = openedAt.ToTimestamp(),
        Expected = expected,
        Title = title,
    };
}
