using System.Collections.Immutable;
using Federation.Documents.Notices;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>单位名称待定清单: names in plans of the reader's unit that mean nobody yet; a choice is remembered.</summary>
internal static class NameActs
{
    public static Task<IResult> Show(HttpContext http, IDivisions divisions, [FromServices] INoticeDesk? desk) => Page(http, divisions, desk, []);

    public static async Task<IResult> Choose(HttpContext http, IDivisions divisions, [FromServices] INoticeDesk? desk)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (desk is null)
            return call.Refused([DeskRules.NoPlan.At("unit")]);
        var findings = new List<Finding>();
        var units = form["how"] == "none" ? [] : Units(form, call, divisions.Today, findings);
        if (form["how"] != "none" && units.IsEmpty && findings.Count == 0)
            findings.Add(DeskRules.NothingChosen.At("unit"));
        if (findings.Count > 0)
            return await Page(http, divisions, desk, [.. findings]);
        var (_, refused) = await desk.Choose(call.By, call.By.Unit, form["name"].ToString(), units, RequestIds.Of(form, "name"), http.RequestAborted);
        return refused.IsEmpty ? DeskCall.Back("/desk/plans/names", "name-chosen") : await Page(http, divisions, desk, refused);
    }

    public static async Task<IResult> Withdraw(HttpContext http, IDivisions divisions, [FromServices] INoticeDesk? desk)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (desk is null)
            return call.Refused([DeskRules.NoPlan.At("unit")]);
        var (_, refused) = await desk.Withdraw(call.By, call.By.Unit, form["name"].ToString(), RequestIds.Of(form, "name-back"), http.RequestAborted);
        return refused.IsEmpty ? DeskCall.Back("/desk/plans/names", "name-withdrawn") : await Page(http, divisions, desk, refused);
    }

    private static ImmutableArray<UnitId> Units(IFormCollection form, DeskCall call, DivisionTree tree, List<Finding> findings)
    {
        var units = form["unit"].Select(u => UnitId.TryParse(u, out var id) ? id : null).OfType<UnitId>().ToList();
        var other = new BodyRow("", "", form["other"].ToString().Trim());
        if (!other.IsEmpty && other.Read(call.By.Unit, tree, findings)?.Unit is { } named)
            units.Add(named);
        return [.. units.Distinct()];
    }

    private static async Task<IResult> Page(HttpContext http, IDivisions divisions, INoticeDesk? desk, ImmutableArray<Finding> refusals)
    {
        var call = DeskCall.Of(http);
        if (Permissions.Check(call.By, Permission.IssuePlans, call.By.Unit, divisions.Today) is { } denied)
            return call.Refused([denied]);
        var list = desk is null ? new NameWorklist([], [], []) : await desk.Names(call.By.Unit, http.RequestAborted);
        return new PageResult<NamesPage>(
            call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(NamesPage.Call), call), (nameof(NamesPage.List), list),
            (nameof(NamesPage.Tree), divisions.Today), (nameof(NamesPage.Done), call.D.Done(http.Request.Query["done"].ToString())), (nameof(NamesPage.Refusals), refusals));
    }
}
