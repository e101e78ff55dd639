using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Gateway.Errors;
using Federation.Gateway.Reports;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Federation.Gateway.Supervision;

/// <summary>federation.v1.Supervision: corrections, and totals of past days.</summary>
public sealed partial class SupervisionService
{
    /// <inheritdoc />
    public override async Task<ListCorrectionsResponse> ListCorrections(ListCorrectionsRequest request, ServerCallContext context)
    {
        var (roster, top) = await Place(request.Unit, request.Period, Permission.ReadReports, context);
        var since = Requests.OptionalDay(request.Since, "since");
        var corrections = new List<V1.Correction>();
        for (var after = top.Ord - 1; await readModels.Filings(roster.Period.ToString(), after, top.Last, 1000, context.CancellationToken) is { IsEmpty: false } page; after = page[^1].Unit.Ord)
        {
            foreach (var (unit, _) in page.Where(p => p.Filing.Corrected > 0))
            {
                foreach (var (now, before) in await histories.CorrectionsOf(unit.Unit, roster.Period, context.CancellationToken))
                {
                    if (since is null || BeijingTime.DateOf(now.At) >= since)
                        corrections.Add(ToProto(roster, unit, now, before));
                }
            }
        }
        var response = new ListCorrectionsResponse();
        response.Corrections.AddRange(corrections.OrderByDescending(c => c.At));
        return response;
    }

    /// <inheritdoc />
    public override async Task<TotalAsOf> GetTotalAsOf(GetTotalAsOfRequest request, ServerCallContext context)
    {
        var (roster, top) = await Place(request.Unit, request.Period, Permission.ReadReports, context);
        var cell = request.Cell.Length == 0 ? null
            : roster.Form.Find(request.Cell) ?? throw Refusals.ToRpcException([ReportRules.UnknownCell.At("cell", $"表中没有单元格 {request.Cell}", $"the form has no cell {request.Cell}")]);
        var moment = Requests.OptionalMoment(request.AsOf) ?? clock.GetUtcNow();
        var (reports, position) = await histories.AsOf(roster, top, moment, context.CancellationToken);
        var sums = new long[roster.Form.Cells.Length];
        var (size, shownUpTo) = (Requests.PageSize(request.PageSize, 500, 5000), Requests.PageAfter(request.PageToken));
        var response = new TotalAsOf
        {
            Unit = top.Unit.Value,
            Name = top.Name,
            Period = roster.Period.ToString(),
            AsOf = moment.ToTimestamp(),
            Expected = roster.ExpectedIn(top),
            Position = position,
        };
        foreach (var unit in roster.Rows.AsSpan(top.Ord, top.Last - top.Ord + 1).ToArray())
        {
            if (reports.GetValueOrDefault(unit.Unit)?.Filed is not { } filed)
                continue;
            Tally.Of(filed.Content.Figures).AddTo(sums);
            response.Filed++;
            response.Late += filed.Late ? 1 : 0;
            if (cell is null || unit.Ord <= shownUpTo || filed.Content.Figures[cell.Index].Value is not (not 0 and var value))
                continue;
            if (response.Parts.Count < size)
                response.Parts.Add(ToProto(unit, filed, value));
            else if (response.NextPageToken.Length == 0)
                response.NextPageToken = roster.Find(UnitId.Parse(response.Parts[^1].Unit))!.Ord.ToString(CultureInfo.InvariantCulture);
        }
        response.Figures = FiguresMapping.ToProto(Tally.Of(sums), roster.Form);
        return response;
    }

    private static CellPart ToProto(Domain.Ledger.RosterRow unit, Domain.Reports.Filing filed, long value) => new()
    {
        Unit = unit.Unit.Value,
        Name = unit.Name,
        Own = true,
        Value = value,
        Version = filed.Version,
        ContentHash = ReportMapping.Hex(filed.ContentHash.AsSpan()),
        ChainHash = ReportMapping.Hex(filed.Head.AsSpan()),
        Signer = filed.By,
        At = filed.At.ToTimestamp(),
    };

    private static V1.Correction ToProto(Roster roster, Domain.Ledger.RosterRow unit, Domain.Reports.Filing now, Domain.Reports.Filing before)
    {
        var correction = new V1.Correction
        {
            Unit = unit.Unit.Value,
            Name = unit.Name,
            Version = now.Version,
            Corrects = before.Version,
            Reason = now.Correction,
            At = now.At.ToTimestamp(),
            By = now.By,
        };
        correction.Path.AddRange(roster.PathOf(unit));
        foreach (var cell in roster.Form.Cells)
        {
            var (then, after) = (before.Content.Figures[cell.Index].Value, now.Content.Figures[cell.Index].Value);
            if (then != after)
                correction.Cells.Add(ReportMapping.Difference(cell, new CellDifferenceView(cell.Id, then, after)));
        }
        return correction;
    }
}
