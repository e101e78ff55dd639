using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Documents.Trends;
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

/// <summary>federation.v1.Reports: periods and forms. Each method parses, asks the grain, maps.</summary>
public sealed partial class ReportsService(
    IGrainFactory grains, IReadModels readModels, IRosters rosters, Requests requests, ISealSigner signer, TrendReader trends, IReportHistories histories, IHostApplicationLifetime lifetime) : V1.Reports.ReportsBase
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

    // The grain asks for the permission too; here it is asked before the figures are looked at, so that who may not hears only that.
    private async Task<(IReportGrain Grain, ReportForm Form)> Report(
        Permission permission, string unitText, string periodText, V1.ReportScope scope, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(unitText, periodText);
        requests.Demand(context.Subject(), permission, unit, period);
        Requests.Known(scope, "scope");
        var roster = await OpenRoster(period, context.CancellationToken);
        return (grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period, (Domain.Reports.ReportScope)scope)), roster.Form);
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
