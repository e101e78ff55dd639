using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Start;

/// <summary>An open period on the start page.</summary>
/// <param name="Period">The period.</param>
/// <param name="Whole">The nation's coverage.</param>
public sealed record StartPeriod(PeriodId Period, CoverageLine Whole);

/// <summary>Reads what is open.</summary>
internal sealed class StartReader(Places places, IGrainFactory grains)
{
    private const int MostPeriods = 6;

    /// <summary>Open periods, newest first.</summary>
    public async Task<ImmutableArray<StartPeriod>> Read(CancellationToken ct)
    {
        var lines = ImmutableArray.CreateBuilder<StartPeriod>();
        foreach (var period in (await places.Open(ct)).Take(MostPeriods))
        {
            if (await grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Nation, period)).Coverage() is { } coverage)
                lines.Add(new StartPeriod(period, coverage.Whole));
        }
        return lines.ToImmutable();
    }
}
