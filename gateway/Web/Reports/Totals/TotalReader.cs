using Federation.Contracts;
using Federation.Contracts.Reports;

namespace Federation.Web.Reports.Totals;

/// <summary>What the page of a total shows.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Total">The total.</param>
public sealed record TotalModel(Place Place, TotalView Total)
{
    /// <summary>A cell as shown: nothing filed is no zero.</summary>
    public string Cell(string cell) => Total.Coverage.Counts.Filed == 0 ? Numbers.None : Numbers.Cell(Place.Roster.Form[cell], Total.Tally[Place.Roster.Form[cell].Index]);
}

/// <summary>Reads the total of one territory from its roll-up.</summary>
internal sealed class TotalReader(IGrainFactory grains)
{
    public async Task<TotalModel> Read(Place place) => new(place, await Total(place));

    public async Task<TotalView> Total(Place place) =>
        await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Get()
            ?? throw new InvalidOperationException($"{place.Address} is on the list and has no total");
}
