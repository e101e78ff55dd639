using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Totals;

/// <summary>What the page of one cell shows: the value and the parts that add up to it.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Total">The total, for coverage and freshness.</param>
/// <param name="Parts">Its parts in tree order.</param>
/// <param name="Returned">Units whose filing was returned: a part without figures.</param>
public sealed record CellModel(Place Place, FormCell Cell, TotalView Total, ImmutableArray<CellPartView> Parts, ImmutableHashSet<UnitId> Returned)
{
    /// <summary>The first units that are not in it, in tree order.</summary>
    public ImmutableArray<RosterRow> Missing { get; init; } = [];

    /// <summary>Version of the filing that each own part holds, by unit; a part itself only knows how often its unit acted.</summary>
    public ImmutableDictionary<UnitId, long> Versions { get; init; } = ImmutableDictionary<UnitId, long>.Empty;

    /// <summary>How many are not in it.</summary>
    public long MissingCount => Total.Coverage.Expected - Total.Coverage.Counts.Filed;

    /// <summary>False for the filing of a unit that was returned.</summary>
    public bool Counts(CellPartView part) => !part.Own || !Returned.Contains(part.Unit);

    /// <summary>Sum of the parts: they were read in one call, so it is the total of that moment.</summary>
    public long Value => Parts.Sum(p => p.Value);
}

/// <summary>Reads what a cell of a total is made of.</summary>
internal sealed class CellReader(IGrainFactory grains, IReadModels readModels, IReportHistories histories, TotalReader totals)
{
    private const int NamedMissing = 12;

    public async Task<CellModel> Read(Place place, FormCell cell, CancellationToken ct)
    {
        var grain = grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period));
        var (total, coverage) = (await totals.Total(place), await grain.Coverage());
        var parts = await grain.Explain(cell.Index);
        return new CellModel(place, cell, total, parts, Returned(place.Row.Unit, coverage!))
        {
            Versions = await Versions(parts, place.Roster.Period, ct),
            Missing = [.. (await readModels.Missing(place.Roster.Period.ToString(), place.Row.Ord - 1, place.Row.Last, NamedMissing, ct)).Select(m => m.Unit)],
        };
    }

    private async Task<ImmutableDictionary<UnitId, long>> Versions(ImmutableArray<CellPartView> parts, PeriodId period, CancellationToken ct)
    {
        var versions = ImmutableDictionary.CreateBuilder<UnitId, long>();
        foreach (var part in parts.Where(p => p.Own && !p.ContentHash.IsDefaultOrEmpty))
            versions[part.Unit] = await histories.VersionOf(part.Unit, period, part.ContentHash, ct);
        return versions.ToImmutable();
    }

    // What is returned below a child is a matter of the child's own page; of the unit itself it is what the children leave.
    private static ImmutableHashSet<UnitId> Returned(UnitId unit, CoverageView coverage)
    {
        var own = coverage.Children.Aggregate(coverage.Whole.Counts, (left, child) => left - child.Counts);
        return [.. coverage.Children.Where(c => c.Expected == 1 && c.Counts.Returned == 1).Select(c => c.Unit), .. own.Returned == 1 ? [unit] : ImmutableArray<UnitId>.Empty];
    }
}
