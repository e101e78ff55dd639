using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Standards;

/// <summary>标准目录: shows it, edits an item, publishes, takes over from above, decides conflicts.</summary>
internal static class StandardActs
{
    private static readonly string[] Edited = [EntryFields.Domain, EntryFields.Content, EntryFields.Basis, EntryFields.Limit, EntryFields.Audience];

    public static IResult Own(HttpContext http) => TypedResults.LocalRedirect("~" + OpenStandard.AddressOf(DeskCall.Of(http).By.Unit));

    public static async Task<IResult> Show(string unit, HttpContext http, StandardReader reader)
    {
        var (open, problem) = await reader.Find(http, unit);
        return open is null ? problem! : Page(open, http, reader, []);
    }

    public static Task<IResult> Sync(string unit, HttpContext http, StandardReader reader) =>
        Act(unit, http, reader, (grain, by, form) => grain.Sync(new ActOnStandard(RequestIds.Of(form, "sync"), by)), view => view.Syncing is null ? "standard-synced" : "standard-conflicts");

    public static Task<IResult> Publish(string unit, HttpContext http, StandardReader reader) =>
        Act(unit, http, reader, (grain, by, form) => grain.Publish(new ActOnStandard(RequestIds.Of(form, "publish"), by)), _ => "standard-published");

    public static Task<IResult> Remove(string unit, HttpContext http, StandardReader reader) => Act(
        unit, http, reader, (grain, by, form) => grain.Edit(new EditStandard(RequestIds.Of(form, "remove"), by, "", "", [], [form["item"].ToString()])), _ => "standard-edited");

    /// <summary>One item, and the head of the standard.</summary>
    public static Task<IResult> Edit(string unit, HttpContext http, StandardReader reader) => Act(
        unit, http, reader,
        async (grain, by, form) =>
        {
            var before = (await grain.Get()).Items.FirstOrDefault(i => i.Id == form["item"].ToString());
            ImmutableArray<StandardItem> put = form["item"].ToString().Trim().Length == 0 ? [] : [Read(form, before)];
            return await grain.Edit(new EditStandard(
                RequestIds.Of(form, "edit"), by, form["standard-title"].ToString().Trim(), form["standard-basis"].ToString().Trim(), put, [],
                long.TryParse(form["revision"], out var revision) ? revision : -1));
        },
        _ => "standard-edited");

    public static async Task<IResult> Conflicts(string unit, HttpContext http, StandardReader reader)
    {
        var (open, problem) = await reader.Find(http, unit);
        return open is null ? problem! : await ConflictsPage(open, http, reader, []);
    }

    /// <summary>Every conflict for which a side was chosen.</summary>
    public static async Task<IResult> Decide(string unit, HttpContext http, StandardReader reader)
    {
        var (open, problem) = await reader.Find(http, unit);
        if (open is null)
            return problem!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        ImmutableArray<ConflictDecision> decisions =
        [
            .. open.View.Open.Select(c => (c.Place, Choice: form["choice-" + c.Place].ToString(), Reason: form["reason-" + c.Place].ToString().Trim())).Where(c => c.Choice is "theirs" or "ours")
                .Select(c => new ConflictDecision(c.Place, c.Choice == "theirs" ? ConflictChoice.Theirs : ConflictChoice.Ours, c.Reason)),
        ];
        var reply = await reader.Grain(open.Unit.Id).Decide(new DecideConflicts(RequestIds.Of(form, "decide"), open.Call.By, decisions));
        if (reply.Refused)
            return await ConflictsPage(open, http, reader, reply.Findings);
        return DeskCall.Back(reply.Value!.Open.IsEmpty ? open.At() : open.At("conflicts"), "standard-decided");
    }

    private static StandardItem Read(IFormCollection form, StandardItem? before)
    {
        var item = before ?? new StandardItem(form["item"].ToString().Trim(), "", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), [], false);
        item = item with
        {
            Title = form["title"].ToString().Trim(), Required = form["required"] == "yes",
            Levels = [.. form["level"].Select(l => Enum.TryParse<Tier>(l, out var tier) && Enum.IsDefined(tier) ? tier : (Tier?)null).OfType<Tier>().Distinct()],
        };
        return Edited.Aggregate(item, (so, field) => so.With(field, form[field].ToString().Trim()));
    }

    private static async Task<IResult> Act(
        string unit, HttpContext http, StandardReader reader, Func<IStandardGrain, Subject, IFormCollection, Task<Reply<StandardView>>> act, Func<StandardView, string> done)
    {
        var (open, problem) = await reader.Find(http, unit);
        if (open is null)
            return problem!;
        var reply = await act(reader.Grain(open.Unit.Id), open.Call.By, await http.Request.ReadFormAsync(http.RequestAborted));
        if (reply.Refused)
            return reply.Findings.Any(f => f.Code == Permissions.Denied.Code) ? open.Call.Refused(reply.Findings) : Page(open, http, reader, reply.Findings);
        return DeskCall.Back(reply.Value!.Syncing is null ? open.At() : open.At("conflicts"), done(reply.Value!));
    }

    private static PageResult<StandardPage> Page(OpenStandard open, HttpContext http, StandardReader reader, ImmutableArray<Finding> refusals) => new(
        open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(StandardPage.Open), open),
        (nameof(StandardPage.NameOf), (Func<UnitId, string>)reader.NameOf), (nameof(StandardPage.EditId), open.MayKeep ? http.Request.Query["edit"].ToString() : ""),
        (nameof(StandardPage.Done), open.Call.D.Done(http.Request.Query["done"].ToString())), (nameof(StandardPage.Refusals), refusals));

    private static async Task<IResult> ConflictsPage(OpenStandard open, HttpContext http, StandardReader reader, ImmutableArray<Finding> refusals)
    {
        if (!open.MaySeeDraft)
            return open.Call.Refused([Permissions.Denied.At("unit")]);
        var above = open.View.Syncing is { } syncing ? await reader.Version(syncing, http.RequestAborted) : null;
        return new PageResult<ConflictsPage>(
            open.Call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(Standards.ConflictsPage.Open), open),
            (nameof(Standards.ConflictsPage.Above), above), (nameof(Standards.ConflictsPage.AboveName), above is null ? "" : reader.NameOf(above.Of.Owner)),
            (nameof(Standards.ConflictsPage.Done), open.Call.D.Done(http.Request.Query["done"].ToString())), (nameof(Standards.ConflictsPage.Refusals), refusals));
    }
}
