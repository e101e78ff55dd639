using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Obligations;

/// <summary>What the superior does: accept or return evidence, waive, close.</summary>
public sealed partial record DutyBook
{
    /// <summary>认可: accepts a piece of evidence.</summary>
    /// <returns>One event; nothing when it is accepted already.</returns>
    public Decision<DutyEvent> AcceptEvidence(DutyId duty, int number, string by)
    {
        if (Find(duty, number) is { State: EvidenceState.Accepted })
            return Decision<DutyEvent>.Nothing;
        var errors = Unreviewable(duty, number, by).ToList();
        return errors.Count > 0 ? Decision<DutyEvent>.Refuse(errors) : Decision<DutyEvent>.Record(new EvidenceAccepted(duty, number));
    }

    /// <summary>退回: returns a piece of evidence, accepted or not, with a reason. What was closed on it is open again.</summary>
    /// <returns>One event; nothing when it is returned already.</returns>
    public Decision<DutyEvent> ReturnEvidence(DutyId duty, int number, string reason, string by)
    {
        if (Find(duty, number) is { State: EvidenceState.Returned })
            return Decision<DutyEvent>.Nothing;
        List<Finding> errors = [.. Unreviewable(duty, number, by)];
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(ObligationRules.NoReason.At("reason"));
        return errors.Count > 0 ? Decision<DutyEvent>.Refuse(errors) : Decision<DutyEvent>.Record(new EvidenceReturned(duty, number, reason.Trim()));
    }

    /// <summary>例外: waives a duty until a day.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="reason">Why.</param>
    /// <param name="until">Last day, inclusive: today or later, and no later than a year after the duty's end.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <returns>One event; nothing when the same exception stands.</returns>
    public Decision<DutyEvent> Waive(DutyId duty, string reason, DateOnly until, DateOnly today)
    {
        List<Finding> errors = [.. Unworkable(duty, closedToo: true)];
        if (string.IsNullOrWhiteSpace(reason) || until < today || (Records.TryGetValue(duty, out var record) && until > record.Ends.AddYears(1)))
            errors.Add(ObligationRules.BadException.At("until"));
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        return Records[duty].Exceptions.Any(e => e.Reason == reason.Trim() && e.Until == until)
            ? Decision<DutyEvent>.Nothing
            : Decision<DutyEvent>.Record(new DutyWaived(duty, reason.Trim(), today, until));
    }

    /// <summary>销号: closes a duty that is done, with the evidence for it accepted.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="status">How it stands now.</param>
    /// <returns>One event; nothing when it is closed; OB-017 when it is not done, or evidence awaits review.</returns>
    public Decision<DutyEvent> Close(DutyId duty, Func<DutyRecord, DutyStatus> status)
    {
        var errors = Unworkable(duty, closedToo: false).ToList();
        if (errors.Count > 0)
            return Decision<DutyEvent>.Refuse(errors);
        if (Records[duty].Closed is not null)
            return Decision<DutyEvent>.Nothing;
        var stands = status(Records[duty]);
        return stands is { Light: DutyLight.Done, IsComplete: true, AwaitsReview: false }
            ? Decision<DutyEvent>.Record(new DutyClosed(duty))
            : Decision<DutyEvent>.Refuse(ObligationRules.NotToBeClosed.At(duty.ToString()));
    }

    private Evidence? Find(DutyId duty, int number) =>
        Records.TryGetValue(duty, out var record) && number >= 1 && number <= record.Evidence.Length ? record.Evidence[number - 1] : null;

    private List<Finding> Unreviewable(DutyId duty, int number, string by)
    {
        var errors = Unworkable(duty, closedToo: false).ToList();
        if (errors.Count == 0 && Find(duty, number) is not { Counts: true })
            errors.Add(ObligationRules.UnknownEvidence.At("number"));
        if (Find(duty, number) is { } evidence && ReportAct.SamePerson(evidence.By, by))
            errors.Add(ObligationRules.OwnReview.At("number"));
        return errors;
    }
}
