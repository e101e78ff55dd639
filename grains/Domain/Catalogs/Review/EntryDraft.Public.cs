using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Review;

public sealed partial record EntryDraft
{
    /// <summary>The catalog's answer to what was sent to it.</summary>
    /// <param name="round">Round that it answers; another than the present one was answered before.</param>
    /// <param name="answer">How it ended there.</param>
    /// <param name="indexNumber">索引号 as it stands there.</param>
    /// <param name="on">发布日期 as it stands there.</param>
    public Decision<DraftEvent> Settle(int round, EntryResult answer, string indexNumber, DateOnly on)
    {
        if (round != Round)
            return Decision<DraftEvent>.Nothing;
        return (State, answer.Outcome) switch
        {
            (DraftState.Released, EntryOutcome.Recorded or EntryOutcome.Unchanged) => Decision<DraftEvent>.Record(new EntryPublished(round, answer.Revision, answer.Seq, indexNumber, on)),
            (DraftState.Released, EntryOutcome.Conflict) => Decision<DraftEvent>.Record(new EntryClashed(round, answer.Revision)),
            (DraftState.Released, EntryOutcome.Refused) => Decision<DraftEvent>.Record(new EntryNotTaken(
                round, string.Join(';', answer.Findings.Where(f => f.Blocks).Select(f => f.Text)), [.. answer.Findings.Where(f => f.Blocks && EntryFields.IsPlace(f.Where)).Select(f => f.Where).Distinct()])),
            (DraftState.Leaving, EntryOutcome.Recorded or EntryOutcome.Unchanged) => Decision<DraftEvent>.Record(new EntryWithdrawn(answer.Revision)),
            (DraftState.Leaving, _) => Decision<DraftEvent>.Record(new WithdrawalRefused(string.Join(';', answer.Findings.Select(f => f.Text)))),
            _ => Decision<DraftEvent>.Nothing,
        };
    }

    /// <summary>申请撤回: asks for what is public to leave the catalog.</summary>
    /// <param name="present">The entry in the catalog and its revision; null: it is not there.</param>
    /// <param name="reason">Why.</param>
    /// <returns><see cref="WithdrawalAsked"/>; refusal CT-201, CT-210, CT-213.</returns>
    public Decision<DraftEvent> Withdraw((CatalogEntry Entry, long Revision)? present, string reason)
    {
        List<Finding> errors = [];
        if (present is null)
            errors.Add(ReviewRules.NoSuchDraft.At("entry", "目录中没有这一条目", "the catalog has no such entry"));
        if (State is not (DraftState.None or DraftState.Published or DraftState.Withdrawn))
            errors.Add(Not("申请撤回", "withdrawn"));
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(ReviewRules.NoWithdrawalReason.At("reason"));
        return errors.Count > 0 ? Decision<DraftEvent>.Refuse(errors) : Decision<DraftEvent>.Record(new WithdrawalAsked(reason.Trim(), present!.Value.Revision, present.Value.Entry));
    }

    /// <summary>What is due by the date alone, one thing at a time.</summary>
    /// <param name="lastDay">Last day for making it public; null: no clock runs.</param>
    /// <param name="today">Beijing date.</param>
    public Decision<DraftEvent> Wake(DateOnly? lastDay, DateOnly today)
    {
        if (Waits && lastDay is { } last && last < today && Breach is null)
            return Decision<DraftEvent>.Record(new LimitPassed(last));
        return Withheld is { LookDue: false } kept && kept.ReviewOn <= today ? Decision<DraftEvent>.Record(new LookFellDue(kept.ReviewOn)) : Decision<DraftEvent>.Nothing;
    }

    /// <summary>True while the clock of its publication runs: it is to be public, and never was.</summary>
    public bool Waits => Public is null && BaseRevision == 0 && Withheld is null && Content?.Disclosure.Attribute is DisclosureAttribute.Proactive or DisclosureAttribute.Unset
        && State is not (DraftState.Withdrawn or DraftState.Leaving or DraftState.Withdrawing);

    /// <summary>时效待核: takes down what another entry says of its validity; whether it is so a person decides.</summary>
    /// <returns><see cref="ValidityProposed"/>; nothing when it was said before or stands so already.</returns>
    public Decision<DraftEvent> Propose(UnitId catalog, EntryId from, string title, ValidityState state, DateOnly? since, ValidityState present)
    {
        var known = Proposals.Any(p => p.Catalog == catalog && p.From == from && p.State == state);
        return known || present == state || present == ValidityState.Repealed
            ? Decision<DraftEvent>.Nothing
            : Decision<DraftEvent>.Record(new ValidityProposed(new ValidityProposal(Proposals.Length + 1, catalog, from, title, state, since)));
    }

    /// <summary>时效已核: a person takes the change over, which begins a round with it, or says why not.</summary>
    /// <param name="number">Which proposal.</param>
    /// <param name="accept">Whether the validity is to change.</param>
    /// <param name="reason">Why not.</param>
    /// <param name="present">The entry in the catalog and its revision; null: it is not there.</param>
    /// <returns><see cref="ValidityDecided"/>; refusal CT-201, CT-213, CT-217, CT-218.</returns>
    public Decision<DraftEvent> DecideValidity(int number, bool accept, string reason, (CatalogEntry Entry, long Revision)? present)
    {
        List<Finding> errors = [];
        if (Proposals.FirstOrDefault(p => p.Number == number && p.Open) is not { } proposal)
            return Decision<DraftEvent>.Refuse(ReviewRules.NoSuchProposal.At("number"));
        if (!accept && string.IsNullOrWhiteSpace(reason))
            errors.Add(ReviewRules.DismissedWithoutReason.At("reason"));
        if (accept && present is null)
            errors.Add(ReviewRules.NoSuchDraft.At("entry", "目录中没有这一条目", "the catalog has no such entry"));
        if (accept && State is not (DraftState.None or DraftState.Published))
            errors.Add(Not("变更时效", "given another validity"));
        if (errors.Count > 0)
            return Decision<DraftEvent>.Refuse(errors);
        return Decision<DraftEvent>.Record(accept
            ? new ValidityDecided(number, true, reason.Trim(), present!.Value.Entry with { Validity = new Validity(proposal.State, proposal.Since) }, present.Value.Revision)
            : new ValidityDecided(number, false, reason.Trim(), null, 0));
    }
}
