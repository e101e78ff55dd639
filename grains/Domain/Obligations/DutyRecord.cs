using System.Collections.Immutable;

namespace Federation.Domain.Obligations;

/// <summary>One duty of a unit with everything that was done about it.</summary>
/// <param name="Duty">The duty, as of the newest version received.</param>
/// <param name="PlanVersion">That version.</param>
/// <param name="ReceivedOn">Beijing date on which the duty first came in.</param>
public sealed record DutyRecord(Duty Duty, int PlanVersion, DateOnly ReceivedOn)
{
    /// <summary>Beijing date on which what is to be accepted came in: the newest version that changed the duty.</summary>
    public DateOnly ToAcceptSince { get; init; } = ReceivedOn;

    /// <summary>签收; null: not accepted, or changed since.</summary>
    public Signature? Accepted { get; init; }

    /// <summary>异议 that stands; null: none.</summary>
    public Objection? Objection { get; init; }

    /// <summary>Interval set by the unit for a clause that states none.</summary>
    public Cadence? Interval { get; init; }

    /// <summary>Events that set clocks going, oldest first.</summary>
    public ImmutableArray<Occurrence> Occurrences { get; init; } = [];

    /// <summary>Evidence, oldest first; kept when a version supersedes.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>Exceptions, oldest first, ended ones too.</summary>
    public ImmutableArray<DutyException> Exceptions { get; init; } = [];

    /// <summary>销号; null: not closed.</summary>
    public Signature? Closed { get; init; }

    /// <summary>撤回: the version that no longer asks it, with the reason; null: it is asked.</summary>
    public Withdrawal? Withdrawn { get; init; }

    /// <summary>What newer versions changed, oldest first.</summary>
    public ImmutableArray<DutyAmendment> Amendments { get; init; } = [];

    /// <summary>The measure in force: the clause's, with the interval the unit has set where the clause left it open.</summary>
    public Measure Measure => (Duty.Measure, Interval) switch
    {
        (EveryPeriod { Cadence: Cadence.Unstated } e, { } set) => e with { Cadence = set },
        (CountPerPeriod { Cadence: Cadence.Unstated } c, { } set) => c with { Cadence = set },
        (RatioBound { Cadence: Cadence.Unstated } r, { } set) => r with { Cadence = set },
        var (measure, _) => measure,
    };

    /// <summary>True when the clause leaves the interval to the unit.</summary>
    public bool LeavesIntervalOpen => Duty.Measure is EveryPeriod { Cadence: Cadence.Unstated } or CountPerPeriod { Cadence: Cadence.Unstated } or RatioBound { Cadence: Cadence.Unstated };

    /// <summary>First day on which it binds.</summary>
    public DateOnly Starts => Duty.Starts ?? ReceivedOn;

    /// <summary>Last day on which it binds: its own, or the last of the plan's year.</summary>
    public DateOnly Ends => Duty.Ends ?? new DateOnly(int.Parse(Duty.Id.Plan.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture), 12, 31);

    internal DutyRecord Supersede(Duty duty, int version, DateOnly on)
    {
        var changes = DutyDifference.Between(Duty, duty);
        var revived = Withdrawn is not null;
        if (changes.IsEmpty && !revived)
            return this with { Duty = duty, PlanVersion = version };
        var amended = Amendments.Add(new DutyAmendment(version, on, changes));
        // another title or number of the notice changes what the duty rests on, not what it asks: nobody accepts it once more
        return !revived && changes.All(c => c.Member == DutyDifference.Basis)
            ? this with { Duty = duty, PlanVersion = version, Amendments = amended }
            : this with
            {
                Duty = duty,
                PlanVersion = version,
                ToAcceptSince = on,
                Accepted = null,
                Objection = null,
                Closed = null,
                Withdrawn = null,
                Interval = duty.Measure == Duty.Measure ? Interval : null,
                Amendments = amended,
            };
    }
}

/// <summary>Who did something, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Signature(string By, DateTimeOffset At);

/// <summary>异议</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record Objection(string Reason, string By, DateTimeOffset At);

/// <summary>撤回</summary>
/// <param name="Version">The version that no longer asks it.</param>
/// <param name="Reason">Why.</param>
/// <param name="On">Beijing date.</param>
public sealed record Withdrawal(int Version, string Reason, DateOnly On);

/// <summary>What a version changed in a duty.</summary>
/// <param name="Version">The version.</param>
/// <param name="On">Beijing date of its arrival.</param>
/// <param name="Changes">Member by member; empty when a withdrawn duty was asked again as it was.</param>
public sealed record DutyAmendment(int Version, DateOnly On, ImmutableArray<DutyDifference> Changes);
