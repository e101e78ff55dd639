using Federation.Contracts.Reports;
using Federation.Documents.Exchange;
using Federation.Documents.Import;
using Federation.Domain.Authority;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.Gateway.Reports;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using ReportScope = Federation.Domain.Reports.ReportScope;

namespace Federation.Gateway.Exchange;

/// <summary>federation.v1.Exchange: reports as files.</summary>
public sealed class ExchangeService(IReportExchange exchange, Requests requests) : V1.Exchange.ExchangeBase
{
    /// <inheritdoc />
    public override async Task<ReportFile> ExportReport(ExportReportRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        requests.Demand(context.Subject(), Permission.ReadReports, unit, period);
        return ToProto(await exchange.Export(
            context.Subject(), unit, period, (ReportScope)Requests.Known(request.Scope, "scope"), request.Version, (ExportFormat)Requests.Known(request.Format, "format"),
            context.CancellationToken));
    }

    /// <inheritdoc />
    public override async Task<ReportFile> GetTemplate(GetTemplateRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        requests.Demand(context.Subject(), Permission.ReadReports, unit, period);
        return ToProto(await exchange.Template(context.Subject(), unit, period, (ReportScope)Requests.Known(request.Scope, "scope"), request.Below, context.CancellationToken));
    }

    /// <inheritdoc />
    public override async Task ImportReports(ImportReportsRequest request, IServerStreamWriter<ImportReportsResponse> responseStream, ServerCallContext context)
    {
        Requests.DemandAnywhere(context.Subject(), Permission.FileReports); // who hands in for nobody learns nothing from trying
        var file = new ImportFile(
            request.FileName, request.Content.Memory, request.Period.Length == 0 ? null : Requests.Period(request.Period), (ImportMode)Requests.Known(request.Mode, "mode"), request.Correction,
            Requests.RequestId(request.RequestId));
        await foreach (var step in exchange.Import(context.Subject(), file, context.CancellationToken))
            await responseStream.WriteAsync(ToProto(step), context.CancellationToken);
    }

    private static ReportFile ToProto((ExportedFile? File, System.Collections.Immutable.ImmutableArray<Domain.Findings.Finding> Findings) result) => result.File is { } file
        ? new ReportFile
        {
            Name = file.Name,
            MediaType = file.MediaType,
            Content = UnsafeByteOperations.UnsafeWrap(file.Content),
            State = file.State is { } state ? ReportMapping.ToProto(state) : V1.ReportState.Unspecified,
            Version = file.Version,
        }
        : throw Refusals.ToRpcException(result.Findings);

    private static ImportReportsResponse ToProto(ImportStep step)
    {
        var response = new ImportReportsResponse
        {
            Done = step.Done,
            Total = step.Total,
            Unit = step.Unit,
            UnitName = step.UnitName,
            Taken = step.Taken,
            Receipt = step.Receipt,
        };
        response.Findings.AddRange(step.Findings.Select(ToProto));
        response.Effects.AddRange(step.Effects.Select(ToProto));
        return response;
    }

    private static FileFinding ToProto(ImportFinding found) => new()
    {
        Finding = Refusals.ToProto(found.Finding),
        File = found.File,
        Sheet = found.Sheet,
        Address = found.Address,
        Proposed = found.Proposed,
    };

    private static V1.TotalEffect ToProto(Documents.Exchange.TotalEffect effect)
    {
        var proto = new V1.TotalEffect { Unit = effect.Unit.Value, Name = effect.Name, FiledBefore = effect.FiledBefore, FiledAfter = effect.FiledAfter, ChangeOnly = effect.ChangeOnly };
        proto.Cells.AddRange(effect.Cells.Select(c => ReportMapping.Difference(effect.Form[c.Cell], new CellDifferenceView(c.Cell, c.Before, c.After))));
        return proto;
    }
}
