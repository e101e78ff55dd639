using System.Collections.Immutable;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;

namespace Federation.Web.Tests.Hosting;

/// <summary>A store that can be asked for nothing but, if it is empty and not down, the periods that nobody opened.</summary>
internal sealed class DownStore(bool down) : IReadModels, IRosters, IReportHistories, IDivisions, ICalendars, IPlanReads, IStandardReads, IGapLists
{
    public ValueTask<StandardCatalog?> Standard(StandardVersion version, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<StandardRow>> Versions(UnitId owner, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<StandardRow>> Latest(ImmutableArray<UnitId> owners, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<(UnitId Unit, string Item, string Reason)>> SetAside(ImmutableArray<UnitId> units, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<(UnitId Unit, string Item)>> Fulfilled(ImmutableArray<UnitId> units, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<GapList?> Of(UnitId unit, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<(ImmutableArray<GapList> Lists, int? Last)> Below(UnitId top, bool deep, int after, int limit, CancellationToken ct) => throw new NotSupportedException();

    public CalendarBook Book => throw new NotSupportedException();

    public WorkingCalendar Of(UnitId unit) => throw new NotSupportedException();

    public WorkingCalendar Of(UnitId unit, DateOnly knownOn) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<PeriodRow>> Periods(CancellationToken ct) => down ? throw new LedgerUnavailableException("the disk is gone") : new([]);

    public DivisionTree Today => throw new NotSupportedException();

    public DivisionTree AsOf(DateOnly day) => throw new NotSupportedException();

    public ValueTask<Roster?> Find(PeriodId period, CancellationToken ct = default) => down ? throw new LedgerUnavailableException("the disk is gone") : new(default(Roster));

    public Task<(ImmutableDictionary<UnitId, Report> Reports, long Position)> AsOf(Roster roster, RosterRow top, DateTimeOffset moment, CancellationToken ct) =>
        throw new NotSupportedException();

    public Task<long> VersionOf(UnitId unit, PeriodId period, ImmutableArray<byte> contentHash, CancellationToken ct) => throw new NotSupportedException();

    public Task<ImmutableArray<(Filing After, Filing Before)>> CorrectionsOf(UnitId unit, PeriodId period, CancellationToken ct) => throw new NotSupportedException();

    public Task<ReportHistory> Find(UnitId unit, PeriodId period, ReportScope scope, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<Unit>> Units(CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<RosterRow>> Roster(string period, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ContributionRow?> Contribution(UnitId unit, ContributionScope scope, string period, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<ContributionRow>> Parts(string period, UnitId rollsInto, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<ContributionRow>> FilingsOf(UnitId unit, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow Filing)>> Filings(string period, int after, int last, int limit, CancellationToken ct) =>
        throw new NotSupportedException();

    public ValueTask<ImmutableArray<(RosterRow Unit, ContributionRow? Returned)>> Missing(string period, int after, int last, int limit, CancellationToken ct) =>
        throw new NotSupportedException();

    public ValueTask<PlanRow?> Plan(PlanId plan, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<PlanRow>> Plans(UnitId? issuer, int? year, int limit, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<ClauseRow>> Clauses(PlanId plan, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<ClauseRow>> Lineage(ImmutableArray<string> roots, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<AssignmentRow>> Silent(ImmutableArray<UnitId> units, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<AssignmentRow>> Late(PlanId plan, int first, int last, int limit, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<PlanBurdenRow>> Burden(PlanId plan, int year, int first, int last, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<PlanBurdenRow>> BurdenSum(PlanId plan, int year, int first, int last, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<AssignmentCount>> Count(PlanId plan, int first, int last, CancellationToken ct) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<AssignmentRow>> Assignments(PlanId plan, string? clause, AssignmentState? state, int after, int last, int limit, CancellationToken ct) =>
        throw new NotSupportedException();
}
