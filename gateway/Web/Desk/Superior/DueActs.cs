using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Superior;

/// <summary>催报: asks for reports that have not come, grants exceptions, sets earlier dates, changes who must file.</summary>
internal static class DueActs
{
    public static async Task<IResult> Show(string unit, string period, HttpContext http, Places places, DueReader reader, IDivisions divisions, int? after)
    {
        var (place, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        return problem ?? await Page(http, place!, reader, divisions, after ?? 0, []);
    }

    public static async Task<IResult> Urge(string unit, string period, HttpContext http, Places places, DueReader reader, IDivisions divisions, IGrainFactory grains)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var rows = form["pick"].Select(p => UnitId.TryParse(p ?? "", out var id) ? place.Roster.Find(id) : null).Where(r => r is not null).ToList();
        if (rows.Count == 0)
            return call.Refused([DeskRules.NothingChosen.At("pick")]);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var row in rows)
        {
            var reply = await grains.GetGrain<IReportGrain>(GrainKeys.Report(row!.Unit, place.Roster.Period)).Urge(new UrgeReport(RequestIds.Of(form, "urge", row.Unit), call.By, form["text"].ToString()));
            outcomes.Add(new Outcome(row, reply.Refused ? reply.Findings : []));
        }
        return await Page(http, place, reader, divisions, 0, outcomes.ToImmutable());
    }

    public static async Task<IResult> Grant(string unit, string period, HttpContext http, Places places, IDivisions divisions, IGrainFactory grains)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Named(form["whom"].ToString(), place) is not { } whom)
            return call.Refused([DivisionRules.BadCode.At("whom")]);
        if (Day(form["until"].ToString()) is not { } until)
            return call.Refused([DeskRules.BadDay.At("until")]);
        var reply = await grains.GetGrain<IReportGrain>(GrainKeys.Report(whom, place.Roster.Period)).Grant(new GrantException(RequestIds.Of(form, "grant"), call.By, until, form["reason"].ToString()));
        return reply.Refused ? call.Refused(reply.Findings) : Back(place, "granted");
    }

    public static async Task<IResult> Earlier(string unit, string period, HttpContext http, Places places, IDivisions divisions, IGrainFactory grains)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Day(form["due"].ToString()) is not { } due || (form["locks"].ToString().Length > 0 && Day(form["locks"].ToString()) is null))
            return call.Refused([DeskRules.BadDay.At("due")]);
        UnitKind? kind = Enum.TryParse<UnitKind>(form["kind"], out var named) && Enum.IsDefined(named) ? named : null;
        var reply = await grains.GetGrain<IPeriodGrain>(GrainKeys.Period(place.Roster.Period))
            .SetEarlierDue(new SetEarlierDue(RequestIds.Of(form, "earlier"), call.By, place.Row.Unit, kind, null, due, Day(form["locks"].ToString()), form["notice"].ToString()));
        return reply.Refused ? call.Refused(reply.Findings) : Back(place, "due");
    }

    public static async Task<IResult> Amend(string unit, string period, HttpContext http, Places places, IDivisions divisions, IGrainFactory grains)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!UnitId.TryParse(form["whom"].ToString().Trim(), out var whom))
            return call.Refused([DivisionRules.BadCode.At("whom")]);
        var reply = await grains.GetGrain<IPeriodGrain>(GrainKeys.Period(place.Roster.Period)).AmendRoster(new AmendRoster(RequestIds.Of(form, "amend"), call.By, whom, form["how"] == "excuse", form["reason"].ToString()));
        return reply.Refused ? call.Refused(reply.Findings) : Back(place, "amended");
    }

    private static async Task<IResult> Page(HttpContext http, Place place, DueReader reader, IDivisions divisions, int after, ImmutableArray<Outcome> outcomes)
    {
        var call = DeskCall.Of(http);
        var subtree = http.Request.Query["subtree"] == "1";
        var (rows, next) = await reader.Read(call, place, subtree, after, http.RequestAborted);
        return new PageResult<DuePage>(
            call.Frame, StatusCodes.Status200OK, (nameof(DuePage.Call), call), (nameof(DuePage.Place), place), (nameof(DuePage.Rows), rows), (nameof(DuePage.Subtree), subtree), (nameof(DuePage.Next), next),
            (nameof(DuePage.Outcomes), outcomes), (nameof(DuePage.Done), http.Request.Query["done"].ToString()),
            (nameof(DuePage.MayChase), call.May(Permission.ChaseReports, place.Row.Unit, divisions)), (nameof(DuePage.MayDate), call.May(Permission.OpenPeriods, place.Row.Unit, divisions)));
    }

    private static UnitId? Named(string text, Place place) => UnitId.TryParse(text.Trim(), out var id) && place.Roster.Find(id) is not null ? id : null;

    private static IResult Back(Place place, string done) => DeskCall.Back($"/desk/due/{place.Address}", done);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
