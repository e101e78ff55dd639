using System.Globalization;

namespace Federation.Domain.Obligations;

/// <summary>量化要求: how it is told whether a duty is done. One of five kinds; <see cref="MeasureText"/> writes and reads them.</summary>
public abstract record Measure
{
    /// <inheritdoc />
    public sealed override string ToString() => MeasureText.Write(this);
}

/// <summary>一次性: once, by a date.</summary>
/// <param name="Due">Last day, inclusive; null: the clause states none, and the year of the plan is its end.</param>
public sealed record OnceBy(DateOnly? Due) : Measure;

/// <summary>周期性: in every period, each period a duty of its own.</summary>
/// <param name="Cadence">The period.</param>
/// <param name="DueDays">Working days after the end of a period in which it is still in time; 0: by its last day.</param>
public sealed record EveryPeriod(Cadence Cadence, int DueDays) : Measure
{
    /// <summary>每年1月31日前: the day of each year by which it is due, instead of the end of the period; yearly duties only.</summary>
    public YearDay? By { get; init; }

    /// <summary>收购旺季: the part of the year in which it is due; null: all of it.</summary>
    public Season? Season { get; init; }
}

/// <summary>频次: so many times in every period.</summary>
/// <param name="AtLeast">Fewest times; 0 when only <paramref name="Cadence"/> and <see cref="AtMost"/> bound it.</param>
/// <param name="Cadence">The period.</param>
public sealed record CountPerPeriod(int AtLeast, Cadence Cadence) : Measure
{
    /// <summary>只保留一个: most times or most things counted; null: no such bound.</summary>
    public int? AtMost { get; init; }
}

/// <summary>比率: a share held against a bound at the end of every period.</summary>
/// <param name="Bound">The share, 0.5 for 50%.</param>
/// <param name="Kind">Which side of it is right.</param>
/// <param name="Cadence">The period.</param>
public sealed record RatioBound(decimal Bound, BoundKind Kind, Cadence Cadence) : Measure;

/// <summary>事件触发: within a limit of an event; every event has a clock of its own.</summary>
/// <param name="Event">What sets the clock going, for example 文件公开.</param>
/// <param name="Amount">The limit; 0: with the event or before it.</param>
/// <param name="Unit">What is counted.</param>
public sealed record WithinOfEvent(string Event, int Amount, LimitUnit Unit) : Measure;

/// <summary>周期: how often.</summary>
public enum Cadence
{
    /// <summary>实时、7×24小时: kept up at all times.</summary>
    Continuous,

    /// <summary>每日</summary>
    Daily,

    /// <summary>每个工作日</summary>
    WorkingDaily,

    /// <summary>每五日</summary>
    FiveDaily,

    /// <summary>每周, Monday to Sunday</summary>
    Weekly,

    /// <summary>每月</summary>
    Monthly,

    /// <summary>每季度</summary>
    Quarterly,

    /// <summary>每半年</summary>
    HalfYearly,

    /// <summary>每年</summary>
    Yearly,

    /// <summary>定期: no interval is stated; the unit sets one.</summary>
    Unstated,
}

/// <summary>What a limit counts.</summary>
public enum LimitUnit
{
    /// <summary>工作日</summary>
    WorkingDays,

    /// <summary>日</summary>
    CalendarDays,

    /// <summary>小时, by the clock</summary>
    Hours,

    /// <summary>个月</summary>
    Months,

    /// <summary>年</summary>
    Years,
}

/// <summary>Which side of a bound is right.</summary>
public enum BoundKind
{
    /// <summary>不低于</summary>
    AtLeast,

    /// <summary>不超过</summary>
    AtMost,
}

/// <summary>A day of every year; 29 February falls on 28 February in other years.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month.</param>
public sealed record YearDay(int Month, int Day)
{
    /// <summary>The day in a year.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}

/// <summary>A part of every year, both days included; it may run over New Year.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record Season(YearDay From, YearDay To)
{
    /// <summary>True for a day within it.</summary>
    public bool Holds(DateOnly day) => From.In(day.Year) <= To.In(day.Year)
        ? From.In(day.Year) <= day && day <= To.In(day.Year)
        : day >= From.In(day.Year) || day <= To.In(day.Year);
}
