using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Contracts.Obligations;

/// <summary>A unit's duties of a year as they stand at a moment.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Year">Year of the plans.</param>
/// <param name="Revision">Number of acts in the book.</param>
/// <param name="Now">The moment.</param>
/// <param name="Plans">Plans received.</param>
/// <param name="Duties">Duties in order of id, withdrawn ones too.</param>
/// <param name="Escalations">What stands with the issuer, or will, and from which day.</param>
/// <param name="Rules">Rules of escalation.</param>
/// <param name="Moves">Last days that a change of the calendar has moved, oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-book-view")]
public sealed record DutyBookView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] int Year,
    [property: Id(2)] long Revision,
    [property: Id(3)] DateTimeOffset Now,
    [property: Id(4)] ImmutableArray<PlanArrivalView> Plans,
    [property: Id(5)] ImmutableArray<DutyView> Duties,
    [property: Id(6)] ImmutableArray<EscalationView> Escalations,
    [property: Id(7)] EscalationRulesView Rules,
    [property: Id(8)] ImmutableArray<MovedDateView> Moves);

/// <summary>A last day that a change of the calendar has moved.</summary>
/// <param name="Duty">Of which duty.</param>
/// <param name="Slot">Of which slot.</param>
/// <param name="Was">As it was.</param>
/// <param name="Now">As it is since.</param>
/// <param name="Notice">The notice that moved it.</param>
/// <param name="On">Beijing date of the count.</param>
[GenerateSerializer, Immutable, Alias("federation.moved-date-view")]
public sealed record MovedDateView(
    [property: Id(0)] DutyId Duty, [property: Id(1)] string Slot, [property: Id(2)] DateOnly Was, [property: Id(3)] DateOnly Now, [property: Id(4)] string Notice, [property: Id(5)] DateOnly On);

/// <summary>A plan as it came in.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Version">Newest version received.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="DeliveredAt">When it arrived.</param>
/// <param name="OpenedAt">When it was first opened; null: not yet.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-arrival-view")]
public sealed record PlanArrivalView(
    [property: Id(0)] string Plan,
    [property: Id(1)] int Version,
    [property: Id(2)] UnitId Issuer,
    [property: Id(3)] string Title,
    [property: Id(4)] DateTimeOffset IssuedAt,
    [property: Id(5)] DateTimeOffset DeliveredAt,
    [property: Id(6)] DateTimeOffset? OpenedAt)
{
    /// <summary>Rules of escalation of the plan; null: those of the system.</summary>
    [Id(7)]
    public EscalationRulesView? Rules { get; init; }
}

/// <summary>One duty as it stands.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="PlanVersion">Version of the plan that asks it.</param>
/// <param name="ReceivedOn">Beijing date on which it first came in.</param>
/// <param name="Light">not_due, open, due_soon, done, late or waived.</param>
/// <param name="Due">Last day of the slot that speaks for it; null: none.</param>
/// <param name="WorkingDays">Working days left to it or, below zero, passed since.</param>
/// <param name="Why">Why it stands so, beyond its slots.</param>
/// <param name="Slots">Its slots.</param>
/// <param name="Acceptance">Acceptance, objection, closing, withdrawal.</param>
/// <param name="Interval">Word of the interval the unit has set; empty: none.</param>
/// <param name="Occurrences">Events that set clocks going.</param>
/// <param name="Evidence">Evidence.</param>
/// <param name="Exceptions">Exceptions, ended ones too.</param>
/// <param name="Amendments">What newer versions changed.</param>
/// <param name="IsProvisional">A last day falls into a year whose holidays are not published.</param>
/// <param name="AwaitsReview">Evidence that counts has not been accepted.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-view")]
public sealed record DutyView(
    [property: Id(0)] Duty Duty,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] DateOnly ReceivedOn,
    [property: Id(3)] string Light,
    [property: Id(4)] DateOnly? Due,
    [property: Id(5)] int WorkingDays,
    [property: Id(6)] ImmutableArray<BecauseView> Why,
    [property: Id(7)] ImmutableArray<SlotView> Slots,
    [property: Id(8)] AcceptanceView Acceptance,
    [property: Id(9)] string Interval,
    [property: Id(10)] ImmutableArray<OccurrenceView> Occurrences,
    [property: Id(11)] ImmutableArray<EvidenceView> Evidence,
    [property: Id(12)] ImmutableArray<DutyExceptionView> Exceptions,
    [property: Id(13)] ImmutableArray<DutyAmendmentView> Amendments,
    [property: Id(14)] bool IsProvisional,
    [property: Id(15)] bool AwaitsReview);

/// <summary>A sentence in both languages.</summary>
/// <param name="Text">In Chinese.</param>
/// <param name="TextEn">In English.</param>
[GenerateSerializer, Immutable, Alias("federation.because-view")]
public sealed record BecauseView([property: Id(0)] string Text, [property: Id(1)] string TextEn);

/// <summary>One slot of a duty.</summary>
/// <param name="Name">Period, or event.</param>
/// <param name="Due">Last day in time, exceptions included.</param>
/// <param name="DueAt">Last moment in time where hours are counted; null: the end of the day.</param>
/// <param name="Light">How it stands.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="DoneLate">Done after its last day.</param>
/// <param name="WorkingDays">Working days left or, below zero, passed.</param>
/// <param name="Counted">Numbers of the evidence that counted.</param>
/// <param name="Why">How its last day came about, and why it stands so.</param>
[GenerateSerializer, Immutable, Alias("federation.slot-view")]
public sealed record SlotView(
    [property: Id(0)] string Name,
    [property: Id(1)] DateOnly Due,
    [property: Id(2)] DateTimeOffset? DueAt,
    [property: Id(3)] string Light,
    [property: Id(4)] DateTimeOffset? DoneAt,
    [property: Id(5)] bool DoneLate,
    [property: Id(6)] int WorkingDays,
    [property: Id(7)] ImmutableArray<int> Counted,
    [property: Id(8)] ImmutableArray<BecauseView> Why);

/// <summary>Where a duty stands between the unit and its issuer.</summary>
/// <param name="AcceptedAt">签收; null: not.</param>
/// <param name="AcceptedBy">Who accepted it.</param>
/// <param name="Objection">异议; empty: none.</param>
/// <param name="ClosedAt">销号; null: not.</param>
/// <param name="ClosedBy">Who closed it.</param>
/// <param name="WithdrawnFor">撤回, why; null: it is asked.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-acceptance-view")]
public sealed record AcceptanceView(
    [property: Id(0)] DateTimeOffset? AcceptedAt,
    [property: Id(1)] string AcceptedBy,
    [property: Id(2)] string Objection,
    [property: Id(3)] DateTimeOffset? ClosedAt,
    [property: Id(4)] string ClosedBy,
    [property: Id(5)] string? WithdrawnFor);

/// <summary>An event that set a clock going.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">What happened.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("federation.occurrence-view")]
public sealed record OccurrenceView([property: Id(0)] int Number, [property: Id(1)] string What, [property: Id(2)] DateTimeOffset At);

/// <summary>A piece of evidence.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">catalog, report, number, register or file.</param>
/// <param name="Reference">Which.</param>
/// <param name="DoneAt">When the thing was done.</param>
/// <param name="For">A day of the period meant; null: that in which it was done.</param>
/// <param name="Occurrence">Event answered; null: none.</param>
/// <param name="Value">The number or share.</param>
/// <param name="Note">A remark.</param>
/// <param name="By">Who gave it.</param>
/// <param name="GivenAt">When.</param>
/// <param name="State">given, accepted or returned.</param>
/// <param name="Reason">Why it was returned.</param>
[GenerateSerializer, Immutable, Alias("federation.evidence-view")]
public sealed record EvidenceView(
    [property: Id(0)] int Number,
    [property: Id(1)] string Kind,
    [property: Id(2)] string Reference,
    [property: Id(3)] DateTimeOffset DoneAt,
    [property: Id(4)] DateOnly? For,
    [property: Id(5)] int? Occurrence,
    [property: Id(6)] decimal? Value,
    [property: Id(7)] string Note,
    [property: Id(8)] string By,
    [property: Id(9)] DateTimeOffset GivenAt,
    [property: Id(10)] string State,
    [property: Id(11)] string Reason)
{
    /// <summary>verified or unchecked: what the system itself could find of it.</summary>
    [Id(12)]
    public string Check { get; init; } = "unchecked";

    /// <summary>Why.</summary>
    [Id(13)]
    public BecauseView? CheckText { get; init; }
}

/// <summary>An exception.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-exception-view")]
public sealed record DutyExceptionView([property: Id(0)] string Reason, [property: Id(1)] string Approver, [property: Id(2)] DateOnly From, [property: Id(3)] DateOnly Until);

/// <summary>What a version changed.</summary>
/// <param name="Version">The version.</param>
/// <param name="On">Beijing date.</param>
/// <param name="Changes">Member by member.</param>
[GenerateSerializer, Immutable, Alias("federation.duty-amendment-view")]
public sealed record DutyAmendmentView([property: Id(0)] int Version, [property: Id(1)] DateOnly On, [property: Id(2)] ImmutableArray<MemberChangeView> Changes);

/// <summary>One member that differs.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Was">As it was.</param>
/// <param name="Now">As it is.</param>
[GenerateSerializer, Immutable, Alias("federation.member-change-view")]
public sealed record MemberChangeView([property: Id(0)] string Member, [property: Id(1)] string Was, [property: Id(2)] string Now);

/// <summary>A duty that stands with the issuer, or will.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Cause">unaccepted, late or objection.</param>
/// <param name="Slot">Slot concerned.</param>
/// <param name="On">From which day.</param>
/// <param name="To">The issuer.</param>
/// <param name="Reached">That day has come.</param>
[GenerateSerializer, Immutable, Alias("federation.escalation-view")]
public sealed record EscalationView(
    [property: Id(0)] DutyId Duty, [property: Id(1)] string Cause, [property: Id(2)] string Slot, [property: Id(3)] DateOnly On, [property: Id(4)] UnitId To, [property: Id(5)] bool Reached);

/// <summary>Rules of escalation, in working days.</summary>
/// <param name="UnacceptedAfter">After arrival.</param>
/// <param name="LateAfter">After a last day.</param>
/// <param name="SoonWithin">Before a last day.</param>
/// <param name="Basis">What sets them.</param>
[GenerateSerializer, Immutable, Alias("federation.escalation-rules-view")]
public sealed record EscalationRulesView([property: Id(0)] int UnacceptedAfter, [property: Id(1)] int LateAfter, [property: Id(2)] int SoonWithin, [property: Id(3)] string Basis);

/// <summary>提醒: one list in place of many messages.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="On">Beijing date.</param>
/// <param name="Lines">Worst first; empty: nothing to look at.</param>
[GenerateSerializer, Immutable, Alias("federation.digest-view")]
public sealed record DigestView([property: Id(0)] UnitId Unit, [property: Id(1)] DateOnly On, [property: Id(2)] ImmutableArray<DigestLineView> Lines);

/// <summary>One line of it.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Title">Its name.</param>
/// <param name="Light">How it stands.</param>
/// <param name="Due">Last day meant.</param>
/// <param name="WorkingDays">Left or, below zero, passed.</param>
/// <param name="Text">The line.</param>
[GenerateSerializer, Immutable, Alias("federation.digest-line-view")]
public sealed record DigestLineView(
    [property: Id(0)] DutyId Duty, [property: Id(1)] string Title, [property: Id(2)] string Light, [property: Id(3)] DateOnly? Due, [property: Id(4)] int WorkingDays, [property: Id(5)] BecauseView Text);

/// <summary>负担: minutes per month.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Year">Year.</param>
/// <param name="Months">Twelve of them.</param>
[GenerateSerializer, Immutable, Alias("federation.burden-view")]
public sealed record BurdenView([property: Id(0)] UnitId Unit, [property: Id(1)] int Year, [property: Id(2)] ImmutableArray<MonthBurdenView> Months);

/// <summary>One month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Minutes">All minutes.</param>
/// <param name="Lines">Duty by duty.</param>
[GenerateSerializer, Immutable, Alias("federation.month-burden-view")]
public sealed record MonthBurdenView([property: Id(0)] DateOnly Month, [property: Id(1)] long Minutes, [property: Id(2)] ImmutableArray<BurdenLineView> Lines);

/// <summary>One duty in a month.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Issuer">Who asked for it.</param>
/// <param name="Times">How often.</param>
/// <param name="Minutes">In all.</param>
[GenerateSerializer, Immutable, Alias("federation.burden-line-view")]
public sealed record BurdenLineView([property: Id(0)] DutyId Duty, [property: Id(1)] UnitId Issuer, [property: Id(2)] int Times, [property: Id(3)] long Minutes);
