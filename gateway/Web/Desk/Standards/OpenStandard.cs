using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Desk.Standards;

/// <summary>A unit's standard as a reader has it before them.</summary>
/// <param name="Call">Who asks.</param>
/// <param name="Unit">Whose.</param>
/// <param name="View">How it stands.</param>
/// <param name="InForce">The version that binds the unit; null: none does.</param>
/// <param name="MayKeep">The reader may edit, publish, sync and decide.</param>
/// <param name="MaySetAside">The reader may say that an item does not apply: whoever answers for the catalog, in a township too.</param>
/// <param name="MaySeeDraft">The reader may see what is not published yet.</param>
public sealed record OpenStandard(DeskCall Call, Unit Unit, StandardView View, StandardCatalog? InForce, bool MayKeep, bool MaySetAside, bool MaySeeDraft)
{
    /// <summary>Address of a page or act of this standard.</summary>
    public string At(string act = "") => AddressOf(Unit.Id, act);

    /// <summary>Where a page stands.</summary>
    public IReadOnlyList<TrailStep> Trail(string page) => page.Length == 0
        ? [new(Call.D.Desk, "/desk"), new(Call.D.Standard, null)]
        : [new(Call.D.Desk, "/desk"), new(Call.D.Standard, At()), new(page, null)];

    /// <summary>The items shown: the draft to those who may see it, else what is in force.</summary>
    public ImmutableArray<StandardItem> Items => MaySeeDraft && !View.Items.IsEmpty ? View.Items : InForce is null ? [] : [.. InForce.Items.Values];

    /// <summary>True when the items are those of the unit's own draft.</summary>
    public bool ShowsDraft => MaySeeDraft && !View.Items.IsEmpty;

    /// <summary>Address of a unit's standard.</summary>
    public static string AddressOf(UnitId unit, string act = "") => act.Length == 0 ? $"/desk/standards/{unit}" : $"/desk/standards/{unit}/{act}";
}

/// <summary>Reads standards for the desk.</summary>
internal sealed class StandardReader(IGrainFactory grains, IStandardReads standards, IDivisions divisions)
{
    public IStandardGrain Grain(UnitId unit) => grains.GetGrain<IStandardGrain>(GrainKeys.Standard(unit));

    public string NameOf(UnitId unit) => divisions.Today.Find(unit)?.Name ?? unit.Value;

    /// <summary>The standard that an address names, or the page that says why not.</summary>
    public async Task<(OpenStandard? Open, IResult? Problem)> Find(HttpContext http, string text)
    {
        var call = DeskCall.Of(http);
        if (!UnitId.TryParse(text, out var id) || divisions.Today.Find(id) is not { } unit)
            return (null, call.Refused([DivisionRules.UnknownUnit.At("unit")]));
        var latest = await standards.Latest([id, .. StandardPath.Above(divisions.Today, id)], http.RequestAborted);
        var inForce = latest.IsEmpty ? null : await standards.Standard(latest[0].Of, http.RequestAborted);
        return (new OpenStandard(call, unit, await Grain(id).Get(), inForce, call.May(Permission.KeepStandards, id, divisions), call.May(Permission.SetCatalogs, id, divisions), call.May(Permission.ReadRegisters, id, divisions)), null);
    }

    public ValueTask<StandardCatalog?> Version(StandardVersion version, CancellationToken ct) => standards.Standard(version, ct);
}
