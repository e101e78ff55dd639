using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Web.Desk.Reading;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Superior;

/// <summary>What became of one unit in an act on many.</summary>
/// <param name="Row">The unit.</param>
/// <param name="Findings">Why it was not done; empty: done.</param>
public sealed record Outcome(RosterRow Row, ImmutableArray<Finding> Findings);

/// <summary>审核: accepts or returns many filings at once, each decided by its own grain.</summary>
internal static class ReviewActs
{
    public static async Task<IResult> Show(string unit, string period, HttpContext http, Places places, ReviewReader reader, IDivisions divisions, int? after)
    {
        var (place, problem) = await PlaceOf(unit, period, http, places, divisions);
        return problem ?? await Page(http, place!, reader, after ?? 0, []);
    }

    public static async Task<IResult> Act(string unit, string period, HttpContext http, Places places, ReviewReader reader, IDivisions divisions)
    {
        var (found, problem) = await PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // unit and the version that was read: what was filed meanwhile is not accepted unread
        var chosen = form["pick"].Select(p => (p ?? "").Split('|')).Where(p => p.Length == 2)
            .Select(p => (Row: UnitId.TryParse(p[0], out var id) ? place.Roster.Find(id) : null, Version: long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0))
            .Where(p => p.Row is not null).ToList();
        if (chosen.Count == 0)
            return call.Refused([DeskRules.NothingChosen.At("pick")]);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        var reasons = ReadActs.Reasons(form);
        foreach (var (row, version) in chosen)
        {
            var grain = reader.Grain(row!.Unit, place.Roster.Period);
            var reply = form["act"] == "return"
                ? await grain.Return(new ReturnReport(RequestIds.Of(form, "return", row.Unit), call.By, version, reasons))
                : await grain.Accept(new AcceptReport(RequestIds.Of(form, "accept", row.Unit), call.By, version));
            outcomes.Add(new Outcome(row, reply.Refused ? reply.Findings : []));
        }
        return await Page(http, place, reader, 0, outcomes.ToImmutable());
    }

    /// <summary>Unit and period of an address, for somebody who may see all below.</summary>
    public static async Task<(Place? Place, IResult? Problem)> PlaceOf(string unit, string period, HttpContext http, Places places, IDivisions divisions)
    {
        var call = DeskCall.Of(http);
        var found = await places.Find(unit, period, http.RequestAborted);
        if (found.Place is not { } place)
            return (null, Problems.NotFound(call.Frame, found.Findings));
        return Permissions.CheckSubtree(call.By, Permission.ReadReports, place.Row.Unit, divisions.Today) is { } denied ? (null, call.Refused([denied])) : (place, null);
    }

    private static async Task<IResult> Page(HttpContext http, Place place, ReviewReader reader, int after, ImmutableArray<Outcome> outcomes)
    {
        var call = DeskCall.Of(http);
        var subtree = http.Request.Query["subtree"] == "1";
        var (lines, next) = await reader.Read(call, place, subtree, after, http.RequestAborted);
        return new PageResult<ReviewPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(ReviewPage.Call), call), (nameof(ReviewPage.Place), place), (nameof(ReviewPage.Lines), lines),
            (nameof(ReviewPage.Subtree), subtree), (nameof(ReviewPage.Next), next), (nameof(ReviewPage.Outcomes), outcomes));
    }
}
