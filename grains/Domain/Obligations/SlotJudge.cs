using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>Judges one slot of a duty by its evidence, the exceptions and the day.</summary>
internal sealed class SlotJudge(DutyRecord record, UnitId unit, DateTimeOffset now, IWorkingDays days, SlotFrames frames, int soonWithin)
{
    private readonly DateOnly today = BeijingTime.DateOf(now);

    /// <summary>How a slot stands.</summary>
    public Slot Judge(SlotFrame frame)
    {
        var proof = SlotProof.Of(record, frame);
        var due = Extended(frame, proof.DoneAt);
        var dueAt = due > frame.Due || frame.DueAt is null ? BeijingTime.EndOf(due) : frame.DueAt.Value;
        if (proof.DoneAt is { } done)
            return Done(frame, proof, due, dueAt, done);

        var broken = proof.IsBreach || (now > dueAt && today >= frame.From);
        var light = Waiver(frame, due) is not null ? DutyLight.Waived
            : broken ? DutyLight.Late
            : today < frame.From ? DutyLight.NotDueYet
            : Left(due) <= Soon(frame) ? DutyLight.DueSoon
            : DutyLight.Open;
        return new(frame, light, null, false, due, Left(due), proof.Counted, [.. frame.HowDue, .. proof.Why, .. WhyOpen(frame, due, dueAt, light)]);
    }

    private Slot Done(SlotFrame frame, SlotProof proof, DateOnly due, DateTimeOffset dueAt, DateTimeOffset done)
    {
        var (late, claimed) = (done > dueAt, IsClaimed(frame));
        var on = BeijingTime.DateOf(done);
        Because outcome = !late ? Because.Say($"{on:yyyy-MM-dd} 按期完成", $"done in time on {on:yyyy-MM-dd}")
            : frame.DueAt is not null && due == frame.Due ? Because.Say($"{done.InBeijing():yyyy-MM-dd HH:mm} 完成,已超过 {dueAt:yyyy-MM-dd HH:mm}", $"done at {done.InBeijing():yyyy-MM-dd HH:mm}, after {dueAt:yyyy-MM-dd HH:mm}")
            : Because.Say($"{on:yyyy-MM-dd} 完成,逾期 {Passed(due, on)} 个工作日", $"done on {on:yyyy-MM-dd}, {Passed(due, on)} working days late");
        return new(frame, DutyLight.Done, done, late, due, 0, proof.Counted, [.. frame.HowDue, .. proof.Why, outcome, .. claimed ? [Claim] : Array.Empty<Because>()]) { IsClaimed = claimed };
    }

    private static Because Claim { get; } = new(
        "所凭佐证系统无从核对、上级也未认可,记为“已报完成,待核”,不算完成", "the evidence was neither seen by the system nor accepted by the superior: it is claimed, not done");

    private bool IsClaimed(SlotFrame frame) => SlotProof.Of(record with { Evidence = [.. record.Evidence.Where(e => e.IsFirm)] }, frame).DoneAt is null;

    private IEnumerable<Because> WhyOpen(SlotFrame frame, DateOnly due, DateTimeOffset dueAt, DutyLight light)
    {
        if (due > frame.Due)
            yield return Because.Say($"例外延至 {due:yyyy-MM-dd}", $"an exception runs to {due:yyyy-MM-dd}");
        if (light == DutyLight.Waived && Waiver(frame, due) is { } exception)
            yield return Because.Say($"例外至 {exception.Until:yyyy-MM-dd}:{exception.Reason}", $"waived until {exception.Until:yyyy-MM-dd}: {exception.Reason}");
        if (light != DutyLight.Late || now <= dueAt)
            yield break;
        if (frame.DueAt is not null && due == frame.Due)
            yield return Because.Say($"已超过 {dueAt:yyyy-MM-dd HH:mm}", $"{dueAt:yyyy-MM-dd HH:mm} has passed");
        else
            yield return Because.Say($"{due:yyyy-MM-dd} 已过,逾期 {Passed(due, today)} 个工作日", $"{due:yyyy-MM-dd} has passed, {Passed(due, today)} working days ago");
        foreach (var day in frames.Counting(due, today))
            yield return day;
    }

    // An exception moves the last day of what fell due under it, and of what was owed when it was granted; what had been done late stays late.
    private DateOnly Extended(SlotFrame frame, DateTimeOffset? doneAt) => record.Exceptions
        .Where(e => e.Until >= frame.Due && e.From <= today && (frame.Due >= e.From || doneAt is null || BeijingTime.DateOf(doneAt.Value) >= e.From))
        .Select(e => e.Until).Append(frame.Due).Max();

    private DutyException? Waiver(SlotFrame frame, DateOnly due) =>
        today < frame.From ? null : record.Exceptions.LastOrDefault(e => e.From <= today && today <= e.Until && e.Until == due);

    private int Left(DateOnly due) => due >= today ? Passed(today, due) : -Passed(due, today);

    private int Passed(DateOnly from, DateOnly to) => days.WorkingDaysBetween(unit, from, to);

    private int Soon(SlotFrame frame) => Math.Min(soonWithin, Math.Max(1, Passed(frame.From, frame.Due) / 4));
}
