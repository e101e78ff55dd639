using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>Working days as a unit counts them today: the newest version of the national list, with what its territory and those above it changed.</summary>
public interface IWorkingDays
{
    /// <summary>The day some working days after another.</summary>
    /// <param name="unit">Whose calendar.</param>
    /// <param name="from">Day 0, not counted; need not be a working day.</param>
    /// <param name="days">0 gives <paramref name="from"/> itself; negative counts back.</param>
    DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days);

    /// <summary>True for a Monday to Friday that is no holiday, and for a make-up workday.</summary>
    bool IsWorkingDay(UnitId unit, DateOnly day);

    /// <summary>Working days after one day up to another, inclusive; 0 when the second is not the later one.</summary>
    /// <remarks>Counted day by day unless the calendar knows better.</remarks>
    int WorkingDaysBetween(UnitId unit, DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after; day < through;)
        {
            day = day.AddDays(1);
            count += IsWorkingDay(unit, day) ? 1 : 0;
        }
        return count;
    }

    /// <summary>True for a year whose list the State Council has not published: dates in it follow from weekdays alone and may move.</summary>
    bool IsProvisional(int year);
}
