using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Obligations;

/// <summary>What can happen in a unit's book of duties. Who and when stand beside the event in the ledger.</summary>
public abstract record DutyEvent;

/// <summary>收到: a version of a plan came in.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Its version.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="IssuedAt">Moment of issue.</param>
/// <param name="Duties">All that it asks of the unit; empty: it asks nothing any more.</param>
/// <param name="Reason">Why it was amended or withdrawn.</param>
public sealed record DutiesReceived(
    string Plan, int Version, UnitId Issuer, string Title, DateTimeOffset IssuedAt, ImmutableArray<Duty> Duties, string Reason) : DutyEvent
{
    /// <summary>Rules of escalation of the plan; null: those of the system.</summary>
    public EscalationRules? Rules { get; init; }
}

/// <summary>查看: a person of the unit opened a plan.</summary>
public sealed record PlanOpened(string Plan) : DutyEvent;

/// <summary>签收: the unit takes duties on.</summary>
public sealed record DutiesAccepted(ImmutableArray<DutyId> Duties) : DutyEvent;

/// <summary>异议: the unit says why a duty is not its own, or cannot be met.</summary>
public sealed record DutyObjected(DutyId Duty, string Reason) : DutyEvent;

/// <summary>周期设定: the unit sets the interval that the clause leaves open.</summary>
public sealed record IntervalSet(DutyId Duty, Cadence Cadence) : DutyEvent;

/// <summary>触发: an event set a clock of a duty going, or broke one that is kept up at all times.</summary>
public sealed record DutyTriggered(DutyId Duty, string What, DateTimeOffset At) : DutyEvent;

/// <summary>佐证: evidence was given.</summary>
public sealed record EvidenceGiven(DutyId Duty, EvidenceItem Item) : DutyEvent;

/// <summary>认可: the superior accepted evidence.</summary>
public sealed record EvidenceAccepted(DutyId Duty, int Number) : DutyEvent;

/// <summary>退回: the superior returned evidence.</summary>
public sealed record EvidenceReturned(DutyId Duty, int Number, string Reason) : DutyEvent;

/// <summary>例外: the superior waived a duty until a day.</summary>
public sealed record DutyWaived(DutyId Duty, string Reason, DateOnly From, DateOnly Until) : DutyEvent;

/// <summary>销号: the superior closed a duty.</summary>
public sealed record DutyClosed(DutyId Duty) : DutyEvent;

/// <summary>改期: a change of the calendar moved last days of open duties.</summary>
/// <param name="Dates">Each that moved.</param>
/// <param name="Notice">The newest notice known at the count.</param>
public sealed record DutyDatesMoved(ImmutableArray<MovedDate> Dates, string Notice) : DutyEvent;

/// <summary>A last day that moved.</summary>
/// <param name="Duty">Of which duty.</param>
/// <param name="Slot">Of which slot.</param>
/// <param name="Was">As it was.</param>
/// <param name="Now">As it is.</param>
public sealed record MovedDate(DutyId Duty, string Slot, DateOnly Was, DateOnly Now);
