using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;

namespace Federation.Contracts.Obligations;

/// <summary>交办: all duties of one version of a plan for one unit, in one message.</summary>
/// <param name="MessageId">Chosen by the plan: the same id twice has one effect and one answer.</param>
/// <param name="Issuer">Who issued the plan.</param>
/// <param name="Plan">Id of the plan, for example 330000/2026/12.</param>
/// <param name="PlanVersion">Version of the plan, from 1; an older one than received changes nothing.</param>
/// <param name="Title">Title of the notice, with its number.</param>
/// <param name="IssuedAt">Moment of issue; working days of acceptance count from its Beijing date of arrival, not from here.</param>
/// <param name="Duties">Every duty this version asks of the unit; what an earlier version asked and this one does not is withdrawn. Empty: all of it.</param>
/// <param name="Reason">Why it was amended or withdrawn; empty for version 1.</param>
[GenerateSerializer, Immutable, Alias("federation.receive-duties")]
public sealed record ReceiveDuties(
    [property: Id(0)] string MessageId,
    [property: Id(1)] UnitId Issuer,
    [property: Id(2)] string Plan,
    [property: Id(3)] int PlanVersion,
    [property: Id(4)] string Title,
    [property: Id(5)] DateTimeOffset IssuedAt,
    [property: Id(6)] ImmutableArray<Duty> Duties,
    [property: Id(7)] string Reason = "")
{
    /// <summary>Rules of escalation of the plan; null: those of the system.</summary>
    [Id(8)]
    public EscalationRulesView? Rules { get; init; }
}

/// <summary>拒收: what the book of a unit found wrong with a version, so that it did not take it.</summary>
/// <param name="Unit">Whose book.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlanVersion">The version refused.</param>
/// <param name="At">When.</param>
/// <param name="Findings">Everything found.</param>
[GenerateSerializer, Immutable, Alias("federation.duties-refused")]
public sealed record DutiesRefused(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Plan,
    [property: Id(2)] int PlanVersion,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] ImmutableArray<Finding> Findings);

/// <summary>回执: how one plan stands in the book of one unit. State-based: a higher revision replaces a lower one.</summary>
/// <param name="Unit">Whose book.</param>
/// <param name="Plan">The plan.</param>
/// <param name="PlanVersion">Highest version received.</param>
/// <param name="Revision">Number of acts in the book so far.</param>
/// <param name="DeliveredAt">When the version arrived.</param>
/// <param name="OpenedAt">When a person of the unit first opened it; null: nobody has.</param>
/// <param name="Lines">One line a duty of the version.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-receipts")]
public sealed record DutyReceipts(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Plan,
    [property: Id(2)] int PlanVersion,
    [property: Id(3)] long Revision,
    [property: Id(4)] DateTimeOffset DeliveredAt,
    [property: Id(5)] DateTimeOffset? OpenedAt,
    [property: Id(6)] ImmutableArray<DutyReceiptLine> Lines);

/// <summary>How one duty stands.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="AcceptedAt">When the unit accepted it; null: not yet.</param>
/// <param name="Objection">Why the unit objects; empty: it does not.</param>
/// <param name="ObjectedAt">When it objected.</param>
/// <param name="Light">Its status on the day the receipts were made: not_due, open, due_soon, done, late, waived.</param>
/// <param name="Due">Next last day; null: none is running.</param>
/// <param name="ClosedAt">When the superior closed it (销号); null: not closed.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-receipt-line")]
public sealed record DutyReceiptLine(
    [property: Id(0)] DutyId Duty,
    [property: Id(1)] DateTimeOffset? AcceptedAt,
    [property: Id(2)] string Objection,
    [property: Id(3)] DateTimeOffset? ObjectedAt,
    [property: Id(4)] string Light,
    [property: Id(5)] DateOnly? Due,
    [property: Id(6)] DateTimeOffset? ClosedAt);
