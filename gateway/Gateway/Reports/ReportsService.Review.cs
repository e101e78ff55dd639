using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Reports;

/// <summary>federation.v1.Reports: what a superior does with a report, and how it is read.</summary>
public sealed partial class ReportsService
{
    /// <inheritdoc />
    public override async Task<Receipt> AcceptReport(AcceptReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReviewReports, request.Unit, request.Period, request.Scope, context);
        var reply = await grain.Accept(new AcceptReport(Requests.RequestId(request.RequestId), context.Subject(), request.Version));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<Receipt> ReturnReport(ReturnReportRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReviewReports, request.Unit, request.Period, request.Scope, context);
        var reply = await grain.Return(ToMessage(request, context));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    /// <inheritdoc />
    public override async Task<V1.Report> GetReport(GetReportRequest request, ServerCallContext context)
    {
        var (grain, form) = await Report(Permission.ReadReports, request.Unit, request.Period, request.Scope, context);
        return ReportMapping.ToProto((await grain.Get(context.Subject())).OrThrow(), form);
    }

    /// <inheritdoc />
    public override async Task<SealedReport> GetVersion(GetVersionRequest request, ServerCallContext context)
    {
        var (grain, _) = await Report(Permission.ReadReports, request.Unit, request.Period, request.Scope, context);
        var view = (await grain.Version(context.Subject(), request.Version, Requests.OptionalMoment(request.AsOf))).OrThrow();
        var response = new SealedReport
        {
            Unit = view.Unit.Value,
            Name = view.Name,
            Period = view.Period.ToString(),
            Scope = (V1.ReportScope)view.Scope,
            Filing = ContentMapping.ToProto(view.Filing),
        };
        if (view.Kind == "report-sealed") // a filing of the time before seals has no receipt
            response.Receipt = ToReceipt(view).Write(signer);
        return response;
    }

    private static SealReceipt ToReceipt(SealView view) => new(
        view.Unit, view.Period, view.Scope, view.Filing.Version, view.Filing.ContentHash, view.Filing.Author,
        new RecordedEvent(
            view.Position, view.Stream, view.Seq, view.Filing.At, view.Filing.By, "", view.Key, view.Kind, view.KindVersion,
            view.Payload.AsMemory(), view.PrevHash.AsMemory(), view.Hash.AsMemory()));
}
