using Federation.Contracts.Obligations;
using Federation.Domain.Obligations;

namespace Federation.Grains.Obligations;

/// <summary>Makes views of duties.</summary>
internal static class DutyViewsOf
{
    public static DutyView Duty(DutyRecord record, DutyStatus status) => new(
        record.Duty, record.PlanVersion, record.ReceivedOn, status.Word, status.NextDue, status.Speaks?.WorkingDays ?? 0,
        [.. status.Why.Select(Because)], [.. status.Slots.Select(Slot)],
        new AcceptanceView(
            record.Accepted?.At, record.Accepted?.By ?? "", record.Objection?.Reason ?? "", record.Closed?.At, record.Closed?.By ?? "", record.Withdrawn?.Reason),
        record.Interval is { } set ? MeasureText.Word(set) : "",
        [.. record.Occurrences.Select(o => new OccurrenceView(o.Number, o.What, o.At))],
        [.. record.Evidence.Select(Evidence)],
        [.. record.Exceptions.Select(e => new DutyExceptionView(e.Reason, e.Approver, e.From, e.Until))],
        [.. record.Amendments.Select(a => new DutyAmendmentView(a.Version, a.On, [.. a.Changes.Select(c => new MemberChangeView(c.Member, c.Was, c.Now))]))],
        status.IsProvisional, status.AwaitsReview);

    public static DigestLineView Line(DigestLine line) => new(line.Duty, line.Title, line.Light.Word(), line.Due, line.WorkingDays, Because(line.Text));

    public static AppraisalView Appraisal(Appraisal result, FormulaView formula) => new(
        result.Unit, result.On, result.Formula.Name, result.Formula.Basis, result.Formula.Weight, result.Points, result.Weighted,
        [.. result.Scores.Select(s => new AppraisalScoreView(
            s.Item.Name, s.Item.Points, s.Item.Off, s.Points,
            [.. s.Because.Select(c => new AppraisalCaseView(c.Duty, c.Slot, c.Credit, c.Evidence, Because(c.Text)))]))],
        [.. result.Late.Select(Line)])
    {
        By = formula,
    };

    public static string Word(EscalationCause cause) => cause switch
    {
        EscalationCause.Unaccepted => "unaccepted",
        EscalationCause.Late => "late",
        EscalationCause.Objection => "objection",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    private static BecauseView Because(Because why) => new(why.Text, why.TextEn);

    private static SlotView Slot(Slot slot) => new(
        slot.Frame.Name, slot.Due, slot.Due == slot.Frame.Due ? slot.Frame.DueAt : null, slot.Word, slot.DoneAt, slot.DoneLate, slot.WorkingDays, slot.Counted, [.. slot.Why.Select(Because)]);

    private static EvidenceView Evidence(Evidence e) => new(
        e.Number, DutyEventJson.Word(e.Item.Kind), e.Item.Reference, e.Item.DoneAt, e.Item.For, e.Item.Occurrence, e.Item.Value, e.Item.Note, e.By, e.GivenAt,
        e.State switch { EvidenceState.Given => "given", EvidenceState.Accepted => "accepted", _ => "returned" }, e.Reason)
    {
        Check = e.Item.IsVerified ? "verified" : "unchecked",
        CheckText = Because(EvidenceChecks.Of(e.Item)),
    };
}
