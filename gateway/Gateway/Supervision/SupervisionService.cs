using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Gateway.Access;
using Federation.Gateway.Errors;
using Federation.Gateway.Reports;
using Federation.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Supervision;

/// <summary>federation.v1.Supervision: who has not filed, and asking for it; exceptions.</summary>
public sealed partial class SupervisionService(
    IGrainFactory grains, IReadModels readModels, IRosters rosters, IReportHistories histories, Requests requests, TimeProvider clock) : V1.Supervision.SupervisionBase
{
    private const int AtOnce = 16; // grains asked at the same time

    /// <inheritdoc />
    public override async Task<ListDueResponse> ListDue(ListDueRequest request, ServerCallContext context)
    {
        var (roster, top) = await Place(request.Unit, request.Period, Permission.ReadReports, context);
        var size = Requests.PageSize(request.PageSize, 100, 1000);
        var after = Math.Max(top.Ord, Requests.PageAfter(request.PageToken));
        var response = new ListDueResponse();
        var missing = await MissingBelow(roster, top, after, request.Subtree, size, context.CancellationToken);
        var views = await Ask(missing, unit => Grain(unit.Unit, roster.Period).Get(context.Subject()));
        response.Units.AddRange(missing.Zip(views, (unit, reply) => ToProto(roster, unit, reply.Value)));
        if (missing.Count == size)
            response.NextPageToken = missing[^1].Ord.ToString(CultureInfo.InvariantCulture);
        return response;
    }

    /// <inheritdoc />
    public override async Task UrgeReports(UrgeReportsRequest request, IServerStreamWriter<ActOnUnit> responseStream, ServerCallContext context)
    {
        var (roster, top) = await Place(request.Unit, request.Period, Permission.ReadReports, context);
        var units = request.Units.Count > 0
            ? Named(roster, top, request.Units)
            : await MissingBelow(roster, top, top.Ord, false, int.MaxValue, context.CancellationToken);
        foreach (var group in units.Chunk(AtOnce))
        {
            var replies = await Ask(group, unit => Grain(unit.Unit, roster.Period).Urge(new UrgeReport(KeyOf(request.RequestId, unit), context.Subject(), request.Text)));
            foreach (var (unit, reply) in group.Zip(replies))
            {
                var act = new ActOnUnit { Unit = unit.Unit.Value, Name = unit.Name, Done = reply.Value is not null };
                act.Blockers.AddRange(reply.Value is null ? reply.Findings.Select(Refusals.ToProto) : []);
                if (reply.Value is { } receipt)
                    act.State = ReportMapping.ToProto(receipt.State);
                await responseStream.WriteAsync(act, context.CancellationToken);
            }
        }
    }

    /// <inheritdoc />
    public override async Task<Receipt> GrantException(GrantExceptionRequest request, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(request.Unit, request.Period);
        requests.Demand(context.Subject(), Permission.ChaseReports, unit, period);
        var findings = new List<Finding>();
        var until = Requests.OptionalDay(request.Until, "until", findings) ?? DateOnly.MinValue;
        if (request.Until.Length == 0 || string.IsNullOrWhiteSpace(request.Reason))
            findings.Add(ReportRules.BadException.At(request.Until.Length == 0 ? "until" : "reason"));
        Requests.Refuse(findings);
        var reply = await Grain(unit, period).Grant(new GrantException(Requests.RequestId(request.RequestId), context.Subject(), until, request.Reason));
        return ReportMapping.ToProto(reply.OrThrow(), reply.Findings);
    }

    private IReportGrain Grain(UnitId unit, PeriodId period) => grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period));

    private async Task<(Roster Roster, RosterRow Top)> Place(string unitText, string periodText, Permission permission, ServerCallContext context)
    {
        var (unit, period) = requests.UnitAndPeriod(unitText, periodText);
        requests.DemandSubtree(context.Subject(), permission, unit, period);
        var roster = await rosters.Find(period, context.CancellationToken)
            ?? throw Refusals.ToRpcException([ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open")]);
        return (roster, roster.Find(unit) ?? throw NotListed(unitText));
    }

    private async Task<List<RosterRow>> MissingBelow(Roster roster, RosterRow top, int after, bool subtree, int limit, CancellationToken ct)
    {
        var found = new List<RosterRow>();
        while (found.Count < limit && await readModels.Missing(roster.Period.ToString(), after, top.Last, 1000, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Unit.Ord;
            found.AddRange(page.Select(p => p.Unit).Where(u => u.Ord > top.Ord && (subtree || u.Parent == top.Ord)).Take(limit - found.Count));
        }
        return found;
    }

    // Every code that names no body below is told, not only the first.
    private static List<RosterRow> Named(Roster roster, RosterRow top, IEnumerable<string> units)
    {
        List<(string Text, RosterRow? Row)> named = [.. units.Select(text => (text, UnitId.TryParse(text, out var id) && roster.Find(id) is { } row && row.Ord > top.Ord && row.Ord <= top.Last ? row : null))];
        Requests.Refuse([.. named.Where(n => n.Row is null).Select(n => ReportRules.NotExpected.At("units", $"{n.Text} 不在 {top.Name} 以下的本期名单内", $"{n.Text} is not on the list of the period below {top.Name}"))]);
        return [.. named.Select(n => n.Row!)];
    }

    private static async Task<List<TReply>> Ask<TReply>(IEnumerable<RosterRow> units, Func<RosterRow, Task<TReply>> ask)
    {
        var replies = new List<TReply>();
        foreach (var group in units.Chunk(AtOnce))
            replies.AddRange(await Task.WhenAll(group.Select(ask)));
        return replies;
    }

    private DueUnit ToProto(Roster roster, RosterRow unit, ReportView? view)
    {
        var last = view?.Chasing.Until is { } until && until > unit.Due ? until : unit.Due!.Value;
        var due = new DueUnit
        {
            Unit = unit.Unit.Value,
            Name = unit.Name,
            Due = Day(unit.Due),
            Locks = Day(view?.Locks),
            DaysLeft = last.DayNumber - clock.Today().DayNumber,
            State = ReportMapping.ToProto(view?.State ?? Domain.Reports.ReportState.NotFiled),
            Urged = view?.Chasing.Urged ?? 0,
            UrgedAt = view?.Chasing.UrgedAt?.ToTimestamp(),
            ExceptionUntil = Day(view?.Chasing.Until),
            Basis = unit.Basis,
        };
        due.Path.AddRange(roster.PathOf(unit));
        return due;
    }

    private static string KeyOf(string requestId, RosterRow unit) => Requests.RequestIdOf(requestId, unit.Unit.Value);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static RpcException NotListed(string unit) =>
        Refusals.ToRpcException([ReportRules.NotExpected.At("unit", $"{unit} 不在本期名单内", $"{unit} is not on the list of the period")]);
}
