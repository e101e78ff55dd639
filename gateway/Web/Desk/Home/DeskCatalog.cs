using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Federation.Web.Desk.Standards;

namespace Federation.Web.Desk.Home;

/// <summary>A count that was not carried on to the end.</summary>
/// <param name="Number">Counted.</param>
/// <param name="More">There are more.</param>
public sealed record Counted(int Number, bool More);

/// <summary>The catalog of the reader's unit on the desk.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Mine">Entries that wait for the reader.</param>
/// <param name="Soon">Entries that are to be public within days.</param>
/// <param name="Late">Entries that should be public and are not.</param>
/// <param name="Looks">Withheld entries whose day of the next look has come.</param>
/// <param name="Missing">Items of the standard that no entry fulfils; null: no standard binds the unit.</param>
/// <param name="Conflicts">Conflicts with a newer standard above; null: the reader does not decide them.</param>
/// <param name="Holds">Removals that wait for a second person; null: the reader does not decide them.</param>
/// <param name="Sources">Outside sources.</param>
/// <param name="Failing">Of these, at the last reading not reached or not read.</param>
/// <param name="ToMend">Records of these to be mended.</param>
public sealed record DeskCatalog(UnitId Unit, Counted Mine, Counted Soon, Counted Late, Counted Looks, int? Missing, int? Conflicts, int? Holds, int Sources, int Failing, int ToMend);

/// <summary>Reads what somebody has to do for the catalog of the own unit. Each figure is counted so far as a page of it reaches.</summary>
internal sealed class DeskCatalogReader(DraftLists drafts, IGapLists gaps, ICatalogReads catalogs, StandardReader standards, IGrainFactory grains, IDivisions divisions, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>The figures; null for somebody who does not see how the catalog is kept.</summary>
    public async Task<DeskCatalog?> Read(DeskCall call, CancellationToken ct)
    {
        var unit = call.By.Unit;
        if (divisions.Today.Find(unit) is null || !call.May(Permission.ReadRegisters, unit, divisions))
            return null;
        var (mine, more) = await drafts.Work(unit, call.By, null, Most, ct);
        var (limits, moreLimits) = await drafts.Limits(unit, null, Most, ct); // the oldest last day first
        var lights = limits.Select(drafts.LightOf).ToList();
        var (withheld, moreWithheld) = await drafts.Withheld(unit, null, Most, ct); // the next look first
        var looks = withheld.Count(r => r.ReviewOn <= clock.Today());
        var sources = (await grains.GetGrain<ISourcesGrain>(GrainKeys.Sources(unit)).List()).Sources;
        return new DeskCatalog(
            unit, new(mine.Length, more is not null), new(lights.Count(l => l == "due_soon"), moreLimits is not null && lights[^1] is "late" or "due_soon"),
            new(lights.Count(l => l == "late"), moreLimits is not null && lights[^1] == "late"), new(looks, moreWithheld is not null && looks == withheld.Length),
            (await gaps.Of(unit, ct))?.Missing.Length, call.May(Permission.KeepStandards, unit, divisions) ? (await standards.Grain(unit).Get()).Open.Length : null,
            call.May(Permission.ConfirmRemovals, unit, divisions) ? (await catalogs.Head(unit, ct))?.Holds.Sum(h => h.Entries.Length) ?? 0 : null,
            sources.Length, sources.Count(s => s.Pause is null && s.Last?.Failed == true), sources.Where(s => s.Pause is null).Sum(s => s.Last?.ProblemCount ?? 0));
    }
}
