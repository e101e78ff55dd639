using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Web.Desk.Reading;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Superior;

/// <summary>成批签发: seals what was handed in for units directly below, after a look at each; every one is decided by its own grain.</summary>
internal static class SealActs
{
    public static async Task<IResult> Show(string unit, string period, HttpContext http, Places places, SealReader reader, IDivisions divisions)
    {
        var (place, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        return problem ?? await Page(DeskCall.Of(http), place!, reader, []);
    }

    public static async Task<IResult> Act(string unit, string period, HttpContext http, Places places, SealReader reader, IDivisions divisions)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // unit, version and hash that were read: what was handed in meanwhile is not sealed unread
        var chosen = form["pick"].Select(p => (p ?? "").Split('|')).Where(p => p.Length == 3)
            .Select(p => (Row: UnitId.TryParse(p[0], out var id) ? place.Roster.Find(id) : null, Version: long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0, Hash: ReadActs.Hash(p[2])))
            .Where(p => p.Row is not null).ToList();
        if (chosen.Count == 0)
            return call.Refused([DeskRules.NothingChosen.At("pick")]);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var (row, version, hash) in chosen)
        {
            var reply = await reader.Grain(row!.Unit, place.Roster.Period).Approve(new ApproveReport(RequestIds.Of(form, "seal", row.Unit), call.By, version, hash));
            outcomes.Add(new Outcome(row, reply.Refused ? reply.Findings : []));
        }
        return await Page(call, place, reader, outcomes.ToImmutable());
    }

    private static async Task<IResult> Page(DeskCall call, Place place, SealReader reader, ImmutableArray<Outcome> outcomes) => new PageResult<SealPage>(
        call.Frame, StatusCodes.Status200OK, (nameof(SealPage.Call), call), (nameof(SealPage.Place), place),
        (nameof(SealPage.Lines), await reader.Read(call, place)), (nameof(SealPage.Outcomes), outcomes));
}
