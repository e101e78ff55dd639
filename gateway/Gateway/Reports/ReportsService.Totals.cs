using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Federation.Gateway.Reports;

/// <summary>federation.v1.Reports: totals, their parts, and coverage. One unit is asked of its grain; whole trees of the read models.</summary>
public sealed partial class ReportsService
{
    // a page of 500 parts takes two or three reads of so many: one in four filings has a figure in a usual cell
    private const int FilingsAtOnce = 1000;

    /// <inheritdoc />
    public override async Task<Total> GetTotal(GetTotalRequest request, ServerCallContext context)
    {
        var (grain, roster, _) = await RollUp(request.Unit, request.Period, context);
        return await grain.Get() is { } total ? ReportMapping.ToProto(total, roster.Period, roster.Form) : throw NotListed(request.Unit);
    }

    /// <inheritdoc />
    public override async Task<TotalParts> GetTotalParts(GetTotalRequest request, ServerCallContext context)
    {
        var (grain, roster, row) = await RollUp(request.Unit, request.Period, context);
        var parts = await grain.Parts() ?? throw NotListed(request.Unit);
        return new TotalParts
        {
            Unit = row.Unit.Value,
            Period = roster.Period.ToString(),
            Own = FiguresMapping.ToProto(parts.Own, roster.Form),
            Agencies = FiguresMapping.ToProto(parts.Agencies, roster.Form),
            Children = FiguresMapping.ToProto(parts.Children, roster.Form),
            Expected = parts.Expected,
            Filed = parts.Filed,
            Version = parts.Version,
        };
    }

    /// <inheritdoc />
    public override async Task<CoverageResponse> GetCoverage(GetCoverageRequest request, ServerCallContext context)
    {
        var (grain, roster, _) = await RollUp(request.Unit, request.Period, context);
        return await grain.Coverage() is { } coverage ? ReportMapping.ToProto(coverage, roster.Form) : throw NotListed(request.Unit);
    }

    /// <inheritdoc />
    public override async Task WatchCoverage(GetCoverageRequest request, IServerStreamWriter<CoverageResponse> responseStream, ServerCallContext context)
    {
        var (grain, roster, _) = await RollUp(request.Unit, request.Period, context);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            for (var seen = long.MinValue; ; until.Token.ThrowIfCancellationRequested())
            {
                var coverage = await grain.Watch(seen, until.Token) ?? throw NotListed(request.Unit);
                if (coverage.Version == seen)
                    continue;
                seen = coverage.Version;
                await responseStream.WriteAsync(ReportMapping.ToProto(coverage, roster.Form));
                await Task.Delay(TimeSpan.FromMilliseconds(200), until.Token); // five pictures a second are plenty for people
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "服务正在停止,请稍后重连 / the server is stopping; please connect again"));
        }
    }

    /// <inheritdoc />
    public override async Task<ExplainCellResponse> ExplainCell(ExplainCellRequest request, ServerCallContext context)
    {
        var (grain, roster, row) = await RollUp(request.Unit, request.Period, context);
        var cell = roster.Form.Find(request.Cell) ?? throw Refusals.ToRpcException([ReportRules.UnknownCell.At("cell", $"表中没有单元格 {request.Cell}", $"the form has no cell {request.Cell}")]);
        var total = await grain.Get() ?? throw NotListed(request.Unit);
        var response = new ExplainCellResponse
        {
            Cell = cell.Id,
            Label = cell.Label,
            Value = total.Tally[cell.Index],
            Amount = cell.Kind == CellKind.Amount,
            Coverage = ReportMapping.ToProto(total.Coverage, roster.Form),
        };
        if (request.Filings)
            await AddFilings(response, roster, row, cell, request, context.CancellationToken);
        else
            response.Parts.AddRange((await grain.Explain(cell.Index)).Select(ToProto));
        await TellVersions(response.Parts, roster.Period, context.CancellationToken);
        if (request.MissingSize > 0)
            response.NextMissingToken = await AddMissing(response.Missing, roster, row, Math.Min(request.MissingSize, 5000), request.MissingToken, context.CancellationToken);
        return response;
    }

    /// <inheritdoc />
    public override async Task<ListMissingResponse> ListMissing(ListMissingRequest request, ServerCallContext context)
    {
        var (_, roster, row) = await RollUp(request.Unit, request.Period, context);
        var response = new ListMissingResponse();
        response.NextPageToken = await AddMissing(response.Units, roster, row, Requests.PageSize(request.PageSize, 200, 5000), request.PageToken, context.CancellationToken);
        return response;
    }

    /// <summary>Adds a page of those who are not in.</summary>
    /// <returns>Token of the next page; empty when there is none.</returns>
    private async Task<string> AddMissing(Google.Protobuf.Collections.RepeatedField<MissingUnit> to, Roster roster, RosterRow row, int size, string token, CancellationToken ct)
    {
        var after = Math.Max(row.Ord - 1, Requests.PageAfter(token));
        var missing = await readModels.Missing(roster.Period.ToString(), after, row.Last, size, ct);
        foreach (var (unit, returned) in missing)
        {
            var line = new MissingUnit { Unit = unit.Unit.Value, Name = unit.Name, Due = unit.Due!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Returned = returned is not null };
            line.Path.AddRange(roster.PathOf(unit));
            to.Add(line);
        }
        return missing.Length == size ? missing[^1].Unit.Ord.ToString(CultureInfo.InvariantCulture) : "";
    }

    // A contribution rises with every act; which filing it holds is told by its content.
    private async Task TellVersions(IEnumerable<CellPart> parts, PeriodId period, CancellationToken ct)
    {
        foreach (var part in parts.Where(p => p.Own))
            part.Version = await histories.VersionOf(UnitId.Parse(part.Unit), period, Requests.Hash(part.ContentHash), ct);
    }

    private async Task AddFilings(ExplainCellResponse response, Roster roster, RosterRow row, Domain.Reports.FormCell cell, ExplainCellRequest request, CancellationToken ct)
    {
        var size = Requests.PageSize(request.PageSize, 500, 5000);
        var after = Math.Max(row.Ord - 1, Requests.PageAfter(request.PageToken));
        while (response.Parts.Count < size && await readModels.Filings(roster.Period.ToString(), after, row.Last, FilingsAtOnce, ct) is { IsEmpty: false } page)
        {
            foreach (var (unit, kept) in page)
            {
                after = unit.Ord;
                if (Tally.Decode(kept.Figures.Span)[cell.Index] == 0)
                    continue; // most townships: nothing else of their row is read
                var filing = Contribution.From(kept);
                response.Parts.Add(ToProto(new CellPartView(
                    unit.Unit, unit.Name, true, filing.Tally[cell.Index], filing.Version, filing.ContentHash, filing.Head, filing.Signer, filing.At)));
                if (response.Parts.Count == size)
                    break;
            }
        }
        if (response.Parts.Count == size && after < row.Last)
            response.NextPageToken = after.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<(IRollUpGrain Grain, Roster Roster, RosterRow Row)> RollUp(string unitText, string periodText, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(unitText, periodText);
        requests.DemandSubtree(context.Subject(), Permission.ReadReports, unit, period); // a total tells of all its parts
        var roster = await OpenRoster(period, context.CancellationToken);
        return (grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(unit, period)), roster, roster.Find(unit) ?? throw NotListed(unitText));
    }

    private static RpcException NotListed(string unit) =>
        Refusals.ToRpcException([ReportRules.NotExpected.At("unit", $"{unit} 不在本期名单内", $"{unit} is not on the list of the period")]);

    private static CellPart ToProto(CellPartView part) => new()
    {
        Unit = part.Unit.Value,
        Name = part.Name,
        Own = part.Own,
        Value = part.Value,
        Version = part.Version,
        ContentHash = ReportMapping.Hex(part.ContentHash.AsSpan()),
        ChainHash = ReportMapping.Hex(part.Head.AsSpan()),
        Signer = part.Signer,
        At = part.At.ToTimestamp(),
    };
}
