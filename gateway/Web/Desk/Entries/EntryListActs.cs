using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Entries;

/// <summary>What waits, what is withheld, what runs out of time.</summary>
internal static class EntryListActs
{
    private const int PageSize = 100;

    public static async Task<IResult> Work(string unit, HttpContext http, IDivisions divisions, [FromServices] DraftLists lists, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        if (Readable(unit, call, divisions) is not { } found)
            return call.Refused([Permissions.Denied.At("unit")]);
        var (rows, next) = await lists.Work(found.Id, null, After(http), PageSize, http.RequestAborted);
        rows = await Named(rows, found.Id, catalogs, http.RequestAborted);
        return new PageResult<EntriesPage>(
            call.Frame, StatusCodes.Status200OK, (nameof(EntriesPage.Call), call), (nameof(EntriesPage.Unit), found), (nameof(EntriesPage.Rows), rows), (nameof(EntriesPage.Lists), lists),
            (nameof(EntriesPage.Next), Token(next)), (nameof(EntriesPage.MayWrite), call.May(Permission.KeepCatalog, found.Id, divisions)), (nameof(EntriesPage.Done), http.Request.Query["done"].ToString()));
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
