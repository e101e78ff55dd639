using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.WorkPoints;

/// <summary>A plan as lists show it.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Year">Year that it is for.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="DocumentNumber">文号; empty when it has none.</param>
/// <param name="Version">Version in force; 0: a draft only.</param>
/// <param name="IssuedAt">When that version was issued; null: not yet.</param>
/// <param name="AsOf">Day of the tree that the orders of its assignments are of.</param>
/// <param name="Receivers">How many units it binds.</param>
/// <param name="Withdrawn">True when it binds nobody any more.</param>
public sealed record PlanRow(
    PlanId Plan, UnitId Issuer, int Year, string Title, string DocumentNumber, int Version, DateTimeOffset? IssuedAt, DateOnly AsOf, int Receivers, bool Withdrawn);

/// <summary>A clause in force.</summary>
/// <param name="Plan">Its plan.</param>
/// <param name="Clause">Its place there.</param>
/// <param name="Ord">Its order in the plan, from 0.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Measures">What is asked, one a line.</param>
/// <param name="Source">The clause above that it carries on; empty: it begins here.</param>
/// <param name="Root">The first clause of its lineage; its own when it begins here.</param>
/// <param name="Minutes">Estimate; 0: none.</param>
public sealed record ClauseRow(PlanId Plan, string Clause, int Ord, string Title, string Measures, string Source, string Root, int Minutes)
{
    /// <summary>Plan and place.</summary>
    public string Id => $"{Plan}#{Clause}";
}

/// <summary>How one clause stands with one unit.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Ord">Place of the unit in the plan's tree.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Version">Version that binds it so.</param>
/// <param name="State">How far it has come.</param>
/// <param name="SentAt">When it was issued to the unit.</param>
/// <param name="DeliveredAt">When it arrived; null: not reached since <paramref name="SentAt"/>.</param>
/// <param name="OpenedAt">When somebody there first opened it.</param>
/// <param name="AnsweredAt">When it was accepted or objected to last.</param>
/// <param name="EscalatedOn">When its silence was told to the unit above.</param>
/// <param name="Objection">Why it objects, or why its book refused it; empty: neither.</param>
/// <param name="Light">How the duties stand: not_due, open, due_soon, done, late, waived; empty: not reached.</param>
/// <param name="Due">Next last day; null: none is running.</param>
public sealed record AssignmentRow(
    PlanId Plan, int Ord, UnitId Unit, string Clause, int Version, AssignmentState State, DateTimeOffset SentAt, DateTimeOffset? DeliveredAt, DateTimeOffset? OpenedAt,
    DateTimeOffset? AnsweredAt, DateOnly? EscalatedOn, string Objection, string Light, DateOnly? Due);

/// <summary>How many assignments stand alike.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Clause">The clause.</param>
/// <param name="State">How far they have come.</param>
/// <param name="Light">How their duties stand.</param>
/// <param name="Escalated">Whether their silence was told.</param>
/// <param name="Count">How many.</param>
public sealed record AssignmentCount(PlanId Plan, string Clause, AssignmentState State, string Light, bool Escalated, long Count);

/// <summary>A plan changed: its row and its clauses replace those before.</summary>
public sealed record PlanChanged(PlanRow Row, ImmutableArray<ClauseRow> Clauses) : ReadModelChange
{
    /// <summary>What each clause will cost a receiver, month by month; replaces what was planned before.</summary>
    public ImmutableArray<ClauseMonthRow> Months { get; init; } = [];
}

/// <summary>预计负担: what a clause will cost one receiver in a month.</summary>
/// <param name="Clause">Its place.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Minutes">Minutes; more than 0.</param>
public sealed record ClauseMonthRow(string Clause, DateOnly Month, long Minutes);

/// <summary>What a plan costs in a month: one unit, or all of a range.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Unit">The unit; null for a sum of several.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Minutes">Minutes.</param>
public sealed record PlanBurdenRow(PlanId Plan, UnitId? Unit, DateOnly Month, long Minutes);

/// <summary>Assignments of a plan changed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="All">True: the rows are all there are; those before are removed. False: each replaces its own.</param>
/// <param name="Rows">The rows.</param>
public sealed record AssignmentsChanged(PlanId Plan, bool All, ImmutableArray<AssignmentRow> Rows) : ReadModelChange;

/// <summary>Whole-tree reads of plans, by set-based queries on what acts have made true.</summary>
public interface IPlanReads
{
    /// <summary>One plan; null when there is none.</summary>
    ValueTask<PlanRow?> Plan(PlanId plan, CancellationToken ct);

    /// <summary>Plans of an issuer, newest year first, in order of number; of every issuer when null, at most <paramref name="limit"/>.</summary>
    ValueTask<ImmutableArray<PlanRow>> Plans(UnitId? issuer, int? year, int limit, CancellationToken ct);

    /// <summary>Clauses in force of a plan, in order.</summary>
    ValueTask<ImmutableArray<ClauseRow>> Clauses(PlanId plan, CancellationToken ct);

    /// <summary>Every clause of a lineage, that of the root included, in order of plan.</summary>
    /// <param name="roots">First clauses, as <see cref="ClauseRow.Root"/> names them.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<ClauseRow>> Lineage(ImmutableArray<string> roots, CancellationToken ct);

    /// <summary>Assignments of a plan in a range of orders, both ends included, counted by clause and state.</summary>
    ValueTask<ImmutableArray<AssignmentCount>> Count(PlanId plan, int first, int last, CancellationToken ct);

    /// <summary>Assignments of some units, of whatever plan, whose silence was told and that have neither accepted nor objected since: what their superior asks after.</summary>
    /// <param name="units">The units.</param>
    /// <param name="ct">Ends the read.</param>
    /// <returns>In order of unit as given, then of plan, then of clause.</returns>
    ValueTask<ImmutableArray<AssignmentRow>> Silent(ImmutableArray<UnitId> units, CancellationToken ct);

    /// <summary>Assignments of a plan in tree order, then in order of clause.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="clause">Of one clause; null: of all.</param>
    /// <param name="state">In one state; null: in any.</param>
    /// <param name="after">Order after which to begin, exclusive.</param>
    /// <param name="last">Last order, inclusive.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<AssignmentRow>> Assignments(PlanId plan, string? clause, AssignmentState? state, int after, int last, int limit, CancellationToken ct);

    /// <summary>Assignments of a plan in a range of orders that are late, both ends included, in tree order, at most so many.</summary>
    ValueTask<ImmutableArray<AssignmentRow>> Late(PlanId plan, int first, int last, int limit, CancellationToken ct);

    /// <summary>预计负担: what a plan costs each unit in a range of orders, both ends included, month by month of a year.</summary>
    ValueTask<ImmutableArray<PlanBurdenRow>> Burden(PlanId plan, int year, int first, int last, CancellationToken ct);

    /// <summary>The same, all units of the range together.</summary>
    ValueTask<ImmutableArray<PlanBurdenRow>> BurdenSum(PlanId plan, int year, int first, int last, CancellationToken ct);
}
