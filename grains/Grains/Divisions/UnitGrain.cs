using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Divisions;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Grains.Divisions;

/// <summary>One unit: what it is, and how it stands with its reports. Key: unit/id.</summary>
[GrainType("unit")]
public sealed class UnitGrain(IDivisions divisions, IReadModels readModels, IRosters rosters) : Grain, IUnitGrain
{
    /// <inheritdoc />
    public async Task<UnitView?> Describe(DateOnly asOf)
    {
        var id = GrainKeys.UnitOf(this.GetPrimaryKeyString());
        var tree = divisions.AsOf(asOf);
        if (!tree.TryFind(id, out var order))
            return null;
        var unit = tree[order];
        return new UnitView(
            unit.Id, unit.Name, unit.Tier, unit.Kind, unit.Parent, tree.PathOf(order), tree.ChildrenOf(order).Count(), tree.LastOf(order) - order, await Reporting(id));
    }

    private async Task<ImmutableArray<ReportingStatus>> Reporting(UnitId id)
    {
        var filings = (await readModels.FilingsOf(id, CancellationToken.None)).ToDictionary(f => f.Period);
        var standing = ImmutableArray.CreateBuilder<ReportingStatus>();
        foreach (var opened in await readModels.Periods(CancellationToken.None))
        {
            var period = PeriodId.Parse(opened.Period);
            if ((await rosters.Find(period))?.Find(id) is { Due: { } due })
                standing.Add(Standing(period, due, filings.GetValueOrDefault(opened.Period)));
        }
        return standing.ToImmutable();
    }

    private static ReportingStatus Standing(PeriodId period, DateOnly due, ContributionRow? filing) => filing switch
    {
        null => new(period, ReportState.NotFiled, false, due, null),
        { Returned: > 0 } => new(period, ReportState.Returned, false, due, filing.At),
        { Published: > 0 } => new(period, ReportState.Published, filing.Late > 0, due, filing.At),
        { Accepted: > 0 } => new(period, ReportState.Accepted, filing.Late > 0, due, filing.At),
        _ => new(period, ReportState.Sealed, filing.Late > 0, due, filing.At),
    };
}
