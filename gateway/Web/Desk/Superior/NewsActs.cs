using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Federation.Web.Reports.Corrections;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Superior;

/// <summary>新更正: corrections below since the reader looked last.</summary>
internal static class NewsActs
{
    public static async Task<IResult> Show(string unit, string period, HttpContext http, Places places, CorrectionsReader corrections, IDivisions divisions, TimeProvider clock)
    {
        var (found, problem) = await ReviewActs.PlaceOf(unit, period, http, places, divisions);
        if (found is not { } place)
            return problem!;
        var call = DeskCall.Of(http);
        var (looked, now) = (LastLook.Of(http, call.By, place), clock.GetUtcNow());
        var model = await corrections.Read(place, http.RequestAborted);
        if (!HttpMethods.IsHead(http.Request.Method))
            LastLook.Keep(http, call.By, place, now);
        return new PageResult<NewsPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(NewsPage.Call), call), (nameof(NewsPage.Model), model), (nameof(NewsPage.Looked), looked));
    }
}
