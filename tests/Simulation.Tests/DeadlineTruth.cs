using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Simulation.Tests;

/// <summary>
/// What must hold of every clock at the end of a day on which the installation ran, found from the events alone with a calendar and a count written
/// a second time, plainly.
/// </summary>
internal sealed class DeadlineTruth(SimulatedDecade decade)
{
    /// <summary>Working days after a month within which its duty is due.</summary>
    public const int DueDays = 5;

    private readonly Dictionary<string, (UnitId Unit, LegalClock State, List<ClockEvent> Events)> clocks = [];
    private readonly List<HolidayNotice> notices = [.. decade.Lists];
    private readonly Dictionary<(UnitId, DateOnly), bool> worked = [];
    private readonly Dictionary<(UnitId Unit, DateOnly To), DateOnly> lastDays = [];
    private long position;

    /// <summary>Everything that does not hold today.</summary>
    public List<string> Faults()
    {
        List<string> faults = [];
        foreach (var e in decade.Ledger.ReadAll(position, int.MaxValue, CancellationToken.None).Result())
        {
            position = e.Position;
            if (e.Stream.StartsWith("clock/", StringComparison.Ordinal))
                Take(e, faults);
            else if (e.Stream.StartsWith("duties/", StringComparison.Ordinal))
                TakeDuties(e, faults);
            else if (e.Kind == "holiday-notice-taken")
            {
                worked.Clear();
                notices.Add(((NoticeTaken)CalendarEventJson.Read(e)).Notice);
            }
        }
        foreach (var (name, (unit, state, events)) in clocks.Where(c => c.Value.State.IsOpen))
            faults.AddRange(Missed(unit, state, events).Select(f => $"{decade.Today:yyyy-MM-dd} {name}: {f}"));
        foreach (var ((unit, to), due) in lastDays.Where(d => Add(d.Key.Unit, d.Key.To, DueDays) != d.Value))
            faults.Add($"{decade.Today:yyyy-MM-dd} duties of {unit} for the month to {to:yyyy-MM-dd}: {due:yyyy-MM-dd} is logged, by a plain count {Add(unit, to, DueDays):yyyy-MM-dd}");
        return faults;
    }

    // The day on which each month is due is what the log says: the calendar of the arrival, then every move.
    private void TakeDuties(RecordedEvent e, List<string> faults)
    {
        var unit = UnitId.Parse(e.Stream.Split('/')[1]);
        switch (DutyEventJson.Read(e))
        {
            case DutiesReceived received:
                var year = int.Parse(received.Plan.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
                foreach (var to in Enumerable.Range(1, 12).Select(m => new DateOnly(year, m, DateTime.DaysInMonth(year, m))).Where(to => to.AddDays(1).AddMonths(-1) >= BeijingTime.DateOf(e.At))) // the month that was running is not asked
                    lastDays[(unit, to)] = Add(unit, to, DueDays);
                break;
            case DutyDatesMoved moved:
                foreach (var date in moved.Dates)
                {
                    var to = DateOnly.ParseExact(date.Slot[^10..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                    if (lastDays[(unit, to)] != date.Was || date.Was == date.Now)
                        faults.Add($"{e.Stream}: {date} moves what stood at {lastDays[(unit, to)]:yyyy-MM-dd}");
                    lastDays[(unit, to)] = date.Now;
                }
                break;
            default:
                break; // what else happens to a book moves no day
        }
    }

    private void Take(RecordedEvent e, List<string> faults)
    {
        var known = clocks.TryGetValue(e.Stream, out var found) ? found : (UnitId.Parse(e.Stream.Split('/')[1]), LegalClock.None, []);
        var happened = ClockEventJson.Read(e);
        var twice = happened switch
        {
            ReplyReminded => known.Item3.OfType<ReplyReminded>().Any(r => r.Due == happened.Due) && !known.Item3.AsEnumerable().Reverse().TakeWhile(x => x is not ReplyReminded).Any(x => x.Due != happened.Due),
            ReplyOverdue => known.Item3.OfType<ReplyOverdue>().Any(r => r.Due == happened.Due) && !known.Item3.AsEnumerable().Reverse().TakeWhile(x => x is not ReplyOverdue).Any(x => x.Due != happened.Due),
            OpinionLapsed l => known.Item2.Opinions.Any(o => o.Number == l.Number && o.Ended is not null),
            ReplyMoved m => m.From == m.Due,
            _ => false,
        };
        if (twice)
            faults.Add($"{e.Stream}: {e.Kind} at {e.At:yyyy-MM-dd} had effect twice");
        if (!known.Item2.IsOpen && happened is ReplyReminded or ReplyOverdue or ReplyMoved or OpinionLapsed && known.Item2.State != ClockState.Unknown && !known.Item2.IsOpen)
            faults.Add($"{e.Stream}: {e.Kind} after the end");
        known.Item3.Add(happened);
        clocks[e.Stream] = (known.Item1, known.Item2.Apply(happened), known.Item3);
    }

    private IEnumerable<string> Missed(UnitId unit, LegalClock state, List<ClockEvent> events)
    {
        var today = decade.Today;
        foreach (var opinion in state.Opinions.Where(o => o.Ended is null && o.Of != OpinionOf.OtherOrgan && Add(unit, o.Asked, 15) < today))
            yield return $"opinion {opinion.Number} has not lapsed";
        if (state.State != ClockState.Running)
            yield break;
        var due = Due(unit, state);
        if (due != state.Due)
            yield return $"due {state.Due}, by a plain count {due}";
        if (due is { } last && last < today && events.LastOrDefault(e => e is ReplyOverdue)?.Due != last)
            yield return $"the passing of {last} was never told";
        if (due is { } near && near >= today && Add(unit, near, -3) <= today && events.LastOrDefault(e => e is ReplyReminded or ReplyOverdue && e.Due == near) is null)
            yield return $"no reminder of {near}";
    }

    private DateOnly? Due(UnitId unit, LegalClock state)
    {
        var (day, counted) = (state.Start, 0);
        while (counted < 20 + state.Extended)
        {
            day = day.AddDays(1);
            var outside = false;
            foreach (var o in state.Opinions.Where(o => o.Asked < day))
            {
                var limit = o.Of == OpinionOf.OtherOrgan ? DateOnly.MaxValue : Add(unit, o.Asked, 15);
                if (o.Ended is null && limit == DateOnly.MaxValue)
                    return null;
                var end = o.Ended is { } ended && ended < limit ? ended : limit;
                outside |= day <= end;
            }
            if (!outside && Works(unit, day))
                counted++;
        }
        return day;
    }

    private DateOnly Add(UnitId unit, DateOnly day, int days)
    {
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(Math.Sign(days));
            left -= Works(unit, day) ? 1 : 0;
        }
        return day;
    }

    // The nearest unit's last word on the day; a lifted day is asked of the one above.
    private bool Works(UnitId unit, DateOnly day)
    {
        if (!worked.TryGetValue((unit, day), out var works))
            worked[(unit, day)] = works = Asked(unit, day);
        return works;
    }

    private bool Asked(UnitId unit, DateOnly day)
    {
        foreach (var place in SimulatedDecade.Chain(unit))
        {
            for (var n = notices.Count - 1; n >= 0; n--)
            {
                if (notices[n].Top == place && notices[n].First <= day && notices[n].Last >= day && notices[n].Days.FirstOrDefault(d => d.Day == day) is { } listed)
                {
                    if (listed.As != ListedAs.AsAbove)
                        return listed.As == ListedAs.Work;
                    break;
                }
            }
        }
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }
}

internal static class Answers
{
    /// <summary>The answer of a store in memory, which is there at once.</summary>
    public static T Result<T>(this ValueTask<T> answer) => answer.GetAwaiter().GetResult();
}
