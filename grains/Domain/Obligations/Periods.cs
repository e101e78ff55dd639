using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Obligations;

/// <summary>A stretch of days, both included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    /// <summary>True for a day within it.</summary>
    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>The periods of a cadence: Gregorian, weeks from Monday, and the six 五日 of a month (1–5, …, 26–end).</summary>
public static class Periods
{
    /// <summary>The period of a cadence that holds a day; for one that has no periods of its own, the year.</summary>
    public static DayRange Holding(Cadence cadence, DateOnly day) => cadence switch
    {
        Cadence.Daily or Cadence.WorkingDaily => new(day, day),
        Cadence.FiveDaily => Five(day),
        Cadence.Weekly => Week(day),
        Cadence.Monthly => Months(day, 1),
        Cadence.Quarterly => Months(day, 3),
        Cadence.HalfYearly => Months(day, 6),
        _ => Months(day, 12),
    };

    /// <summary>
    /// The periods in which a duty binds: those that begin within the range. The one running at its start counts only for a year, or when no
    /// other begins before the end: nobody is asked to do in two days what the clause gives a quarter for.
    /// </summary>
    /// <param name="cadence">The cadence.</param>
    /// <param name="range">First and last day of the duty.</param>
    /// <param name="unit">Whose working days.</param>
    /// <param name="days">The calendar.</param>
    public static IEnumerable<DayRange> Within(Cadence cadence, DayRange range, UnitId unit, IWorkingDays days)
    {
        var running = Holding(cadence, range.From);
        var found = false;
        for (var at = running; at.From <= range.To; at = Holding(cadence, at.To.AddDays(1)))
        {
            var clipped = at.From < range.From;
            if (cadence == Cadence.WorkingDaily && !days.IsWorkingDay(unit, at.From))
                continue;
            if (clipped && running.To < range.To && cadence is not (Cadence.Yearly or Cadence.Unstated or Cadence.Continuous))
                continue;
            found = true;
            yield return clipped ? at with { From = range.From } : at;
        }
        if (!found)
            yield return new DayRange(range.From, running.To);
    }

    private static DayRange Five(DateOnly day)
    {
        var first = Math.Min((day.Day - 1) / 5, 5);
        var from = new DateOnly(day.Year, day.Month, (first * 5) + 1);
        return new(from, first == 5 ? Months(day, 1).To : from.AddDays(4));
    }

    private static DayRange Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(monday, monday.AddDays(6));
    }

    private static DayRange Months(DateOnly day, int months)
    {
        var from = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return new(from, from.AddMonths(months).AddDays(-1));
    }
}
