using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Totals;

/// <summary>What the page of one cell shows: the value and the parts that add up to it.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Total">The total, for coverage and freshness.</param>
/// <param name="Parts">Its parts in tree order.</param>
public sealed record CellModel(Place Place, FormCell Cell, TotalView Total, ImmutableArray<CellPartView> Parts)
{
    /// <summary>Sum of the parts: they were read in one call, so it is the total of that moment.</summary>
    public long Value => Parts.Sum(p => p.Value);
}

/// <summary>Reads what a cell of a total is made of.</summary>
internal sealed class CellReader(IGrainFactory grains, TotalReader totals)
{
    public async Task<CellModel> Read(Place place, FormCell cell)
    {
        var total = await totals.Total(place);
        return new CellModel(place, cell, total, await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Explain(cell.Index));
    }
}
