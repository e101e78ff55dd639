using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>What a decision of a legal clock rests on.</summary>
/// <param name="Calendar">Calendar of the unit as known today.</param>
/// <param name="Limits">Limits of the Regulation.</param>
/// <param name="Today">Beijing date.</param>
public sealed record ClockBasis(WorkingCalendar Calendar, ClockLimits Limits, DateOnly Today);

public sealed partial record LegalClock
{
    /// <summary>收到申请.</summary>
    /// <returns>CA-114 when registered before; CA-102 for a day to come.</returns>
    public Decision<ClockEvent> Receive(DateOnly on, ClockBasis basis) => State != ClockState.Unknown
        ? Refuse(ClockRules.OpenedBefore.At("number"))
        : on > basis.Today ? Refuse(ClockRules.WrongOrder.At("on")) : Record(new ApplicationReceived(on), basis);

    /// <summary>告知补正: once, within 7 working days of receipt.</summary>
    /// <param name="on">Day of the notice.</param>
    /// <param name="until">Last day of the period given.</param>
    /// <param name="basis">Calendar, limits, today.</param>
    public Decision<ClockEvent> AskCorrection(DateOnly on, DateOnly until, ClockBasis basis)
    {
        var errors = Common(on, basis);
        if (CorrectionAskedOn is not null)
            errors.Add(ClockRules.CorrectionOnce.At("on"));
        if (State == ClockState.Running && basis.Calendar.Add(Received, basis.Limits.CorrectionNotice) is var last && on > last)
            errors.Add(ClockRules.CorrectionLate.At("on", $"补正告知最迟应在 {last:yyyy-MM-dd}", $"the last day to ask for a correction was {last:yyyy-MM-dd}"));
        if (until <= on)
            errors.Add(ClockRules.BadPeriod.At("until"));
        return Settle(errors, new CorrectionAsked(on, until), basis);
    }

    /// <summary>收到补正: the count begins anew.</summary>
    public Decision<ClockEvent> ReceiveCorrection(DateOnly on, ClockBasis basis) => Settle(Awaiting(on, basis), new CorrectionReceived(on), basis);

    /// <summary>视为放弃: the period passed without a correction and without good reason.</summary>
    public Decision<ClockEvent> GiveUp(DateOnly on, ClockBasis basis)
    {
        var errors = Awaiting(on, basis);
        if (CorrectionUntil is { } until && on <= until)
            errors.Add(ClockRules.PeriodNotOver.At("on", $"补正期限至 {until:yyyy-MM-dd}", $"the period runs to {until:yyyy-MM-dd}"));
        return Settle(errors, new ApplicationGivenUp(on), basis);
    }

    /// <summary>征求意见.</summary>
    public Decision<ClockEvent> AskOpinion(OpinionOf of, DateOnly on, ClockBasis basis) =>
        Settle(Running(on, basis), new OpinionAsked(Opinions.Length + 1, of, on), basis);

    /// <summary>收到意见.</summary>
    /// <param name="number">Number of the opinion.</param>
    /// <param name="on">Day of receipt.</param>
    /// <param name="basis">Calendar, limits, today.</param>
    public Decision<ClockEvent> ReceiveOpinion(int number, DateOnly on, ClockBasis basis)
    {
        var errors = Running(on, basis);
        if (Opinions.FirstOrDefault(o => o.Number == number) is not { Ended: null } opinion || on < opinion.Asked)
            errors.Add(ClockRules.NoSuchOpinion.At("opinion"));
        return Settle(errors, new OpinionReceived(number, on), basis);
    }

    /// <summary>延长答复期限: once, before it passes, with the approval of the head of the office.</summary>
    public Decision<ClockEvent> Extend(DateOnly on, int days, string approver, ClockBasis basis)
    {
        var errors = Running(on, basis);
        if (Extended > 0)
            errors.Add(ClockRules.ExtensionOnce.At("on"));
        if (days < 1 || days > basis.Limits.Extension)
            errors.Add(ClockRules.ExtensionTooLong.At("days"));
        if (State == ClockState.Running && Count(basis.Calendar, basis.Limits).Day is { } due && on > due)
            errors.Add(ClockRules.ExtensionLate.At("on", $"答复期限已于 {due:yyyy-MM-dd} 届满", $"the limit passed on {due:yyyy-MM-dd}"));
        if (string.IsNullOrWhiteSpace(approver))
            errors.Add(ClockRules.NotApproved.At("approver"));
        return Settle(errors, new ReplyExtended(on, days, approver), basis);
    }

    /// <summary>答复. A late one is recorded too: it is late, not undone.</summary>
    public Decision<ClockEvent> Reply(DateOnly on, ClockBasis basis) => Settle(Running(on, basis), new ReplyGiven(on), basis);

    /// <summary>What is due today and not yet done: one step at a time, until nothing is.</summary>
    /// <param name="basis">Calendar, limits, today.</param>
    /// <param name="notice">Newest notice of the calendar.</param>
    /// <returns>A lapse of an opinion, a move by a changed calendar, a reminder or the passing of the last day; nothing when nothing is due.</returns>
    public Decision<ClockEvent> Wake(ClockBasis basis, string notice)
    {
        if (!IsOpen)
            return Decision<ClockEvent>.Nothing;
        var dates = Dates(basis.Calendar, basis.Limits);
        if (Opinions.FirstOrDefault(o => o.Ended is null && EndOf(o, basis.Calendar, basis.Limits) < basis.Today) is { } silent)
            return Record(new OpinionLapsed(silent.Number, EndOf(silent, basis.Calendar, basis.Limits)!.Value), basis);
        if (Count(basis.Calendar, basis.Limits).Day != Due)
            return Record(new ReplyMoved(basis.Today, Due, notice), basis);
        if (dates.Any(d => d.Kind == "overdue" && d.On <= basis.Today))
            return Record(new ReplyOverdue(basis.Today), basis);
        return dates.Any(d => d.Kind == "remind" && d.On <= basis.Today && basis.Today <= Due)
            ? Record(new ReplyReminded(basis.Today), basis)
            : Decision<ClockEvent>.Nothing;
    }

    private List<Finding> Common(DateOnly on, ClockBasis basis)
    {
        if (State == ClockState.Unknown)
            return [ClockRules.NotOpened.At("number")];
        if (!IsOpen)
            return [ClockRules.Closed.At("number")];
        return on < LastStep || on > basis.Today ? [ClockRules.WrongOrder.At("on", $"日期应在 {LastStep:yyyy-MM-dd} 至 {basis.Today:yyyy-MM-dd} 之间", $"the day is between {LastStep:yyyy-MM-dd} and {basis.Today:yyyy-MM-dd}")] : [];
    }

    private List<Finding> Running(DateOnly on, ClockBasis basis)
    {
        var errors = Common(on, basis);
        if (State == ClockState.AwaitingCorrection)
            errors.Add(ClockRules.AwaitsCorrection.At("step"));
        return errors;
    }

    private List<Finding> Awaiting(DateOnly on, ClockBasis basis)
    {
        var errors = Common(on, basis);
        if (State == ClockState.Running)
            errors.Add(ClockRules.NoCorrectionAsked.At("step"));
        return errors;
    }

    private Decision<ClockEvent> Settle(List<Finding> errors, ClockEvent happened, ClockBasis basis) => errors.Count > 0 ? Decision<ClockEvent>.Refuse(errors) : Record(happened, basis);

    private Decision<ClockEvent> Record(ClockEvent happened, ClockBasis basis)
    {
        var due = Apply(happened).Count(basis.Calendar, basis.Limits);
        return Decision<ClockEvent>.Record(happened with { Due = due.Day }, due.Provisional ? [CalendarRules.Provisional.At("due")] : []);
    }

    private static Decision<ClockEvent> Refuse(Finding finding) => Decision<ClockEvent>.Refuse(finding);
}
