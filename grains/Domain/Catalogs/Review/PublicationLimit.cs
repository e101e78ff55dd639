using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Domain.Catalogs.Review;

/// <summary>公开时限: the last day for making information public, counted from the day it was made or changed.</summary>
public static class PublicationLimit
{
    private const int SoonWithin = 3; // working days

    /// <summary>The limit that holds: its own, else the standard item's, else article 26. A rhythm (按月) or a day of the year bounds the renewal, not the single information.</summary>
    /// <param name="own">公开时限 of the entry, as printed; empty: none.</param>
    /// <param name="standard">公开时限 of the standard item; empty: none.</param>
    public static TimeLimit.Within Of(string own, string standard) =>
        TimeLimit.Read(own) as TimeLimit.Within ?? TimeLimit.Read(standard) as TimeLimit.Within ?? (TimeLimit.Within)TimeLimit.Statutory;

    /// <summary>The last day, inclusive.</summary>
    /// <param name="formed">成文日期: day 0, not counted.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="unit">Whose working days.</param>
    /// <param name="days">Working days.</param>
    public static DateOnly LastDay(DateOnly formed, TimeLimit.Within limit, UnitId unit, IWorkingDays days) => limit.Unit switch
    {
        LimitUnit.WorkingDays => days.AddWorkingDays(unit, formed, limit.Amount),
        LimitUnit.CalendarDays => formed.AddDays(limit.Amount),
        LimitUnit.Hours => formed.AddDays((limit.Amount + 23) / 24), // a day has no hour: counted up to whole days
        LimitUnit.Months => formed.AddMonths(limit.Amount),
        _ => formed.AddYears(limit.Amount),
    };

    /// <summary>The light of an entry with a last day: open, due_soon, late, done, done_late.</summary>
    /// <param name="lastDay">Last day.</param>
    /// <param name="publishedOn">When it was made public; null: not yet.</param>
    /// <param name="today">Beijing date.</param>
    /// <param name="unit">Whose working days.</param>
    /// <param name="days">Working days.</param>
    public static string Light(DateOnly lastDay, DateOnly? publishedOn, DateOnly today, UnitId unit, IWorkingDays days) => publishedOn is { } on
        ? on > lastDay ? "done_late" : "done"
        : today > lastDay ? "late" : days.WorkingDaysBetween(unit, today, lastDay) < SoonWithin ? "due_soon" : "open";
}
