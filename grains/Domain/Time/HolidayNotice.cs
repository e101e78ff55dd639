using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>What a notice makes of a day.</summary>
public enum ListedAs
{
    /// <summary>放假: no working day, whatever its weekday.</summary>
    Off,

    /// <summary>调休上班: a working day, whatever its weekday.</summary>
    Work,

    /// <summary>撤销: what the unit itself had listed for the day is lifted; what stands above holds again.</summary>
    AsAbove,
}

/// <summary>One day that a notice names.</summary>
/// <param name="Day">The day.</param>
/// <param name="As">What it is made.</param>
/// <param name="Name">Name of the festival, for example 春节.</param>
public sealed record ListedDay(DateOnly Day, ListedAs As, string Name);

/// <summary>
/// 放假安排通知: days off and make-up workdays, by the State Council for a year, or by a local government for its territory (全国年节及纪念日放假办法
/// art. 4 leaves festivals of minorities to it).
/// </summary>
/// <param name="Top">Unit whose notice it is; it holds for everything below. The nation for the State Council's.</param>
/// <param name="Year">Year whose list it is; null for a notice that only changes single days, such as a local one.</param>
/// <param name="KnownFrom">Day it was published, or for an act kept here the day of the act: the first day whose computations may rest on it.</param>
/// <param name="Number">Number or title, as cited.</param>
/// <param name="Days">Days it names, in order. A list may name December days of the year before.</param>
public sealed record HolidayNotice(UnitId Top, int? Year, DateOnly KnownFrom, string Number, ImmutableArray<ListedDay> Days)
{
    /// <summary>First day it names; null when it names none.</summary>
    public DateOnly? First => Days.IsEmpty ? null : Days.Min(d => d.Day);

    /// <summary>Last day it names; null when it names none.</summary>
    public DateOnly? Last => Days.IsEmpty ? null : Days.Max(d => d.Day);

    /// <summary>A notice that makes one thing of every day of a range.</summary>
    /// <param name="top">Unit whose notice it is.</param>
    /// <param name="first">First day, inclusive.</param>
    /// <param name="last">Last day, inclusive; not before the first.</param>
    /// <param name="listedAs">What the days are made.</param>
    /// <param name="name">Name of the festival.</param>
    /// <param name="number">Number or title of the notice.</param>
    /// <param name="knownFrom">Day from which it is known.</param>
    public static HolidayNotice Range(UnitId top, DateOnly first, DateOnly last, ListedAs listedAs, string name, string number, DateOnly knownFrom) =>
        new(top, null, knownFrom, number, [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(n => new ListedDay(first.AddDays(n), listedAs, name))]);
}
