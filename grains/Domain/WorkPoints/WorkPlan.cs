using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;

namespace Federation.Domain.WorkPoints;

/// <summary>How one receiver stands.</summary>
/// <param name="Receiver">The receiver, with the clauses that bind it; none: it was let go by an amendment.</param>
/// <param name="Version">Version of the plan that first bound it as it is bound now.</param>
/// <param name="SentAt">When it was issued to it.</param>
/// <param name="Receipt">Its newest receipt; null: it was not reached yet.</param>
/// <param name="EscalatedOn">Day on which its silence was told to the unit above it; null: it was not.</param>
public sealed record Standing(Receiver Receiver, int Version, DateTimeOffset SentAt, Receipt? Receipt, DateOnly? EscalatedOn)
{
    /// <summary>The refusal of a version that it has not taken since; null: none.</summary>
    public Receipt? Refusal { get; init; }

    /// <summary>True while it is bound to a clause.</summary>
    public bool IsBound => !Receiver.Clauses.IsEmpty;

    /// <summary>True while its newest receipt is of the version that binds it.</summary>
    public bool IsReached => Receipt?.Version >= Version;

    /// <summary>True while the version that binds it was refused.</summary>
    public bool IsRefused => !IsReached && Refusal?.Version >= Version;

    /// <summary>True while it is bound, has neither answered nor refused, and its silence was not told.</summary>
    public bool IsSilent => EscalatedOn is null && IsBound && !IsRefused && !(IsReached && Receipt!.IsAnswered);

    /// <summary>With what came in from the receiver.</summary>
    public Standing With(Receipt taken) => taken.IsRefusal ? this with { Refusal = taken } : this with { Receipt = taken, Refusal = Refusal?.Version > taken.Version ? Refusal : null };

    /// <summary>True when this says more than what is held: a higher revision, another light at the same one, or the refusal of a version not taken.</summary>
    public bool IsNews(Receipt receipt) => receipt.IsRefusal
        ? !(Receipt?.Version >= receipt.Version) && (Refusal is not { } known || known.Version < receipt.Version)
        : Receipt is not { } held || held.Revision < receipt.Revision || (held.Revision == receipt.Revision && !held.SameAs(receipt));
}

/// <summary>What an act on a plan must know.</summary>
/// <param name="Plan">Whose, when, which.</param>
/// <param name="Today">Beijing date.</param>
/// <param name="Receivers">Who receives which draft on the tree of a day.</param>
/// <param name="AsOf">That day.</param>
/// <param name="Held">Duties that the issuer holds, of plans above.</param>
/// <param name="Numbers">Reports that the system holds, so that no number in them is asked for again; null: it holds none yet.</param>
public sealed record IssueContext(
    PlanId Plan, DateOnly Today, Func<PlanDraft, ReceiverList> Receivers, DateOnly AsOf, ImmutableArray<Duty> Held, HeldReports? Numbers = null);

/// <summary>Reports that the system holds.</summary>
/// <param name="Form">Their form.</param>
/// <param name="Newest">Their newest period.</param>
public sealed record HeldReports(ReportForm Form, PeriodId Newest);

/// <summary>年度工作要点: a notice of one unit for a year, from draft through issue, receipts and amendments to its end.</summary>
/// <param name="Revision">Number of acts recorded on it.</param>
/// <param name="Draft">A draft newer than what is in force; null: none.</param>
/// <param name="Issued">The version in force; null: none yet.</param>
/// <param name="IssuedAt">When that version was issued.</param>
/// <param name="Standings">Every unit that any version was sent to.</param>
/// <param name="WithdrawnFor">Why it was withdrawn; null: it was not.</param>
public sealed record WorkPlan(
    long Revision,
    PlanDraft? Draft,
    PlanIssued? Issued,
    DateTimeOffset IssuedAt,
    ImmutableDictionary<UnitId, Standing> Standings,
    string? WithdrawnFor)
{
    /// <summary>How the receivers bound stand, in units: kept with every act, so that nobody counts them again.</summary>
    public StandingTally Tally { get; init; } = StandingTally.Empty;

    /// <summary>Nothing has happened yet.</summary>
    public static WorkPlan Blank { get; } = new(0, null, null, default, ImmutableDictionary<UnitId, Standing>.Empty, null);

    /// <summary>Version in force; 0: none yet.</summary>
    public int Version => Issued?.Version ?? 0;

    /// <summary>Keeps a draft, of the first version or of an amendment.</summary>
    /// <param name="draft">All of it.</param>
    /// <param name="expectedRevision">Revision that the editor began with; -1: whichever.</param>
    /// <param name="context">For what would keep it from being issued: told, not refused.</param>
    /// <returns>One <see cref="PlanDraftSaved"/> with all findings; refusal with WP-003, WP-203 or WP-204.</returns>
    public Decision<WorkPlanEvent> SaveDraft(PlanDraft draft, long expectedRevision, IssueContext context)
    {
        if (WithdrawnFor is not null)
            return Refuse(WorkPlanRules.Withdrawn);
        if (expectedRevision >= 0 && expectedRevision != Revision)
            return Decision<WorkPlanEvent>.Refuse(WorkPlanRules.StaleRevision.At("revision", $"当前为第 {Revision} 次,所给为第 {expectedRevision} 次", $"the revision is {Revision}, {expectedRevision} was given"));
        if (WorkPlanCheck.Unwritable(draft) is { IsEmpty: false } unwritable)
            return Decision<WorkPlanEvent>.Refuse(unwritable);
        return Decision<WorkPlanEvent>.Record(new PlanDraftSaved(draft), Check(draft, context).Findings);
    }

    /// <summary>Issues the draft as the first version.</summary>
    /// <returns>One <see cref="PlanIssued"/>; refusal with all WP- findings.</returns>
    public Decision<WorkPlanEvent> Issue(IssueContext context) =>
        Issued is not null ? Refuse(WorkPlanRules.IssuedBefore) : Issue(1, "", [], context);

    /// <summary>Issues the draft as a new version of what is in force. What stays the same keeps its receipts.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="context">What the act must know.</param>
    /// <returns>One <see cref="PlanIssued"/>; refusal with all WP- findings.</returns>
    public Decision<WorkPlanEvent> Amend(string reason, IssueContext context)
    {
        if (Issued is null)
            return Refuse(WorkPlanRules.NotIssued);
        var errors = ImmutableArray.CreateBuilder<Finding>();
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(WorkPlanRules.NoReason.At("reason"));
        if (Draft is not null && Draft.SameAs(Issued.Content) && context.Receivers(Draft).Units.Select(r => r.Unit).SequenceEqual(Issued.Receivers.Select(r => r.Unit)))
            errors.Add(WorkPlanRules.NothingChanged.At("points"));
        return Issue(Version + 1, reason, errors.ToImmutable(), context);
    }

    /// <summary>Withdraws it: it binds nobody any more; what was done stays in the books.</summary>
    /// <param name="reason">Why.</param>
    /// <returns>One <see cref="PlanWithdrawn"/>; nothing when it was withdrawn before; refusal with WP-201 or WP-205.</returns>
    public Decision<WorkPlanEvent> Withdraw(string reason)
    {
        if (WithdrawnFor is not null)
            return Decision<WorkPlanEvent>.Nothing;
        List<Finding> errors = [];
        if (Issued is null)
            errors.Add(WorkPlanRules.NotIssued.At("plan"));
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(WorkPlanRules.NoReason.At("reason"));
        return errors.Count > 0 ? Decision<WorkPlanEvent>.Refuse(errors) : Decision<WorkPlanEvent>.Record(new PlanWithdrawn(reason.Trim()));
    }

    /// <summary>
    /// Takes receipts. Of a unit never sent to, or older than the one held, they change nothing; of the same revision they may still differ, because
    /// lights change by the calendar alone.
    /// </summary>
    public Decision<WorkPlanEvent> Take(IEnumerable<Receipt> receipts)
    {
        var newest = receipts.GroupBy(r => (r.Unit, r.IsRefusal)).Select(g => g.OrderBy(r => r.Version).ThenBy(r => r.Revision).Last())
            .Where(r => Standings.TryGetValue(r.Unit, out var standing) && standing.IsNews(r));
        ImmutableArray<Receipt> news = [.. newest];
        return news.IsEmpty ? Decision<WorkPlanEvent>.Nothing : Decision<WorkPlanEvent>.Record(new PlanReceiptsTaken(news));
    }

    /// <summary>Finds who has neither accepted nor objected in time. Each is found once a version.</summary>
    /// <param name="today">Beijing date.</param>
    /// <param name="lastDay">Last day for an answer of a unit, counted in its working days from a day.</param>
    /// <returns>One <see cref="PlanSilenceEscalated"/>; nothing when everybody has answered or still has time.</returns>
    public Decision<WorkPlanEvent> Escalate(DateOnly today, Func<UnitId, DateOnly, int, DateOnly> lastDay)
    {
        if (Issued is null || WithdrawnFor is not null || Issued.Content.AcceptWithin == 0)
            return Decision<WorkPlanEvent>.Nothing;
        var silent = Standings.Values
            .Where(s => s.IsSilent)
            .Where(s => lastDay(s.Receiver.Unit, Time.BeijingTime.DateOf(s.SentAt), Issued.Content.AcceptWithin) < today)
            .OrderBy(s => s.Receiver.Ord).Select(s => s.Receiver.Unit);
        ImmutableArray<UnitId> units = [.. silent];
        return units.IsEmpty ? Decision<WorkPlanEvent>.Nothing : Decision<WorkPlanEvent>.Record(new PlanSilenceEscalated(today, units));
    }

    /// <summary>The plan after an event; replays old events for ever.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="at">When it was recorded.</param>
    public WorkPlan Apply(WorkPlanEvent happened, DateTimeOffset at)
    {
        var next = this with { Revision = Revision + 1 };
        return happened switch
        {
            PlanDraftSaved e => next with { Draft = e.Draft },
            PlanIssued e => next.Rebound(PlanDifference.Rebind(Standings, Issued, e, at)) with { Draft = null, Issued = e, IssuedAt = at },
            PlanReceiptsTaken e => next.Changed(e.Receipts.Select(r => (r.Unit, (Func<Standing, Standing>)(s => s.With(r))))),
            PlanSilenceEscalated e => next.Changed(e.Units.Select(u => (u, (Func<Standing, Standing>)(s => s with { EscalatedOn = e.Day })))),
            PlanWithdrawn e => next with { Draft = null, WithdrawnFor = e.Reason },
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
    }

    private WorkPlan Rebound(ImmutableDictionary<UnitId, Standing> standings) => this with { Standings = standings, Tally = StandingTally.Of(standings.Values) };

    private WorkPlan Changed(IEnumerable<(UnitId Unit, Func<Standing, Standing> Change)> changes)
    {
        var (standings, tally) = (Standings.ToBuilder(), Tally);
        foreach (var (unit, change) in changes)
        {
            var before = standings[unit];
            var after = standings[unit] = change(before);
            tally = tally.Minus(StandingTally.Of(before)).Plus(StandingTally.Of(after));
        }
        return this with { Standings = standings.ToImmutable(), Tally = tally };
    }

    /// <summary>Everything found in a draft, and who would receive it.</summary>
    public (ReceiverList Receivers, ImmutableArray<Finding> Findings) Check(PlanDraft draft, IssueContext context)
    {
        var receivers = context.Receivers(draft);
        return (receivers, [.. WorkPlanCheck.Of(draft, context, Issued?.Content), .. receivers.Findings]);
    }

    private Decision<WorkPlanEvent> Issue(int version, string reason, ImmutableArray<Finding> errors, IssueContext context)
    {
        if (WithdrawnFor is not null)
            return Refuse(WorkPlanRules.Withdrawn);
        if (Draft is null)
            return Decision<WorkPlanEvent>.Refuse(errors.Add(WorkPlanRules.NoDraft.At("draft")));
        var (receivers, found) = Check(Draft, context);
        ImmutableArray<Finding> findings = [.. errors, .. found];
        if (findings.Any(f => f.Blocks))
            return Decision<WorkPlanEvent>.Refuse(findings);
        var trails = Draft.Points.ToImmutableDictionary(p => p.Clause, p => PlanDuties.TrailOf(context.Plan, Draft, p, context.Held));
        return Decision<WorkPlanEvent>.Record(new PlanIssued(version, Draft, context.AsOf, receivers.Units, trails, reason.Trim()), findings);
    }

    private static Decision<WorkPlanEvent> Refuse(Rule rule) => Decision<WorkPlanEvent>.Refuse(rule.At("plan"));
}
