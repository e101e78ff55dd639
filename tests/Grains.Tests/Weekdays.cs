using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Grains.Tests;

/// <summary>A calendar of weekdays alone: these tests are about messages and records, not about holidays.</summary>
internal sealed class Weekdays : IWorkingDays
{
    public DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days)
    {
        var day = from;
        for (var left = Math.Abs(days); left > 0; left -= IsWorkingDay(unit, day) ? 1 : 0)
            day = day.AddDays(Math.Sign(days));
        return day;
    }

    public bool IsWorkingDay(UnitId unit, DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public bool IsProvisional(int year) => true;
}
