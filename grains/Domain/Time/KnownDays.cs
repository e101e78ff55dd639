using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>Working days by one calendar, whoever asks: the calendar of a place as it was known on a day.</summary>
/// <param name="Calendar">The calendar.</param>
public sealed record KnownDays(WorkingCalendar Calendar) : IWorkingDays
{
    /// <inheritdoc />
    public DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days) => Calendar.Add(from, days);

    /// <inheritdoc />
    public bool IsWorkingDay(UnitId unit, DateOnly day) => Calendar.IsWorkingDay(day);

    /// <inheritdoc />
    public int WorkingDaysBetween(UnitId unit, DateOnly after, DateOnly through) => through <= after ? 0 : Calendar.Between(after, through);

    /// <inheritdoc />
    public bool IsProvisional(int year) => Calendar.IsProvisional(year);
}
