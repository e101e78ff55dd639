using System.Collections.Immutable;
using System.Text;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Time;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Entries;

/// <summary>公开条目: written, reviewed and looked up by those whose task it is.</summary>
internal static class EntryActs
{
    public static IResult Own(HttpContext http) => TypedResults.LocalRedirect($"~/desk/entries/{DeskCall.Of(http).By.Unit}");

    public static IResult New(string unit, HttpContext http, IDivisions divisions, TimeProvider clock)
    {
        var call = DeskCall.Of(http);
        if (Find(unit, divisions) is not { } found)
            return call.Refused([DivisionRules.UnknownUnit.At("unit")]);
        if (!call.May(Permission.KeepCatalog, found.Id, divisions))
            return call.Refused([Permissions.Denied.At("unit")]);
        return new PageResult<NewEntryPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(NewEntryPage.Call), call), (nameof(NewEntryPage.Unit), found), (nameof(NewEntryPage.Id), EntryForm.NewId(clock.Today())));
    }

    public static async Task<IResult> Show(
        string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] IReviewReads reviews, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        if (Find(unit, divisions) is not { } found || !EntryId.TryParse(http.Request.Query["entry"], out var id))
            return call.Refused([CatalogRules.BadId.At("entry")]);
        var reply = await Grain(grains, found.Id, id).Get(call.By);
        var mayWrite = call.May(Permission.KeepCatalog, found.Id, divisions);
        DraftView? view = reply.Value;
        if (view is null && reply.Findings is [{ Code: "CT-213" }] && mayWrite)
            view = Blank(found.Id, id);
        if (view is null)
            return call.Refused(reply.Findings);
        var text = view.Entry?.Body is { } body ? await Text(body, reviews, catalogs, http.RequestAborted) : "";
        return Page(call, found, view, reply.Refused ? [] : reply.Findings, text, mayWrite, call.May(Permission.ReviewEntries, found.Id, divisions), CatalogWords.KindOf(http.Request.Query["kind"].ToString()), [], http);
    }

    public static async Task<IResult> Save(
        string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] IReviewReads reviews, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Find(unit, divisions) is not { } found || !EntryId.TryParse(form["entry"], out var id))
            return call.Refused([CatalogRules.BadId.At("entry")]);
        var grain = Grain(grains, found.Id, id);
        var before = (await grain.Get(call.By)).Value;
        List<Finding> unread = [];
        var (entry, contents) = await EntryForm.Read(id, form, before?.Entry ?? before?.Present, unread);
        if (unread.Count > 0)
            return call.Refused(unread);
        long? version = long.TryParse(form["version"], out var read) ? read : null;
        long? seen = long.TryParse(form["seen"], out var revision) ? revision : null;
        var saved = await grain.Save(new SaveDraft(RequestIds.Of(form, "save"), call.By, entry, version, seen, contents));
        if (saved.Refused)
            return call.Refused(saved.Findings);
        if (form["how"] != "hand-in")
            return Back(found.Id, id, "saved");
        var handedIn = await grain.HandIn(new HandInDraft(RequestIds.Of(form, "hand-in"), call.By, null));
        if (handedIn.Value is { } sent)
            return Back(found.Id, id, sent.State == DraftState.Returned ? "sent-back" : "handed-in");
        var text = entry.Body is { } body ? await Text(body, reviews, catalogs, http.RequestAborted) : "";
        return Page(call, found, saved.Value!, handedIn.Findings, text, true, call.May(Permission.ReviewEntries, found.Id, divisions), null, handedIn.Findings, http);
    }

    public static async Task<IResult> Act(string unit, HttpContext http, IDivisions divisions, IGrainFactory grains)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Find(unit, divisions) is not { } found || !EntryId.TryParse(form["entry"], out var id))
            return call.Refused([CatalogRules.BadId.At("entry")]);
        var (grain, how, reason) = (Grain(grains, found.Id, id), form["how"].ToString(), form["reason"].ToString());
        var request = RequestIds.Of(form, how);
        var reply = how switch
        {
            "pass" => await grain.Pass(new PassStep(request, call.By, Digest.TryParse(form["hash"], out var hash) ? hash : null, form["note"].ToString())),
            "return" => await grain.Return(new ReturnDraft(request, call.By, reason, [.. form["field"].OfType<string>()])),
            "withhold" => await grain.Withhold(new WithholdDraft(request, call.By, reason, form["basis"].ToString(), EntryFields.Day(form["reviewOn"].ToString()))),
            "withdraw" => await grain.Withdraw(new WithdrawPublic(request, call.By, reason)),
            "take" or "dismiss" => await grain.DecideValidity(new DecideDraftValidity(request, call.By, int.TryParse(form["number"], out var number) ? number : 0, how == "take", reason)),
            _ => Reply.Refuse<DraftView>(DeskRules.NothingChosen.At("how")),
        };
        return reply.Refused ? call.Refused(reply.Findings) : Back(found.Id, id, how switch { "pass" => "passed", "return" => "returned", "withhold" => "withheld", "withdraw" => "withdraw", _ => "validity" });
    }

    public static async Task<IResult> File(
        string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] IReviewReads reviews, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        if (Find(unit, divisions) is not { } found || !EntryId.TryParse(http.Request.Query["entry"], out var id) || !Digest.TryParse(http.Request.Query["hash"], out var hash))
            return call.Refused([CatalogRules.BadId.At("entry")]);
        var reply = await Grain(grains, found.Id, id).Get(call.By);
        if (reply.Value?.Entry?.Attachments.FirstOrDefault(a => a.Hash == hash) is not { } file)
            return call.Refused(reply.Refused ? reply.Findings : [ReviewRules.NoSuchDraft.At("hash")]);
        return (await reviews.DraftContent(hash, http.RequestAborted) ?? await catalogs.Content(hash, http.RequestAborted)) is { } kept
            ? TypedResults.File(kept.Bytes, "application/octet-stream", file.Name) // never shown in place: a file is not a page of ours
            : call.Refused([ReviewRules.NoSuchDraft.At("hash")]);
    }

    internal static Unit? Find(string unit, IDivisions divisions) => UnitId.TryParse(unit, out var id) ? divisions.Today.Find(id) : null;

    private static PageResult<EntryPage> Page(
        DeskCall call, Unit unit, DraftView view, ImmutableArray<Finding> findings, string text, bool mayWrite, bool mayReview, EntryKind? kind, ImmutableArray<Finding> refusals, HttpContext http) => new(
        call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(EntryPage.Call), call), (nameof(EntryPage.Unit), unit), (nameof(EntryPage.View), view),
        (nameof(EntryPage.Findings), findings), (nameof(EntryPage.Text), text), (nameof(EntryPage.MayKeep), mayWrite), (nameof(EntryPage.MayReview), mayReview), (nameof(EntryPage.NewKind), kind),
        (nameof(EntryPage.Refusals), refusals), (nameof(EntryPage.Done), http.Request.Query["done"].ToString()), (nameof(EntryPage.Writes), http.Request.Query["write"].Count > 0));

    private static async Task<string> Text(Digest body, IReviewReads reviews, ICatalogReads catalogs, CancellationToken ct) =>
        (await reviews.DraftContent(body, ct) ?? await catalogs.Content(body, ct)) is { } kept && kept.MediaType.StartsWith("text/plain", StringComparison.Ordinal) ? Encoding.UTF8.GetString(kept.Bytes) : "";

    private static DraftView Blank(UnitId unit, EntryId id) => new(unit, id, DraftState.None, 0, 0, null, "", [], 0, null, 0, 0, [], null, null, "", null, null, "", [], [], false);

    private static IResult Back(UnitId unit, EntryId id, string done) => DeskCall.Back($"/desk/entries/{unit}/entry?entry={Uri.EscapeDataString(id.Value)}", done);

    private static IEntryDraftGrain Grain(IGrainFactory grains, UnitId unit, EntryId id) => grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(unit, id));
}
