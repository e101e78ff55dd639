namespace Federation.Domain.Time;

/// <summary>Whose opinion is asked for.</summary>
public enum OpinionOf
{
    /// <summary>第三方 (art. 32): 15 working days; silence leaves the decision to the organ.</summary>
    ThirdParty,

    /// <summary>共同制作机关 (art. 34): 15 working days; silence is consent.</summary>
    CoMaker,

    /// <summary>其他机关 (art. 33): no limit of its own.</summary>
    OtherOrgan,
}

/// <summary>What can happen to a legal clock.</summary>
public abstract record ClockEvent
{
    /// <summary>Last day for the reply as counted when it happened; null while nothing runs, or while an opinion without a limit is awaited.</summary>
    public DateOnly? Due { get; init; }
}

/// <summary>收到申请: day 0 of the count.</summary>
public sealed record ApplicationReceived(DateOnly On) : ClockEvent;

/// <summary>告知补正: the clock stops for good; it starts anew with the corrected application.</summary>
/// <param name="On">Day of the notice.</param>
/// <param name="Until">Last day of the reasonable period given.</param>
public sealed record CorrectionAsked(DateOnly On, DateOnly Until) : ClockEvent;

/// <summary>收到补正: day 0 of the new count.</summary>
public sealed record CorrectionReceived(DateOnly On) : ClockEvent;

/// <summary>逾期不补正,视为放弃申请.</summary>
public sealed record ApplicationGivenUp(DateOnly On) : ClockEvent;

/// <summary>征求意见: what follows until the answer is outside the clock.</summary>
/// <param name="Number">1 for the first asked.</param>
/// <param name="Of">Whose.</param>
/// <param name="On">Day on which the letter was received there; not itself outside the clock.</param>
public sealed record OpinionAsked(int Number, OpinionOf Of, DateOnly On) : ClockEvent;

/// <summary>收到意见: the last day outside the clock.</summary>
public sealed record OpinionReceived(int Number, DateOnly On) : ClockEvent;

/// <summary>逾期未提出意见: the limit for the opinion passed in silence.</summary>
public sealed record OpinionLapsed(int Number, DateOnly On) : ClockEvent;

/// <summary>延长答复期限.</summary>
/// <param name="On">Day of approval.</param>
/// <param name="Days">Working days added.</param>
/// <param name="Approver">Who approved it.</param>
public sealed record ReplyExtended(DateOnly On, int Days, string Approver) : ClockEvent;

/// <summary>答复: the clock ends.</summary>
public sealed record ReplyGiven(DateOnly On) : ClockEvent;

/// <summary>临期提醒: told once that the last day is near.</summary>
public sealed record ReplyReminded(DateOnly On) : ClockEvent;

/// <summary>逾期: told once that the last day has passed.</summary>
public sealed record ReplyOverdue(DateOnly On) : ClockEvent;

/// <summary>期限重算: the calendar changed, and the last day with it.</summary>
/// <param name="On">Day on which it was counted again.</param>
/// <param name="From">Last day before.</param>
/// <param name="Notice">Newest notice of the calendar it was counted by.</param>
public sealed record ReplyMoved(DateOnly On, DateOnly? From, string Notice) : ClockEvent;
