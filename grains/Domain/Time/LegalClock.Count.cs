using System.Collections.Immutable;

namespace Federation.Domain.Time;

/// <summary>How a day stands to a legal clock.</summary>
public enum ClockDayRule
{
    /// <summary>计入: a working day that counts.</summary>
    Counts,

    /// <summary>不计入: no working day.</summary>
    DayOff,

    /// <summary>征求意见期间,不计入 (art. 33 para. 3).</summary>
    Opinion,
}

/// <summary>One day of a count.</summary>
/// <param name="Day">The day with its reason in the calendar.</param>
/// <param name="Rule">How it stands to the clock.</param>
/// <param name="Number">Working days counted with it; 0 when it does not count.</param>
public sealed record ClockDay(CalendarDay Day, ClockDayRule Rule, int Number)
{
    /// <summary>The reason in Chinese.</summary>
    public string Text => Rule switch
    {
        ClockDayRule.Counts => $"第 {Number} 个工作日:{Day.Text}",
        ClockDayRule.Opinion => $"不计入:征求意见期间(条例第三十三条第三款);{Day.Text}",
        _ => $"不计入:{Day.Text}",
    };

    /// <summary>The reason in English.</summary>
    public string TextEn => Rule switch
    {
        ClockDayRule.Counts => $"working day {Number}: {Day.TextEn}",
        ClockDayRule.Opinion => $"outside, an opinion is awaited (art. 33 para. 3); {Day.TextEn}",
        _ => $"outside: {Day.TextEn}",
    };
}

/// <summary>A last day for the reply that explains itself.</summary>
/// <param name="Day">The last day; null while no reply clock runs, or while an opinion without a limit is awaited.</param>
/// <param name="Limit">Working days of the limit, with the extension.</param>
/// <param name="Provisional">The count ran through a year whose list is not published.</param>
/// <param name="KnownOn">Day of whose knowledge the calendar is.</param>
/// <param name="Days">Every day passed.</param>
public sealed record LegalDeadline(DateOnly? Day, int Limit, bool Provisional, DateOnly KnownOn, ImmutableArray<ClockDay> Days);

public sealed partial record LegalClock
{
    /// <summary>Working days before the last day on which a reminder is given.</summary>
    public const int RemindBefore = 3;

    /// <summary>Counts the last day for the reply, day by day.</summary>
    /// <param name="calendar">Calendar of the unit.</param>
    /// <param name="limits">Limits of the Regulation.</param>
    /// <returns>For a closed clock the count as it stood at its end.</returns>
    public LegalDeadline Count(WorkingCalendar calendar, ClockLimits limits)
    {
        var limit = limits.Reply + Extended;
        if (State is ClockState.Unknown or ClockState.AwaitingCorrection or ClockState.GivenUp)
            return new LegalDeadline(null, limit, false, calendar.KnownOn, []);
        ImmutableArray<(DateOnly After, DateOnly? Through)> outside = [.. Opinions.Select(o => (o.Asked, Earlier(o.Ended, EndOf(o, calendar, limits))))];
        var known = outside.Any(o => o.Through is null) ? outside.Where(o => o.Through is null).Min(o => o.After) : (DateOnly?)null;
        var days = ImmutableArray.CreateBuilder<ClockDay>();
        var number = 0;
        for (var day = Start.AddDays(1); number < limit; day = day.AddDays(1))
        {
            if (day > known)
                return new LegalDeadline(null, limit, days.Any(d => d.Day.Provisional), calendar.KnownOn, days.ToImmutable());
            var explained = calendar[day];
            var rule = outside.Any(o => o.After < day && day <= o.Through) ? ClockDayRule.Opinion : explained.Works ? ClockDayRule.Counts : ClockDayRule.DayOff;
            days.Add(new ClockDay(explained, rule, rule == ClockDayRule.Counts ? ++number : 0));
        }
        var provisional = days.Any(d => d.Day.Provisional) || Opinions.Any(o => o.Ended is null && calendar.IsProvisional(EndOf(o, calendar, limits)?.Year ?? o.Asked.Year));
        return new LegalDeadline(days[^1].Day.Day, limit, provisional, calendar.KnownOn, days.ToImmutable());
    }

    /// <summary>Everything that will be due if nothing else happens: what to wake up for.</summary>
    /// <param name="calendar">Calendar of the unit.</param>
    /// <param name="limits">Limits of the Regulation.</param>
    /// <returns>Kind and the first day on which it is to be done.</returns>
    public ImmutableArray<(string Kind, DateOnly On)> Dates(WorkingCalendar calendar, ClockLimits limits)
    {
        if (!IsOpen)
            return [];
        var dates = ImmutableArray.CreateBuilder<(string, DateOnly)>();
        if (Due is { } due && RemindedFor != due && OverdueFor != due)
            dates.Add(("remind", calendar.Subtract(due, RemindBefore)));
        if (Due is { } last && OverdueFor != last)
            dates.Add(("overdue", last.AddDays(1)));
        foreach (var opinion in Opinions.Where(o => o.Ended is null))
        {
            if (EndOf(opinion, calendar, limits) is { } end)
                dates.Add(($"opinion-{opinion.Number}", end.AddDays(1)));
        }
        return dates.ToImmutable();
    }

    // The last day on which an opinion awaited is still in time; null when nothing limits it.
    private static DateOnly? EndOf(Opinion opinion, WorkingCalendar calendar, ClockLimits limits) => opinion.Of switch
    {
        OpinionOf.ThirdParty => calendar.Add(opinion.Asked, limits.ThirdParty),
        OpinionOf.CoMaker => calendar.Add(opinion.Asked, limits.CoMaker),
        _ => null,
    };

    // an answer after its limit is read, but the time outside the clock ended with the limit
    private static DateOnly? Earlier(DateOnly? ended, DateOnly? limit) => ended is { } end && limit is { } last ? (end < last ? end : last) : ended ?? limit;
}
