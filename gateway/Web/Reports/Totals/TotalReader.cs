using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;

namespace Federation.Web.Reports.Totals;

/// <summary>What the page of a total shows.</summary>
/// <param name="Place">Unit and period.</param>
/// <param name="Total">The total.</param>
public sealed record TotalModel(Place Place, TotalView Total)
{
    /// <summary>Day at whose end it stood so; null: now.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Lines over years.</summary>
    public ImmutableArray<TrendLine> Trends { get; init; } = [];

    /// <summary>A cell as shown: nothing filed is no zero.</summary>
    public string Cell(string cell) => Total.Coverage.Counts.Filed == 0 ? Numbers.None : Numbers.Cell(Place.Roster.Form[cell], Total.Tally[Place.Roster.Form[cell].Index]);
}

/// <summary>Reads the total of one territory from its roll-up.</summary>
internal sealed class TotalReader(IGrainFactory grains, Trends trends)
{
    public async Task<TotalModel> Read(Place place, CancellationToken ct)
    {
        var total = await Total(place);
        return new TotalModel(place, total)
        {
            Trends = await trends.Of(
                place.Row.Unit, place.Roster.Period, place.IsLeaf ? ReportScope.Own : ReportScope.Whole, place.Roster.Form,
                total.Coverage.Counts.Filed == 0 ? null : total.Tally, ct),
        };
    }

    public async Task<TotalView> Total(Place place) =>
        await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Get()
            ?? throw new InvalidOperationException($"{place.Address} is on the list and has no total");
}
