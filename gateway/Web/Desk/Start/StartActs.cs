using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Federation.Web.Reports;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Start;

/// <summary>首页: the way to the desk for those who work here, and to what is public for everybody.</summary>
internal static class StartActs
{
    public static async Task<IResult> Show(HttpContext http, StartReader reader) => new PageResult<StartPage>(
        PageLanguage.Frame(http), StatusCodes.Status200OK, (nameof(StartPage.Periods), await reader.Read(http.RequestAborted)));

    /// <summary>Leads to a unit's coverage by its code or the whole of its name.</summary>
    public static async Task<IResult> Find(HttpContext http, Places places, IDivisions divisions)
    {
        var (frame, asked) = (PageLanguage.Frame(http), http.Request.Query["unit"].ToString().Trim());
        var period = http.Request.Query["period"].ToString();
        var tree = divisions.Today;
        var named = Enumerable.Range(0, tree.Count).Where(at => tree[at].Name == asked).Select(at => tree[at].Id).Take(2).ToList();
        var found = await places.Find(named is [var only] ? only.Value : asked, period, http.RequestAborted);
        if (found.Place is { } place)
            return TypedResults.LocalRedirect($"~/coverage/{place.Address}");
        return Problems.NotFound(frame, named.Count > 1
            ? [DeskRules.ManyNamed.At("unit")]
            : found.Findings);
    }
}
