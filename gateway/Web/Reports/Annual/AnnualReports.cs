using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Reports.Sheets;
using Federation.Web.Reports.Totals;

namespace Federation.Web.Reports.Annual;

/// <summary>Builds annual report documents from totals.</summary>
public sealed class AnnualReports
{
    private readonly IGrainFactory grains;
    private readonly IRosters rosters;
    private readonly TimeProvider clock;
    private readonly TotalReader totals;
    private readonly Trends trends;

    internal AnnualReports(IGrainFactory grains, IRosters rosters, TimeProvider clock, Trends trends)
    {
        (this.grains, this.rosters, this.clock, this.trends) = (grains, rosters, clock, trends);
        totals = new TotalReader(grains, trends);
    }

    /// <summary>The document of a unit as of now; null when the period is not open or the unit not on its list.</summary>
    public async Task<AnnualReportModel?> Find(UnitId unit, PeriodId period, CancellationToken ct = default) =>
        await rosters.Find(period, ct) is { } roster && roster.Find(unit) is { } row ? await Build(new Place(roster, row), ct) : null;

    /// <summary>The document of a total.</summary>
    /// <param name="total">The total.</param>
    /// <param name="roster">The frozen list it belongs to; the unit is on it.</param>
    /// <param name="parts">How many parts one level down are in it.</param>
    /// <param name="generatedAt">Moment of making.</param>
    public static AnnualReportModel Build(TotalView total, Roster roster, int parts, DateTimeOffset generatedAt)
    {
        var place = new Place(roster, roster.Find(total.Unit) ?? throw new ArgumentException($"{total.Unit} is not on the list", nameof(total)));
        return new AnnualReportModel(place.FullName, !place.IsLeaf, roster.Period, roster.Form, total, parts, generatedAt);
    }

    internal async Task<AnnualReportModel> Build(Place place, CancellationToken ct)
    {
        var total = await totals.Total(place);
        var parts = await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Explain(0);
        return Build(total, place.Roster, parts.Length, clock.GetUtcNow()) with
        {
            Trends = await trends.Of(
                place.Row.Unit, place.Roster.Period, place.IsLeaf ? ReportScope.Own : ReportScope.Whole, place.Roster.Form,
                total.Coverage.Counts.Filed == 0 ? null : total.Tally, ct),
        };
    }
}
