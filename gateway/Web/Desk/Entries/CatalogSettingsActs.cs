using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Peers;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Entries;

/// <summary>How a catalog is kept, and how it stands among its peers.</summary>
internal static class CatalogSettingsActs
{
    private static readonly char[] Dividers = [',', ',', '、', '\n'];

    public static Task<IResult> Show(string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] PeerReads peers) => Page(unit, http, divisions, grains, peers, []);

    public static async Task<IResult> Set(string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] PeerReads peers)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (EntryActs.Find(unit, divisions) is not { } found)
            return call.Refused([Permissions.Denied.At("unit")]);
        var settings = new CatalogSettings(
            Number(form["share"]), Number(form["count"]), [.. form["steps"].ToString().Split(Dividers, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], form["pattern"].ToString().Trim(),
            form["peers"].Count > 0);
        var reply = await grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(found.Id)).Set(new SetCatalog(RequestIds.Of(form, "set"), call.By, settings));
        return reply.Refused ? await Page(unit, http, divisions, grains, peers, reply.Findings) : DeskCall.Back($"/desk/entries/{found.Id}/settings", "set");
    }

    private static async Task<IResult> Page(string unit, HttpContext http, IDivisions divisions, IGrainFactory grains, PeerReads peers, IReadOnlyCollection<Finding> refusals)
    {
        var call = DeskCall.Of(http);
        if (EntryActs.Find(unit, divisions) is not { } found || !call.May(Permission.ReadRegisters, found.Id, divisions))
            return call.Refused([Permissions.Denied.At("unit")]);
        var view = await grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(found.Id)).Get();
        return new PageResult<CatalogSettingsPage>(
            call.Frame, refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(CatalogSettingsPage.Call), call), (nameof(CatalogSettingsPage.Unit), found),
            (nameof(CatalogSettingsPage.Settings), view.Settings), (nameof(CatalogSettingsPage.MaySet), call.May(Permission.SetCatalogs, found.Id, divisions)),
            (nameof(CatalogSettingsPage.Compared), await peers.Of(found.Id, http.RequestAborted)), (nameof(CatalogSettingsPage.Refusals), System.Collections.Immutable.ImmutableArray.CreateRange(refusals)),
            (nameof(CatalogSettingsPage.Done), http.Request.Query["done"].ToString()));
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
