using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.WorkPoints;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger : IPlanReads
{
    /// <inheritdoc />
    public ValueTask<PlanRow?> Plan(PlanId plan, CancellationToken ct) => readers.Read(reader => PlanReads.Plan(reader, plan), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanRow>> Plans(UnitId? issuer, int? year, int limit, CancellationToken ct) =>
        readers.Read(reader => PlanReads.Plans(reader, issuer, year, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ClauseRow>> Clauses(PlanId plan, CancellationToken ct) => readers.Read(reader => PlanReads.Clauses(reader, plan), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<ClauseRow>> Lineage(ImmutableArray<string> roots, CancellationToken ct) => readers.Read(reader => PlanReads.Lineage(reader, roots), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentCount>> Count(PlanId plan, int first, int last, CancellationToken ct) =>
        readers.Read(reader => PlanReads.Count(reader, plan, first, last), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Silent(ImmutableArray<UnitId> units, CancellationToken ct) => readers.Read(reader => PlanReads.Silent(reader, units), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Assignments(PlanId plan, string? clause, AssignmentState? state, int after, int last, int limit, CancellationToken ct) =>
        readers.Read(reader => PlanReads.Assignments(reader, plan, clause, state, after, last, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<AssignmentRow>> Late(PlanId plan, int first, int last, int limit, CancellationToken ct) =>
        readers.Read(reader => PlanReads.Late(reader, plan, first, last, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanBurdenRow>> Burden(PlanId plan, int year, int first, int last, CancellationToken ct) =>
        readers.Read(reader => PlanReads.Burden(reader, plan, year, first, last), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PlanBurdenRow>> BurdenSum(PlanId plan, int year, int first, int last, CancellationToken ct) =>
        readers.Read(reader => PlanReads.BurdenSum(reader, plan, year, first, last), ct);
}
