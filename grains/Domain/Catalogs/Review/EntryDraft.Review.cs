using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Catalogs.Review;

public sealed partial record EntryDraft
{
    /// <summary>通过: passes the step that waits, or agrees to a withdrawal.</summary>
    /// <param name="by">Who; another than wrote it, and who passed no other step of this round.</param>
    /// <param name="hash">Hash of the content that was read.</param>
    /// <param name="note">A remark; empty: none.</param>
    /// <returns><see cref="StepPassed"/> or <see cref="WithdrawalAgreed"/>; refusal CT-201 to CT-206, CT-211, all that hold.</returns>
    public Decision<DraftEvent> Pass(Subject by, Digest? hash, string note)
    {
        if (State is not (DraftState.Review or DraftState.Withdrawing))
            return Decision<DraftEvent>.Refuse(Not("通过", "passed"));
        List<Finding> errors = [.. Reviewer(by)];
        if (hash != Content!.Hash)
            errors.Add(ReviewRules.OtherContent.At("hash"));
        if (errors.Count > 0)
            return Decision<DraftEvent>.Refuse(errors);
        return Decision<DraftEvent>.Record(State == DraftState.Review ? new StepPassed(Step, note.Trim()) : new WithdrawalAgreed(note.Trim()));
    }

    /// <summary>退回: back to its author; or a withdrawal is refused.</summary>
    /// <param name="by">Who; of a step whoever could pass it, of a withdrawal any reviewer.</param>
    /// <param name="reason">Why.</param>
    /// <param name="fields">What is to be mended: ids of fields, title, disclosure, links, body, attachments; not needed for a withdrawal.</param>
    /// <returns><see cref="DraftReturned"/> or <see cref="WithdrawalRefused"/>; refusal CT-201 to CT-205, CT-207, CT-210.</returns>
    public Decision<DraftEvent> Return(Subject by, string reason, ImmutableArray<string> fields)
    {
        if (State == DraftState.Withdrawing)
            return string.IsNullOrWhiteSpace(reason) ? Decision<DraftEvent>.Refuse(ReviewRules.NoWithdrawalReason.At("reason")) : Decision<DraftEvent>.Record(new WithdrawalRefused(reason.Trim()));
        if (State != DraftState.Review)
            return Decision<DraftEvent>.Refuse(Not("退回", "returned"));
        List<Finding> errors = [.. Reviewer(by)];
        if (string.IsNullOrWhiteSpace(reason))
            errors.Add(ReviewRules.ReturnIncomplete.At("reason"));
        if (fields.IsEmpty)
            errors.Add(ReviewRules.ReturnIncomplete.At("fields"));
        errors.AddRange(fields.Where(f => !EntryFields.IsPlace(f)).Select(f => ReviewRules.ReturnIncomplete.At("fields", $"没有字段 {f}", $"there is no field {f}")));
        return errors.Count > 0 ? Decision<DraftEvent>.Refuse(errors) : Decision<DraftEvent>.Record(new DraftReturned(Step, reason.Trim(), [.. fields.Distinct()]));
    }

    /// <summary>不予公开: a reviewer withholds what waits for them; or what is withheld was looked at again and stays so.</summary>
    /// <param name="by">Who could pass the step; for a further look any reviewer that is not its author.</param>
    /// <param name="reason">Why.</param>
    /// <param name="basis">Article 14, 15 or 16.</param>
    /// <param name="reviewOn">Day of the next look.</param>
    /// <param name="today">Beijing date.</param>
    /// <returns><see cref="EntryWithheld"/>; refusal CT-201 to CT-205, CT-208, CT-209, CT-215.</returns>
    public Decision<DraftEvent> Withhold(Subject by, string reason, string basis, DateOnly? reviewOn, DateOnly today)
    {
        if (State is not (DraftState.Review or DraftState.Withheld))
            return Decision<DraftEvent>.Refuse(Not("列为不予公开", "withheld"));
        List<Finding> errors = State == DraftState.Review ? [.. Reviewer(by)] : Wrote(by) ? [ReviewRules.OwnEntry.At("by")] : [];
        errors.AddRange(Exemptions.Check(reason, basis, reviewOn, today));
        if (Public is not null)
            errors.Add(ReviewRules.PublicAlready.At("state"));
        return errors.Count > 0 ? Decision<DraftEvent>.Refuse(errors) : Decision<DraftEvent>.Record(new EntryWithheld(reason.Trim(), basis.Trim(), reviewOn!.Value));
    }

    /// <summary>Who may not do the step that waits, and why not; empty: they may. Permission for the unit is another matter.</summary>
    public IEnumerable<Finding> Reviewer(Subject by)
    {
        if (State == DraftState.Withdrawing)
        {
            if (ReportAct.SamePerson(Withdrawal!.By, by.Actor))
                yield return ReviewRules.OwnWithdrawal.At("by");
            yield break;
        }
        if (Wrote(by))
            yield return ReviewRules.OwnEntry.At("by");
        if (Passed.FirstOrDefault(p => ReportAct.SamePerson(p.By, by.Actor)) is { } other)
            yield return ReviewRules.SecondStep.At("by", $"{by.Actor} 已办理“{other.Step}”", $"{by.Actor} did '{other.Step}'");
        if (Step == CatalogSettings.SecrecyReview)
        {
            if (!by.Roles.Contains(Role.SecrecyReviewer))
                yield return ReviewRules.NotSecrecyReviewer.At("by");
        }
        else if (Passed.Length == Steps.Length - 1 && !by.Roles.Contains(Role.Approver))
        {
            yield return ReviewRules.NotApprover.At("by");
        }
    }

    private bool Wrote(Subject by) => Authors.Any(a => ReportAct.SamePerson(a, by.Actor));
}
