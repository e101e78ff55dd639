using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Reports;

namespace Federation.Web.Reports.Coverage;

/// <summary>Reads the coverage of one territory from its roll-up.</summary>
internal sealed class CoverageReader(IGrainFactory grains, TimeProvider clock)
{
    public async Task<CoverageModel> Read(Place place, ImmutableArray<PeriodId> open)
    {
        var view = await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(place.Row.Unit, place.Roster.Period)).Coverage()
            ?? throw new InvalidOperationException($"{place.Address} is on the list and has no roll-up");
        return new CoverageModel(place, open, CoverageFigures.Picture(view, place.Roster.Form, clock.GetUtcNow()));
    }
}
