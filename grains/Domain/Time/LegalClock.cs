using System.Collections.Immutable;

namespace Federation.Domain.Time;

/// <summary>Where a legal clock stands.</summary>
public enum ClockState
{
    /// <summary>Not registered.</summary>
    Unknown,

    /// <summary>计时: the reply clock runs, or stands still for an opinion.</summary>
    Running,

    /// <summary>等待补正: no reply clock.</summary>
    AwaitingCorrection,

    /// <summary>已答复</summary>
    Replied,

    /// <summary>视为放弃</summary>
    GivenUp,
}

/// <summary>An opinion asked for.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Of">Whose.</param>
/// <param name="Asked">Day the letter was received there.</param>
/// <param name="Ended">Day of the answer, or the last day of its limit when it passed in silence; null while awaited.</param>
public sealed record Opinion(int Number, OpinionOf Of, DateOnly Asked, DateOnly? Ended);

/// <summary>
/// 法定期限: the clock of one disclosure application under 政府信息公开条例 art. 30 to 34. The day of receipt is not counted; a correction starts it
/// anew; the time of opinions of third parties and other organs is outside; it is extended once.
/// </summary>
public sealed partial record LegalClock
{
    /// <summary>Before the application is registered.</summary>
    public static LegalClock None { get; } = new();

    /// <summary>Where it stands.</summary>
    public ClockState State { get; private init; }

    /// <summary>Day the application was first received.</summary>
    public DateOnly Received { get; private init; }

    /// <summary>Day 0 of the count that runs: receipt of the application, or of its correction.</summary>
    public DateOnly Start { get; private init; }

    /// <summary>Day the correction was asked for; null when it never was.</summary>
    public DateOnly? CorrectionAskedOn { get; private init; }

    /// <summary>Last day of the period for the correction.</summary>
    public DateOnly? CorrectionUntil { get; private init; }

    /// <summary>Opinions asked for in the count that runs.</summary>
    public ImmutableArray<Opinion> Opinions { get; private init; } = [];

    /// <summary>Working days by which it was extended; 0 when it was not.</summary>
    public int Extended { get; private init; }

    /// <summary>Last day for the reply as last counted; null when there is none.</summary>
    public DateOnly? Due { get; private init; }

    /// <summary>Last day for which a reminder was given; null when none was.</summary>
    public DateOnly? RemindedFor { get; private init; }

    /// <summary>Last day whose passing was told; null when none was.</summary>
    public DateOnly? OverdueFor { get; private init; }

    /// <summary>Day of the newest step.</summary>
    public DateOnly LastStep { get; private init; }

    /// <summary>Day of the reply, or on which it was given up; null while open.</summary>
    public DateOnly? Ended { get; private init; }

    /// <summary>True while it awaits a reply or a correction.</summary>
    public bool IsOpen => State is ClockState.Running or ClockState.AwaitingCorrection;

    /// <summary>The clock after an event.</summary>
    public LegalClock Apply(ClockEvent happened)
    {
        var due = this with { Due = happened.Due };
        return happened switch
        {
            ApplicationReceived e => due with { State = ClockState.Running, Received = e.On, Start = e.On, LastStep = e.On },
            CorrectionAsked e => due with { State = ClockState.AwaitingCorrection, CorrectionAskedOn = e.On, CorrectionUntil = e.Until, LastStep = e.On },
            CorrectionReceived e => due with { State = ClockState.Running, Start = e.On, Opinions = [], Extended = 0, LastStep = e.On },
            ApplicationGivenUp e => due with { State = ClockState.GivenUp, LastStep = e.On, Ended = e.On },
            OpinionAsked e => due with { Opinions = Opinions.Add(new Opinion(e.Number, e.Of, e.On, null)), LastStep = e.On },
            OpinionReceived e => due with { Opinions = WithEnd(e.Number, e.On), LastStep = e.On },
            OpinionLapsed e => due with { Opinions = WithEnd(e.Number, e.On) },
            ReplyExtended e => due with { Extended = e.Days, LastStep = e.On },
            ReplyGiven e => due with { State = ClockState.Replied, LastStep = e.On, Ended = e.On },
            ReplyReminded => due with { RemindedFor = happened.Due },
            ReplyOverdue => due with { OverdueFor = happened.Due },
            ReplyMoved => due,
            _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
        };
    }

    private ImmutableArray<Opinion> WithEnd(int number, DateOnly on) => [.. Opinions.Select(o => o.Number == number ? o with { Ended = on } : o)];
}
