using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Entries;

/// <summary>What waits, what is withheld, what runs out of time.</summary>
internal static class EntryListActs
{
    private const int PageSize = 100;

    public static Task<IResult> Work(string unit, HttpContext http, IDivisions divisions, [FromServices] DraftLists lists, [FromServices] ICatalogReads catalogs) =>
        Work(unit, http, divisions, lists, catalogs, []);

    public static async Task<IResult> Pass(string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] DraftLists lists, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (EntryActs.Find(unit, divisions) is not { } found || !call.May(Permission.ReviewEntries, found.Id, divisions))
            return call.Refused([Permissions.Denied.At("unit")]);
        var read = Chosen(form);
        if (read.IsEmpty)
            return await Work(unit, http, divisions, lists, catalogs, [DeskRules.NothingChosen.At("read")]);
        var answers = await grains.PassMany(call.By, found.Id, read, form["note"].ToString(), entry => RequestIds.Of(form, $"pass {entry}"));
        ImmutableArray<Finding> refusals = [.. answers.Where(a => a.Answer.Refused).SelectMany(a => a.Answer.Findings.Where(f => f.Blocks).Select(f => f with { Where = a.Entry.Value, Text = $"{a.Entry}:{f.Text}", TextEn = $"{a.Entry}: {f.TextEn}" }))];
        return refusals.IsEmpty ? DeskCall.Back($"/desk/entries/{found.Id}", "passed-many") : await Work(unit, http, divisions, lists, catalogs, refusals);
    }

    private static ImmutableArray<(EntryId, Digest?)> Chosen(IFormCollection form) =>
        [.. form["read"].OfType<string>().Take(ManySteps.Most).Select(v => v.Split('|', 2)).Where(v => v.Length == 2 && EntryId.TryParse(v[1], out _))
            .Select(v => (EntryId.Parse(v[1]), Digest.TryParse(v[0], out var hash) ? hash : null)).DistinctBy(v => v.Item1)];

    private static async Task<IResult> Work(string unit, HttpContext http, IDivisions divisions, DraftLists lists, ICatalogReads catalogs, ImmutableArray<Finding> refusals)
    {
        var call = DeskCall.Of(http);
        if (Readable(unit, call, divisions) is not { } found)
            return call.Refused([Permissions.Denied.At("unit")]);
        var (rows, next) = await lists.Work(found.Id, null, After(http), PageSize, http.RequestAborted);
        rows = await Named(rows, found.Id, catalogs, http.RequestAborted);
        return new PageResult<EntriesPage>(
            call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(EntriesPage.Call), call), (nameof(EntriesPage.Unit), found), (nameof(EntriesPage.Rows), rows), (nameof(EntriesPage.Lists), lists),
            (nameof(EntriesPage.Next), Token(next)), (nameof(EntriesPage.MayWrite), call.May(Permission.KeepCatalog, found.Id, divisions)), (nameof(EntriesPage.Done), http.Request.Query["done"].ToString()),
            (nameof(EntriesPage.Refusals), refusals), (nameof(EntriesPage.All), http.Request.Query["all"].Count > 0));
    }

    public static async Task<IResult> Withheld(string unit, HttpContext http, IDivisions divisions, [FromServices] DraftLists lists)
    {
        var call = DeskCall.Of(http);
        if (Readable(unit, call, divisions) is not { } found)
            return call.Refused([Permissions.Denied.At("unit")]);
        var (rows, next) = await lists.Withheld(found.Id, After(http), PageSize, http.RequestAborted);
        return new PageResult<WithheldPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(WithheldPage.Call), call), (nameof(WithheldPage.Unit), found), (nameof(WithheldPage.Rows), rows), (nameof(WithheldPage.Next), Token(next)));
    }

    public static async Task<IResult> Limits(string unit, HttpContext http, IDivisions divisions, [FromServices] DraftLists lists)
    {
        var call = DeskCall.Of(http);
        if (Readable(unit, call, divisions) is not { } found)
            return call.Refused([Permissions.Denied.At("unit")]);
        var (rows, next) = await lists.Limits(found.Id, After(http), PageSize, http.RequestAborted);
        var (own, below) = await lists.Breaches(found.Id, http.RequestAborted);
        var sees = Permissions.CheckSubtree(call.By, Permission.ReadRegisters, found.Id, divisions.Today) is null;
        return new PageResult<LimitsPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(LimitsPage.Call), call), (nameof(LimitsPage.Unit), found), (nameof(LimitsPage.Rows), rows), (nameof(LimitsPage.Lists), lists),
            (nameof(LimitsPage.Next), Token(next)), (nameof(LimitsPage.Own), own), (nameof(LimitsPage.Below), sees ? below : []));
    }

    // Where nothing is written here, the catalog tells the title.
    private static async Task<ImmutableArray<DraftRow>> Named(ImmutableArray<DraftRow> rows, UnitId unit, ICatalogReads catalogs, CancellationToken ct)
    {
        var nameless = rows.Where(r => r.Title == r.Id.Value).Select(r => r.Id).ToImmutableArray();
        if (nameless.IsEmpty)
            return rows;
        var titles = (await catalogs.Rows(unit, nameless, ct)).ToDictionary(r => r.Id, r => r.Title);
        return [.. rows.Select(r => titles.TryGetValue(r.Id, out var title) ? r with { Title = title } : r)];
    }

    private static Unit? Readable(string unit, DeskCall call, IDivisions divisions) =>
        EntryActs.Find(unit, divisions) is { } found && call.May(Permission.ReadRegisters, found.Id, divisions) ? found : null;

    private static string Token(DraftPlace? place) => place is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{place.Number}|{place.Entry}");

    private static DraftPlace? After(HttpContext http) =>
        http.Request.Query["after"].ToString().Split('|', 2) is [var number, var entry] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && EntryId.TryParse(entry, out var id)
            ? new DraftPlace(read, id)
            : null;
}
