using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>责任清单: every duty of one unit and year, from arrival to close-out. Nothing in it says how a duty stands: that is computed.</summary>
/// <param name="Revision">Number of acts recorded.</param>
/// <param name="Plans">Plans received, by id.</param>
/// <param name="Records">Duties, withdrawn ones too, by id.</param>
public sealed partial record DutyBook(
    long Revision, ImmutableSortedDictionary<string, PlanArrival> Plans, ImmutableSortedDictionary<DutyId, DutyRecord> Records)
{
    /// <summary>Nothing received yet.</summary>
    public static DutyBook Blank { get; } = new(
        0, ImmutableSortedDictionary.Create<string, PlanArrival>(StringComparer.Ordinal), ImmutableSortedDictionary<DutyId, DutyRecord>.Empty);

    /// <summary>Duties that are asked: not withdrawn.</summary>
    public IEnumerable<DutyRecord> Asked => Records.Values.Where(r => r.Withdrawn is null);

    /// <summary>Duties of a plan, withdrawn ones too.</summary>
    public IEnumerable<DutyRecord> Of(string plan) => Records.Values.Where(r => r.Duty.Id.Plan == plan);

    /// <summary>收到: takes a version of a plan.</summary>
    /// <param name="arrived">The version.</param>
    /// <param name="year">Year of the book.</param>
    /// <param name="issuerStandsAbove">Whether the tree of the day has the issuer, or its territory, above the unit.</param>
    /// <returns>One event; nothing when this version or a newer one is known; refusal with OB-005 to OB-007.</returns>
    public Decision<DutyEvent> Receive(DutiesReceived arrived, int year, bool issuerStandsAbove)
    {
        if (Plans.TryGetValue(arrived.Plan, out var known) && known.Version >= arrived.Version)
            return Decision<DutyEvent>.Nothing;
        var errors = new List<Finding>();
        var parts = arrived.Plan.Split('/');
        if (!issuerStandsAbove || parts[0] != arrived.Issuer.Value || arrived.Duties.Any(d => d.Issuer != arrived.Issuer))
            errors.Add(ObligationRules.WrongIssuer.At("issuer"));
        if (parts.Length != 3 || parts[1] != year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))
            errors.Add(ObligationRules.WrongYear.At("plan"));
        foreach (var wrong in arrived.Duties.GroupBy(d => d.Id).Where(g => g.Count() > 1 || g.Key.Plan != arrived.Plan || g.Any(d => d.MinutesEach < 0)))
            errors.Add(ObligationRules.BadBatch.At(wrong.Key.ToString()));
        if (arrived.Version < 1 || (known is null && arrived.Duties.IsEmpty))
            errors.Add(ObligationRules.BadBatch.At("plan_version"));
        return errors.Count > 0 ? Decision<DutyEvent>.Refuse(errors) : Decision<DutyEvent>.Record(arrived);
    }

    /// <summary>The book after an event; replays old events for ever.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    /// <param name="by">Who acted.</param>
    public DutyBook Apply(DutyEvent happened, DateTimeOffset at, string by)
    {
        var next = this with { Revision = Revision + 1 };
        return happened switch
        {
            DutiesReceived e => next.Take(e, at),
            PlanOpened e => next with { Plans = Plans.SetItem(e.Plan, Plans[e.Plan] with { OpenedAt = at }) },
            DutiesAccepted e => e.Duties.Aggregate(next, (book, id) => book.With(id, r => r with { Accepted = new Signature(by, at), Objection = null })),
            DutyObjected e => next.With(e.Duty, r => r with { Objection = new Objection(e.Reason, by, at), Accepted = null }),
            IntervalSet e => next.With(e.Duty, r => r with { Interval = e.Cadence }),
            DutyTriggered e => next.With(e.Duty, r => r with { Occurrences = r.Occurrences.Add(new Occurrence(r.Occurrences.Length + 1, e.What, e.At)) }),
            EvidenceGiven e => next.With(e.Duty, r => r with { Evidence = r.Evidence.Add(new Evidence(r.Evidence.Length + 1, e.Item, by, at, EvidenceState.Given, "")) }),
            EvidenceAccepted e => next.With(e.Duty, r => Judged(r, e.Number, EvidenceState.Accepted, "")),
            EvidenceReturned e => next.With(e.Duty, r => Judged(r, e.Number, EvidenceState.Returned, e.Reason) with { Closed = null }),
            DutyWaived e => next.With(e.Duty, r => r with { Exceptions = r.Exceptions.Add(new DutyException(e.Reason, by, e.From, e.Until)) }),
            DutyClosed e => next.With(e.Duty, r => r with { Closed = new Signature(by, at) }),
            DutyDatesMoved e => next with { Moves = Moves.AddRange(e.Dates.Select(d => new LoggedMove(d, e.Notice, BeijingTime.DateOf(at)))) },
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
    }

    private DutyBook Take(DutiesReceived e, DateTimeOffset at)
    {
        var on = BeijingTime.DateOf(at);
        var opened = Plans.GetValueOrDefault(e.Plan)?.OpenedAt;
        var records = Records.ToBuilder();
        foreach (var duty in e.Duties)
            records[duty.Id] = Records.TryGetValue(duty.Id, out var known) ? known.Supersede(duty, e.Version, on) : new DutyRecord(duty, e.Version, on);
        var kept = e.Duties.Select(d => d.Id).ToHashSet();
        foreach (var gone in Of(e.Plan).Where(r => r.Withdrawn is null && !kept.Contains(r.Duty.Id)).ToList())
            records[gone.Duty.Id] = gone with { Withdrawn = new Withdrawal(e.Version, e.Reason, on) };
        return this with
        {
            Plans = Plans.SetItem(e.Plan, new PlanArrival(e.Plan, e.Version, e.Issuer, e.Title, e.IssuedAt, at, opened) { Rules = e.Rules }),
            Records = records.ToImmutable(),
        };
    }

    private DutyBook With(DutyId id, Func<DutyRecord, DutyRecord> change) => this with { Records = Records.SetItem(id, change(Records[id])) };

    private static DutyRecord Judged(DutyRecord record, int number, EvidenceState state, string reason) => record with
    {
        Evidence = record.Evidence.SetItem(number - 1, record.Evidence[number - 1] with { State = state, Reason = reason }),
    };
}

/// <summary>A plan as it came in.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Version">Newest version received.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Title">Title of the notice.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="DeliveredAt">When that version arrived.</param>
/// <param name="OpenedAt">When a person of the unit first opened the plan.</param>
public sealed record PlanArrival(string Plan, int Version, UnitId Issuer, string Title, DateTimeOffset IssuedAt, DateTimeOffset DeliveredAt, DateTimeOffset? OpenedAt)
{
    /// <summary>Its rules of escalation; null: those of the system.</summary>
    public EscalationRules? Rules { get; init; }
}
