using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.WorkPoints;
using Federation.Documents.Notices;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;
using Federation.Web.Desk.Files;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>草拟: shows a draft with what was found beside each field, keeps its head and its clauses, and issues it.</summary>
internal static class DraftActs
{
    public static async Task<IResult> Show(string unit, int year, int number, HttpContext http, DraftReader reader, ImportShelf shelf, [FromServices] INoticeDesk? desk)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var key = http.Request.Query["notice"].ToString();
        var read = key.Length == 0 ? null : await NoticeActs.Read(open, key, shelf, desk, new DraftingChoices(year, [], CascadeMode.Straight, 0, 0, false));
        MarkupString? text = read?.Notice is { } notice ? MarkedText.Of(notice, open.Draft.Points) : null;
        var edit = http.Request.Query["edit"].ToString();
        var at = int.TryParse(edit, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < open.Draft.Points.Length ? index : -1;
        return Page(open, reader, http, at >= 0 ? PointForm.Of(at, open.Draft.Points[at]) : edit == "new" ? PointForm.Of(-1, null) : null, null, [], text, key);
    }

    /// <summary>接收单位: every receiver of the draft, page by page, with what chose it.</summary>
    public static async Task<IResult> Receivers(string unit, int year, int number, HttpContext http, DraftReader reader)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        return found is not { } open ? problem! : new PageResult<ReceiversPage>(
            open.Call.Frame, StatusCodes.Status200OK, (nameof(ReceiversPage.Open), open), (nameof(ReceiversPage.Tree), reader.Tree), (nameof(ReceiversPage.First), Math.Max(0, PlanFigures.After(http))));
    }

    public static async Task<IResult> Head(string unit, int year, int number, HttpContext http, DraftReader reader)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (head, findings) = (HeadForm.Of(form), new List<Finding>());
        if (head.Read(open.Draft, findings) is not { } draft)
            return Page(open, reader, http, null, head, [.. findings]);
        var reply = await reader.Save(open, draft, form, "head");
        return reply.Refused ? Page(open, reader, http, null, head, reply.Findings) : DeskCall.Back(open.At(), "draft-saved");
    }

    public static async Task<IResult> Point(string unit, int year, int number, HttpContext http, DraftReader reader)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (typed, findings) = (PointForm.Of(form), new List<Finding>());
        var before = typed.At >= 0 && typed.At < open.Draft.Points.Length ? open.Draft.Points[typed.At] : null;
        if (typed.Read(before, open.Id.Issuer, reader.Tree, findings) is not { } point)
            return Page(open, reader, http, typed, null, [.. findings]);
        var points = before is null ? open.Draft.Points.Add(point) : open.Draft.Points.SetItem(typed.At, point);
        var reply = await reader.Save(open, open.Draft with { Points = points }, form, "point");
        return reply.Refused ? Page(open, reader, http, typed, null, reply.Findings)
            : form["then"] == "more" ? TypedResults.LocalRedirect($"~{open.At()}?edit={(before is null ? points.Length - 1 : typed.At)}&done=draft-saved#point")
            : TypedResults.LocalRedirect($"~{open.At()}?done=draft-saved#clause-{(before is null ? points.Length - 1 : typed.At)}");
    }

    public static async Task<IResult> Remove(string unit, int year, int number, HttpContext http, DraftReader reader)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (open.Draft.Points.FirstOrDefault(p => p.Clause == form["clause"]) is not { } point)
            return Page(open, reader, http, null, null, [DeskRules.NoPlan.At("clause")]);
        var reply = await reader.Save(open, open.Draft with { Points = open.Draft.Points.Remove(point) }, form, "remove");
        return reply.Refused ? Page(open, reader, http, null, null, reply.Findings) : DeskCall.Back(open.At(), "draft-saved");
    }

    public static async Task<IResult> Issue(string unit, int year, int number, HttpContext http, DraftReader reader)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form["sure"] != "yes")
            return Page(open, reader, http, null, null, [DeskRules.NotConfirmed.At("sure")]);
        var grain = reader.Grain(open.Id);
        var first = !form.ContainsKey("reason"); // as the form was shown: sent twice, the second finds the plan issued
        var reply = first
            ? await grain.Issue(new IssuePlan(RequestIds.Of(form, "issue"), open.Call.By))
            : await grain.Amend(new AmendPlan(RequestIds.Of(form, "amend"), open.Call.By, form["reason"].ToString()));
        return reply.Refused ? Page(open, reader, http, null, null, reply.Findings) : DeskCall.Back(OpenPlan.AddressOf(open.Id), first ? "plan-issued" : "plan-amended");
    }

    private static PageResult<DraftPage> Page(OpenDraft open, DraftReader reader, HttpContext http, PointForm? point, HeadForm? head, ImmutableArray<Finding> refusals, MarkupString? text = null, string notice = "") => new(
        open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        (nameof(DraftPage.Open), open), (nameof(DraftPage.Tree), reader.Tree), (nameof(DraftPage.Point), point), (nameof(DraftPage.Head), head ?? HeadForm.Of(open.Draft)),
        (nameof(DraftPage.Text), text), (nameof(DraftPage.Notice), text is null ? "" : notice), (nameof(DraftPage.Refusals), refusals), (nameof(DraftPage.Done), open.Call.D.Done(http.Request.Query["done"].ToString())));
}
