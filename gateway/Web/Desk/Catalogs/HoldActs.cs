using System.Collections.Immutable;
using System.Globalization;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Federation.Web.Desk.Catalogs;

/// <summary>Removals that wait, with titles of what would go.</summary>
/// <param name="Hold">What waits.</param>
/// <param name="First">The first of its entries as they are now; those that are gone meanwhile are left out.</param>
/// <param name="Own">The reader asked for them, and must leave the confirmation to another.</param>
public sealed record HoldLine(Hold Hold, ImmutableArray<EntryRow> First, bool Own);

/// <summary>待确认的删除: removals over the bound, confirmed or refused by a second person.</summary>
internal static class HoldActs
{
    /// <summary>Where the page stands.</summary>
    public const string Path = "/desk/catalog/holds";

    private const int Shown = 100;

    public static async Task<IResult> Show(HttpContext http, IDivisions divisions, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        return Find(call, http.Request.Query["unit"].ToString(), divisions) is { } unit ? await Page(call, unit, http, divisions, catalogs, []) : call.Refused([Permissions.Denied.At("unit")]);
    }

    public static async Task<IResult> Decide(HttpContext http, IDivisions divisions, IGrainFactory grains, [FromServices] ICatalogReads catalogs)
    {
        var call = DeskCall.Of(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Find(call, form["unit"].ToString(), divisions) is not { } unit)
            return call.Refused([Permissions.Denied.At("unit")]);
        var number = int.TryParse(form["hold"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var confirm = form["how"] == "confirm";
        if (!confirm && form["how"] != "refuse")
            return await Page(call, unit, http, divisions, catalogs, [DeskRules.NothingChosen.At("how")]);
        var reply = await grains.GetGrain<ICatalogGrain>(GrainKeys.Catalog(unit.Id)).DecideRemovals(new DecideRemovals(RequestIds.Of(form, "decide"), call.By, number, confirm, form["reason"].ToString()));
        if (reply.Refused)
            return reply.Findings.Any(f => f.Code == Permissions.Denied.Code) ? call.Refused(reply.Findings) : await Page(call, unit, http, divisions, catalogs, reply.Findings);
        return DeskCall.Back($"{Path}?unit={unit.Id}", confirm ? "confirmed" : "refused");
    }

    private static Unit? Find(DeskCall call, string text, IDivisions divisions) =>
        (text.Length == 0 ? divisions.Today.Find(call.By.Unit) : UnitId.TryParse(text, out var id) ? divisions.Today.Find(id) : null) is { } unit
        && call.May(Permission.ReadRegisters, unit.Id, divisions) ? unit : null;

    private static async Task<PageResult<HoldsPage>> Page(DeskCall call, Unit unit, HttpContext http, IDivisions divisions, ICatalogReads catalogs, ImmutableArray<Finding> refusals)
    {
        var lines = ImmutableArray.CreateBuilder<HoldLine>();
        foreach (var hold in (await catalogs.Head(unit.Id, http.RequestAborted))?.Holds ?? [])
        {
            var rows = await catalogs.Rows(unit.Id, [.. hold.Entries.Take(Shown)], http.RequestAborted);
            lines.Add(new HoldLine(hold, [.. rows.Where(r => !r.Removed)], ReportAct.SamePerson(hold.By, call.By.Actor)));
        }
        return new PageResult<HoldsPage>(
            call.Frame, refusals.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, (nameof(HoldsPage.Call), call), (nameof(HoldsPage.Unit), unit),
            (nameof(HoldsPage.Lines), lines.ToImmutable()), (nameof(HoldsPage.MayDecide), call.May(Permission.ConfirmRemovals, unit.Id, divisions)), (nameof(HoldsPage.Refusals), refusals),
            (nameof(HoldsPage.Done), call.D.HoldDone(http.Request.Query["done"].ToString())));
    }
}
