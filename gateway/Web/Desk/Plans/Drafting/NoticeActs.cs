using System.Collections.Immutable;
using Federation.Documents.Notices;
using Federation.Domain.Findings;
using Federation.Domain.WorkPoints;
using Federation.Domain.WorkPoints.Drafting;
using Federation.Web.Desk.Files;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Plans.Drafting;

/// <summary>由通知起草: takes a notice, shows what was read in it beside its text, and keeps the draft when an officer says so.</summary>
internal static class NoticeActs
{
    public static async Task<IResult> Take(string unit, int year, int number, HttpContext http, DraftReader reader, ImportShelf shelf)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 and <= NoticeFile.Largest } file)
            return open.Call.Refused([DeskRules.NoFile.At("file")]);
        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        return shelf.Put(open.Call.By.Actor, file.FileName, content.ToArray()) is { } key
            ? TypedResults.LocalRedirect($"~{open.At("notice")}/{key}")
            : open.Call.Refused([DeskRules.ShelfFull.At("file")]);
    }

    public static async Task<IResult> Show(string unit, int year, int number, string key, HttpContext http, DraftReader reader, ImportShelf shelf, [FromServices] INoticeDesk? desk)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        return await Page(open, key, http, shelf, desk, new DraftingChoices(year, [], CascadeMode.Straight, 5, 0, false), []);
    }

    public static async Task<IResult> Keep(string unit, int year, int number, string key, HttpContext http, DraftReader reader, ImportShelf shelf, [FromServices] INoticeDesk? desk)
    {
        var (found, problem) = await reader.Find(http, unit, year, number);
        if (found is not { } open)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var findings = new List<Finding>();
        var choices = new DraftingChoices(
            year, [], CascadeMode.Straight, PlanActs.NumberOf(form["accept"].ToString(), "accept", findings), PlanActs.NumberOf(form["minutes"].ToString(), "minutes", findings), form["move"] == "yes");
        if (findings.Count > 0)
            return await Page(open, key, http, shelf, desk, choices, [.. findings]);
        if (await Read(open, key, shelf, desk, choices) is not { Draft: { } draft })
            return open.Call.Refused([DeskRules.NoFile.At("file")]);
        var reply = await reader.Save(open, draft, form, "notice");
        return reply.Refused ? await Page(open, key, http, shelf, desk, choices, reply.Findings) : TypedResults.LocalRedirect($"~{open.At()}?notice={key}&done=draft-saved");
    }

    /// <summary>The notice that a draft was read from, while it is kept; null when it is gone.</summary>
    public static async Task<NoticeDrafted?> Read(OpenDraft open, string key, ImportShelf shelf, INoticeDesk? desk, DraftingChoices choices) =>
        desk is not null && shelf.Get(open.Call.By.Actor, key) is { } file ? await desk.Draft(open.Id.Issuer, file.Name, file.Content, choices) : null;

    private static async Task<IResult> Page(OpenDraft open, string key, HttpContext http, ImportShelf shelf, INoticeDesk? desk, DraftingChoices choices, ImmutableArray<Finding> refusals)
    {
        if (await Read(open, key, shelf, desk, choices) is not { } read)
            return open.Call.Refused([DeskRules.NoFile.At("file")]);
        return read is { Notice: not null, Draft: not null }
            ? new PageResult<NoticePage>(
                open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(NoticePage.Open), open), (nameof(NoticePage.Read), read),
                (nameof(NoticePage.Key), key), (nameof(NoticePage.Choices), choices), (nameof(NoticePage.Refusals), refusals))
            : open.Call.Refused(read.Notes);
    }
}
