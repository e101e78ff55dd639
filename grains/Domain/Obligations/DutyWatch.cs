using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>督办规则: when a duty goes to the superior. The unit sees the rules, and the day they bite, beforehand.</summary>
/// <param name="UnacceptedAfter">Working days after arrival within which a duty is to be accepted or objected to.</param>
/// <param name="LateAfter">Working days after a last day.</param>
/// <param name="SoonWithin">Working days before a last day at which the unit is reminded.</param>
/// <param name="Basis">The notice that sets them.</param>
public sealed record EscalationRules(int UnacceptedAfter, int LateAfter, int SoonWithin, string Basis)
{
    /// <summary>Those that hold where no notice sets others.</summary>
    public static EscalationRules Default { get; } = new(5, 3, DutyStatus.SoonWithin, "本系统规则");
}

/// <summary>Why a duty goes to the superior.</summary>
public enum EscalationCause
{
    /// <summary>逾期未签收</summary>
    Unaccepted,

    /// <summary>逾期未完成</summary>
    Late,

    /// <summary>有异议待处理</summary>
    Objection,
}

/// <summary>A duty that goes to the superior, or will.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Cause">Why.</param>
/// <param name="Slot">Slot concerned; empty for the duty as a whole.</param>
/// <param name="On">Beijing date from which it stands with the superior.</param>
/// <param name="To">The issuer.</param>
/// <param name="Reached">True when that day has come.</param>
public sealed record Escalation(DutyId Duty, EscalationCause Cause, string Slot, DateOnly On, UnitId To, bool Reached);

/// <summary>One line of a unit's digest.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="Title">Its name.</param>
/// <param name="Light">How it stands.</param>
/// <param name="Due">Last day meant; null: none.</param>
/// <param name="WorkingDays">Working days left or, below zero, passed.</param>
/// <param name="Text">The line.</param>
public sealed record DigestLine(DutyId Duty, string Title, DutyLight Light, DateOnly? Due, int WorkingDays, Because Text);

/// <summary>A book of duties on a day: status, what will escalate, the one digest in place of a flood of reminders.</summary>
/// <param name="Book">The book.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Now">The moment.</param>
/// <param name="Days">The calendar.</param>
/// <param name="Rules">Rules of escalation where the plan sets none of its own.</param>
public sealed record DutyWatch(DutyBook Book, UnitId Unit, DateTimeOffset Now, IWorkingDays Days, EscalationRules Rules)
{
    private DateOnly Today => BeijingTime.DateOf(Now);

    /// <summary>How a duty stands.</summary>
    public DutyStatus StatusOf(DutyRecord record) => DutyStatus.Of(record, Unit, Now, Days, RulesOf(record).SoonWithin);

    /// <summary>The rules that hold for a duty: its plan's, known since it came.</summary>
    public EscalationRules RulesOf(DutyRecord record) => Book.Plans.GetValueOrDefault(record.Duty.Id.Plan)?.Rules ?? Rules;

    /// <summary>What stands with the superior, or will if nothing is done, in order of day.</summary>
    public ImmutableArray<Escalation> Escalations() =>
        [.. Book.Asked.Where(r => r.Closed is null).SelectMany(EscalationsOf).OrderBy(e => e.On).ThenBy(e => e.Duty)];

    /// <summary>What the unit has to look at, worst first; nothing that is done, and nothing whose day is far.</summary>
    public ImmutableArray<DigestLine> Digest() =>
        [.. Book.Asked.Where(r => r.Closed is null).SelectMany(LinesOf).OrderBy(l => l.Light == DutyLight.Late ? 0 : l.Light == DutyLight.DueSoon ? 1 : 2).ThenBy(l => l.Due ?? DateOnly.MaxValue).ThenBy(l => l.Duty)];

    /// <summary>The next moment after now at which a light changes by the date alone, or a report may have been sealed that answers a duty; null when none does.</summary>
    public DateTimeOffset? NextChange() => Book.Asked.Where(r => r.Closed is null)
        .SelectMany(r => StatusOf(r).Slots.Where(s => s.DoneAt is null && s.Light != DutyLight.Late).SelectMany(s => ChangesOf(s, RulesOf(r).SoonWithin)))
        .Concat(Book.Asked.Where(r => r.Closed is null).Select(r => HeldNumbers.NextLook(r, Today)).OfType<DateOnly>().Select(Begin))
        .Where(at => at > Now)
        .Select(at => (DateTimeOffset?)at)
        .Min();

    // It begins, it is due soon, it is late: each on the first moment of a day, the last one by the clock where hours are counted.
    private IEnumerable<DateTimeOffset> ChangesOf(Slot slot, int soonWithin)
    {
        yield return Begin(slot.Frame.From);
        foreach (var within in Enumerable.Range(0, soonWithin + 1))
            yield return Begin(Days.AddWorkingDays(Unit, slot.Due, -within));
        yield return slot.Due == slot.Frame.Due && slot.Frame.DueAt is { } at ? at.AddTicks(1) : Begin(slot.Due.AddDays(1));
    }

    // From when its silence stands with the issuer; null when no answer is asked for.
    private DateOnly? SilentFrom(DutyRecord record) => RulesOf(record).UnacceptedAfter is > 0 and var within ? Days.AddWorkingDays(Unit, record.ToAcceptSince, within + 1) : null;

    private static DateTimeOffset Begin(DateOnly day) => BeijingTime.EndOf(day.AddDays(-1)).AddTicks(1);

    private IEnumerable<Escalation> EscalationsOf(DutyRecord record)
    {
        if (record.Objection is { } objection)
            yield return At(record, EscalationCause.Objection, "", BeijingTime.DateOf(objection.At));
        else if (record.Accepted is null && SilentFrom(record) is { } from)
            yield return At(record, EscalationCause.Unaccepted, "", from);
        foreach (var slot in StatusOf(record).Slots.Where(s => s.Light is DutyLight.Late or DutyLight.DueSoon or DutyLight.Open))
            yield return At(record, EscalationCause.Late, slot.Frame.Name, Days.AddWorkingDays(Unit, slot.Due, RulesOf(record).LateAfter + 1));
    }

    private Escalation At(DutyRecord record, EscalationCause cause, string slot, DateOnly on) => new(record.Duty.Id, cause, slot, on, record.Duty.Issuer, on <= Today);

    private IEnumerable<DigestLine> LinesOf(DutyRecord record)
    {
        var duty = record.Duty;
        foreach (var slot in StatusOf(record).Slots.Where(s => s.Light is DutyLight.Late or DutyLight.DueSoon))
        {
            yield return Line(record, slot.Light, slot.Due, slot.WorkingDays, slot.Light == DutyLight.Late
                ? Because.Say($"{duty.Title}({slot.Frame.Name})已逾期 {-slot.WorkingDays} 个工作日", $"{duty.Title} ({slot.Frame.Name}) is {-slot.WorkingDays} working days late")
                : Because.Say($"{duty.Title}({slot.Frame.Name})还有 {slot.WorkingDays} 个工作日", $"{duty.Title} ({slot.Frame.Name}): {slot.WorkingDays} working days left"));
        }
        if (record.Accepted is null && record.Objection is null)
        {
            yield return SilentFrom(record) is { } on
                ? Line(record, DutyLight.Open, on, 0, Because.Say($"{duty.Title}:尚未签收,{on:yyyy-MM-dd} 起上报制发单位", $"{duty.Title}: not accepted; with the issuer from {on:yyyy-MM-dd}"))
                : Line(record, DutyLight.Open, null, 0, Because.Say($"{duty.Title}:尚未签收", $"{duty.Title}: not accepted"));
        }
        foreach (var returned in record.Evidence.Where(e => e.State == EvidenceState.Returned && !record.Evidence.Any(o => o.Number > e.Number)))
            yield return Line(record, DutyLight.Open, null, 0, Because.Say($"{duty.Title}:佐证 {returned.Number} 被退回:{returned.Reason}", $"{duty.Title}: evidence {returned.Number} was returned: {returned.Reason}"));
        foreach (var ending in record.Exceptions.Where(e => Today <= e.Until && Days.AddWorkingDays(Unit, Today, RulesOf(record).SoonWithin) >= e.Until))
            yield return Line(record, DutyLight.Waived, ending.Until, 0, Because.Say($"{duty.Title}:例外 {ending.Until:yyyy-MM-dd} 终止", $"{duty.Title}: its exception ends on {ending.Until:yyyy-MM-dd}"));
        if (record.LeavesIntervalOpen && record.Interval is null)
            yield return Line(record, DutyLight.Open, null, 0, Because.Say($"{duty.Title}:条文写“定期”,请设定周期", $"{duty.Title}: the clause states no interval; set one"));
    }

    private static DigestLine Line(DutyRecord record, DutyLight light, DateOnly? due, int left, Because text) => new(record.Duty.Id, record.Duty.Title, light, due, left, text);
}
