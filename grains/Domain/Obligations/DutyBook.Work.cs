using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>What the unit itself does: open, accept, object, set an interval, record an event, give evidence.</summary>
public sealed partial record DutyBook
{
    /// <summary>查看: a person of the unit opened a plan.</summary>
    /// <returns>One event; nothing when it was opened before; OB-022 when it never came.</returns>
    public Decision<DutyEvent> Open(string plan) =>
        !Plans.TryGetValue(plan, out var known) ? Decision<DutyEvent>.Refuse(ObligationRules.PlanUnknown.At("plan"))
        : known.OpenedAt is not null ? Decision<DutyEvent>.Nothing
        : Decision<DutyEvent>.Record(new PlanOpened(plan));

    /// <summary>签收: takes duties on, all or none.</summary>
    /// <returns>One event with those not accepted before; nothing when all were.</returns>
    public Decision<DutyEvent> Accept(ImmutableArray<DutyId> duties)
    {
        var errors = duties.SelectMany(id => Unworkable(id, closedToo: false)).ToList();
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        ImmutableArray<DutyId> open = [.. duties.Distinct().Where(id => Records[id].Accepted is null)];
        return open.IsEmpty ? Decision<DutyEvent>.Nothing : Decision<DutyEvent>.Record(new DutiesAccepted(open));
    }

    /// <summary>异议: says why a duty is not its own, or cannot be met.</summary>
    /// <returns>One event; nothing when the same objection stands.</returns>
    public Decision<DutyEvent> RaiseObjection(DutyId duty, string reason)
    {
        List<Finding> errors = [.. Unworkable(duty, closedToo: true)];
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(ObligationRules.NoReason.At("reason"));
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        return Records[duty].Objection?.Reason == reason.Trim() ? Decision<DutyEvent>.Nothing : Decision<DutyEvent>.Record(new DutyObjected(duty, reason.Trim()));
    }

    /// <summary>周期设定: sets the interval that the clause leaves open.</summary>
    /// <returns>One event; nothing when it is set so already.</returns>
    public Decision<DutyEvent> SetInterval(DutyId duty, Cadence cadence)
    {
        List<Finding> errors = [.. Unworkable(duty, closedToo: true)];
        if (errors.Count == 0 && (!Records[duty].LeavesIntervalOpen || cadence is Cadence.Unstated or Cadence.Continuous))
            errors.Add(ObligationRules.IntervalStated.At("cadence"));
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        return Records[duty].Interval == cadence ? Decision<DutyEvent>.Nothing : Decision<DutyEvent>.Record(new IntervalSet(duty, cadence));
    }

    /// <summary>触发: an event sets a clock going; for a duty kept up at all times, it is a lapse.</summary>
    /// <returns>One event; nothing when the same is recorded.</returns>
    public Decision<DutyEvent> Trigger(DutyId duty, string what, DateTimeOffset at, DateTimeOffset now)
    {
        List<Finding> errors = [.. Unworkable(duty, closedToo: false)];
        if (errors.Count == 0 && Records[duty].Measure is not (WithinOfEvent or EveryPeriod { Cadence: Cadence.Continuous }))
            errors.Add(ObligationRules.NoClock.At("duty"));
        if (string.IsNullOrWhiteSpace(what) || at > now)
            errors.Add(ObligationRules.OccurrenceAhead.At("at"));
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        return Records[duty].Occurrences.Any(o => o.What == what.Trim() && o.At == at)
            ? Decision<DutyEvent>.Nothing
            : Decision<DutyEvent>.Record(new DutyTriggered(duty, what.Trim(), at));
    }

    /// <summary>佐证: gives evidence.</summary>
    /// <param name="duty">Of which duty.</param>
    /// <param name="item">The evidence.</param>
    /// <param name="now">Moment of the act.</param>
    /// <returns>One event; refusal with every finding.</returns>
    public Decision<DutyEvent> Give(DutyId duty, EvidenceItem item, DateTimeOffset now)
    {
        List<Finding> errors = [.. Unworkable(duty, closedToo: true), .. Flaws(item, now)];
        if (Records.TryGetValue(duty, out var record))
            errors.AddRange(Misfits(record, item));
        return errors.Count > 0 ? Decision<DutyEvent>.Refuse(errors) : Decision<DutyEvent>.Record(new EvidenceGiven(duty, item));
    }

    /// <summary>系统代填: takes a figure that the system holds as evidence.</summary>
    /// <returns>One event; nothing when the duty is not asked, is closed, or has this figure already.</returns>
    public Decision<DutyEvent> FillIn(DutyId duty, HeldSource source, decimal figure, DateTimeOffset now) =>
        Records.TryGetValue(duty, out var record) && record is { Withdrawn: null, Closed: null } && !HeldNumbers.IsAnswered(record, source, figure)
        && HeldNumbers.Answer(record, source, figure, now) is { } item
            ? Decision<DutyEvent>.Record(new EvidenceGiven(duty, item))
            : Decision<DutyEvent>.Nothing;

    private IEnumerable<Finding> Unworkable(DutyId id, bool closedToo)
    {
        if (!Records.TryGetValue(id, out var record))
            yield return ObligationRules.UnknownDuty.At(id.ToString(), $"责任清单中没有任务 {id}", $"the book has no duty {id}");
        else if (record.Withdrawn is not null)
            yield return ObligationRules.DutyWithdrawn.At(id.ToString());
        else if (closedToo && record.Closed is not null)
            yield return ObligationRules.DutyIsClosed.At(id.ToString());
    }

    private static IEnumerable<Finding> Flaws(EvidenceItem item, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(item.Reference) || (item.Kind == EvidenceKind.File && !Sha256().IsMatch(item.Reference)))
            yield return ObligationRules.NoReference.At("reference");
        if (item.DoneAt > now || (item.For is { } day && day > BeijingTime.DateOf(now)))
            yield return ObligationRules.EvidenceAhead.At("done_at");
    }

    private static IEnumerable<Finding> Misfits(DutyRecord record, EvidenceItem item)
    {
        var needs = record.Measure is RatioBound || item.Kind is EvidenceKind.Number or EvidenceKind.ReportCell or EvidenceKind.RegisterCount;
        if ((needs && item.Value is null) || (record.Measure is RatioBound && item.Value is < 0 or > 1))
            yield return ObligationRules.ValueMissing.At("value");
        var clocked = record.Measure is WithinOfEvent;
        if ((clocked && !record.Occurrences.Any(o => o.Number == item.Occurrence)) || (!clocked && item.Occurrence is not null))
            yield return ObligationRules.UnknownOccurrence.At("occurrence");
        if (record.Evidence.Any(e => e.Counts && e.Item with { Note = "", Check = item.Check } == item with { Note = "" }))
            yield return ObligationRules.EvidenceTwice.At("reference");
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
