using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Federation.Domain.Time;

/// <summary>
/// 工作日历: the calendar of one place as known on one day. A working day is a Monday to Friday that no notice lists off, or any day that one lists
/// as working. The day a count starts from is never counted (次日起算).
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, (ListedDay Listed, HolidayNotice Notice)> listed;
    private readonly FrozenSet<int> years;
    private readonly int[] moved; // numbers of the days that are not what their weekday makes them, in order
    private readonly int[] gained; // working days won by all of them up to and including each: a count of years is then two look-ups

    internal WorkingCalendar(DateOnly knownOn, IReadOnlyDictionary<DateOnly, (ListedDay, HolidayNotice)> days, IEnumerable<int> publishedYears)
    {
        KnownOn = knownOn;
        listed = days.ToFrozenDictionary();
        years = publishedYears.ToFrozenSet();
        var unusual = listed.Where(d => (d.Value.Listed.As == ListedAs.Work) != IsWeekday(d.Key)).OrderBy(d => d.Key).ToArray();
        moved = [.. unusual.Select(d => d.Key.DayNumber)];
        gained = new int[moved.Length];
        for (var (i, sum) = (0, 0); i < moved.Length; i++)
            gained[i] = sum += unusual[i].Value.Listed.As == ListedAs.Work ? 1 : -1;
    }

    /// <summary>Day of whose knowledge it is: notices published later are not in it.</summary>
    public DateOnly KnownOn { get; }

    /// <summary>True for a year whose list was not published by <see cref="KnownOn"/>, or is not held here.</summary>
    public bool IsProvisional(int year) => !years.Contains(year);

    /// <summary>True for a working day.</summary>
    public bool IsWorkingDay(DateOnly day) => listed.TryGetValue(day, out var found)
        ? found.Listed.As == ListedAs.Work
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day with its reason.</summary>
    public CalendarDay this[DateOnly day]
    {
        get
        {
            var provisional = IsProvisional(day.Year);
            if (!listed.TryGetValue(day, out var found))
            {
                var works = IsWorkingDay(day);
                return new CalendarDay(day, works, works ? DayRule.Weekday : DayRule.Weekend, "", "", null, provisional);
            }
            var local = found.Notice.Top != Divisions.UnitId.Nation;
            var rule = (found.Listed.As, local) switch
            {
                (ListedAs.Off, false) => DayRule.Holiday,
                (ListedAs.Off, true) => DayRule.LocalHoliday,
                (_, false) => DayRule.MakeUpWorkday,
                _ => DayRule.LocalWorkday,
            };
            return new CalendarDay(day, found.Listed.As == ListedAs.Work, rule, found.Listed.Name, found.Notice.Number, found.Notice.Top, provisional);
        }
    }

    /// <summary>Every day of a year.</summary>
    public ImmutableArray<CalendarDay> Year(int year) =>
        [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => this[new DateOnly(year, 1, 1).AddDays(n)])];

    /// <summary>The day some working days after (or, when negative, before) another; 0 gives the day itself.</summary>
    public DateOnly Add(DateOnly from, int days)
    {
        var (day, step) = (from, Math.Sign(days));
        for (var left = Math.Abs(days); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>The day some working days before another: <see cref="Add"/> with the sign turned.</summary>
    public DateOnly Subtract(DateOnly from, int days) => Add(from, -days);

    /// <summary>Working days after one day up to another, inclusive; negative when the second is the earlier one.</summary>
    public int Between(DateOnly after, DateOnly through)
    {
        if (through < after)
            return -Between(through, after);
        return WorkingDaysThrough(through) - WorkingDaysThrough(after);
    }

    // Weekdays since the first Monday of all (0001-01-01), and what the lists have won or taken.
    private int WorkingDaysThrough(DateOnly day)
    {
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, 7);
        var at = Array.BinarySearch(moved, day.DayNumber);
        var last = at >= 0 ? at : ~at - 1;
        return (weeks * 5) + Math.Min(rest, 5) + (last >= 0 ? gained[last] : 0);
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is a working day, else the next one that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : Add(day, 1);

    /// <summary>The last moment within some working days of an event: the end, in Beijing, of the last day counted.</summary>
    /// <param name="happened">Moment of the event; its Beijing day is day 0.</param>
    /// <param name="days">1 or more.</param>
    public DateTimeOffset WithinWorkingDays(DateTimeOffset happened, int days) => BeijingTime.EndOf(Add(BeijingTime.DateOf(happened), Positive(days)));

    /// <summary>The last moment within some hours of an event. Hours run on the clock: nights and days off count.</summary>
    /// <param name="happened">Moment of the event.</param>
    /// <param name="hours">1 or more.</param>
    public static DateTimeOffset WithinHours(DateTimeOffset happened, int hours) => happened.AddHours(Positive(hours));

    /// <summary>As <see cref="Add"/>, with every day passed and its reason.</summary>
    public CountedDate Count(DateOnly from, int days)
    {
        var steps = ImmutableArray.CreateBuilder<CountedDay>();
        var (day, step, number) = (from, Math.Sign(days), 0);
        while (number < Math.Abs(days))
        {
            day = day.AddDays(step);
            var explained = this[day];
            steps.Add(new CountedDay(explained, explained.Works ? ++number : 0));
        }
        return new CountedDate(from, days, day, steps.Any(s => s.Day.Provisional), KnownOn, steps.ToImmutable());
    }

    private static int Positive(int amount) => amount > 0 ? amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "a limit is 1 or more");
}
