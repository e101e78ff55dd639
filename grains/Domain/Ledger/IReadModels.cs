using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Ledger;

/// <summary>
/// Whole-tree reads by set-based queries on what the ledger's transactions have already made true. Waking the tree is for change;
/// this is for reading.
/// </summary>
public interface IReadModels
{
    /// <summary>Every dated row of every unit, in order of id and first day.</summary>
    ValueTask<ImmutableArray<Unit>> Units(CancellationToken ct);

    /// <summary>All periods ever opened, oldest first.</summary>
    ValueTask<ImmutableArray<PeriodRow>> Periods(CancellationToken ct);

    /// <summary>The frozen tree of a period in order; empty when the period is not open.</summary>
    ValueTask<ImmutableArray<RosterRow>> Roster(string period, CancellationToken ct);

    /// <summary>One contribution; null when there is none yet.</summary>
    ValueTask<ContributionRow?> Contribution(UnitId unit, ContributionScope scope, string period, CancellationToken ct);

    /// <summary>The parts of a total: every contribution of the period that rolls into that unit, in order of unit.</summary>
    ValueTask<ImmutableArray<ContributionRow>> Parts(string period, UnitId rollsInto, CancellationToken ct);

    /// <summary>A unit's own filings over all periods, oldest period first.</summary>
    ValueTask<ImmutableArray<ContributionRow>> FilingsOf(UnitId unit, CancellationToken ct);

    /// <summary>
    /// Own filings of the units in a range of the frozen tree, in tree order.
    /// </summary>
    /// <param name="period">Period id.</param>
    /// <param name="after">Order after which to begin (exclusive).</param>
    /// <param name="last">Last order (inclusive).</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow Filing)>> Filings(string period, int after, int last, int limit, CancellationToken ct);

    /// <summary>Units in a range of the frozen tree that must file and have no filing that counts, in tree order.</summary>
    /// <inheritdoc cref="Filings" path="/param"/>
    ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow? Returned)>> Missing(string period, int after, int last, int limit, CancellationToken ct);
}
