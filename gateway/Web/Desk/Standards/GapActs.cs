using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Standards;

/// <summary>缺项清单: of a unit, with items set aside; of the territories below, as bars.</summary>
internal static class GapActs
{
    private const int PageSize = 100;

    public static async Task<IResult> Show(string unit, HttpContext http, StandardReader reader, IGapLists gaps)
    {
        var (open, problem) = await reader.Find(http, unit);
        return open is null ? problem! : await Page(open, http, reader, gaps, []);
    }

    /// <summary>不涉及, or taken up again.</summary>
    public static async Task<IResult> SetAside(string unit, HttpContext http, StandardReader reader, IGapLists gaps)
    {
        var (open, problem) = await reader.Find(http, unit);
        if (open is null)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var again = form["again"] == "yes";
        var reason = form["reason"].ToString();
        var message = new SetItemAside(RequestIds.Of(form, "aside"), open.Call.By, form["item"].ToString(), again ? "" : reason.Length == 0 ? " " : reason);
        var reply = await reader.Grain(open.Unit.Id).SetAside(message);
        if (!reply.Refused)
            return DeskCall.Back(open.At("gaps"), again ? "taken-up" : "set-aside");
        return reply.Findings.Any(f => f.Code == Permissions.Denied.Code) ? open.Call.Refused(reply.Findings) : await Page(open, http, reader, gaps, reply.Findings);
    }

    public static async Task<IResult> Below(string unit, HttpContext http, StandardReader reader, IGapLists gaps)
    {
        var (open, problem) = await reader.Find(http, unit);
        if (open is null)
            return problem!;
        var after = int.TryParse(http.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1;
        var deep = http.Request.Query["deep"] == "1";
        var (lists, last) = await gaps.Below(open.Unit.Id, deep, after, PageSize, http.RequestAborted);
        return new PageResult<GapsBelowPage>(
            open.Call.Frame, StatusCodes.Status200OK, (nameof(GapsBelowPage.Open), open), (nameof(GapsBelowPage.Lists), lists), (nameof(GapsBelowPage.Deep), deep),
            (nameof(GapsBelowPage.Next), last), (nameof(GapsBelowPage.NameOf), (Func<UnitId, string>)reader.NameOf));
    }

    private static async Task<IResult> Page(OpenStandard open, HttpContext http, StandardReader reader, IGapLists gaps, ImmutableArray<Finding> refusals) => new PageResult<GapsPage>(
        open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(GapsPage.Open), open), (nameof(GapsPage.NameOf), (Func<UnitId, string>)reader.NameOf),
        (nameof(GapsPage.List), await gaps.Of(open.Unit.Id, http.RequestAborted)), (nameof(GapsPage.Done), open.Call.D.Done(http.Request.Query["done"].ToString())), (nameof(GapsPage.Refusals), refusals));
}
