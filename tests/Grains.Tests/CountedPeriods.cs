using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Grains.Tests;

/// <summary>Read models that count how often they are asked for the periods.</summary>
internal sealed class CountedPeriods(IReadModels inner) : IReadModels
{
    public int Asked { get; private set; }

    public ValueTask<ImmutableArray<PeriodRow>> Periods(CancellationToken ct)
    {
        Asked++;
        return inner.Periods(ct);
    }

    public ValueTask<ImmutableArray<Unit>> Units(CancellationToken ct) => inner.Units(ct);

    public ValueTask<ImmutableArray<RosterRow>> Roster(string period, CancellationToken ct) => inner.Roster(period, ct);

    public ValueTask<ContributionRow?> Contribution(UnitId unit, ContributionScope scope, string period, CancellationToken ct) => inner.Contribution(unit, scope, period, ct);

    public ValueTask<ImmutableArray<ContributionRow>> Parts(string period, UnitId rollsInto, CancellationToken ct) => inner.Parts(period, rollsInto, ct);

    public ValueTask<ImmutableArray<ContributionRow>> FilingsOf(UnitId unit, CancellationToken ct) => inner.FilingsOf(unit, ct);

    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow Filing)>> Filings(string period, int after, int last, int limit, CancellationToken ct) =>
        inner.Filings(period, after, last, limit, ct);

    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow? Returned)>> Missing(string period, int after, int last, int limit, CancellationToken ct) =>
        inner.Missing(period, after, last, limit, ct);
}
