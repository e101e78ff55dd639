using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>Why a day is or is not a working day.</summary>
public enum DayRule
{
    /// <summary>Monday to Friday, in no list.</summary>
    Weekday,

    /// <summary>Saturday or Sunday, in no list.</summary>
    Weekend,

    /// <summary>放假: listed off by the State Council.</summary>
    Holiday,

    /// <summary>调休上班: listed as working by the State Council.</summary>
    MakeUpWorkday,

    /// <summary>地方放假: listed off by a local government.</summary>
    LocalHoliday,

    /// <summary>地方上班: listed as working by a local government.</summary>
    LocalWorkday,
}

/// <summary>One day of a calendar that explains itself.</summary>
/// <param name="Day">The day.</param>
/// <param name="Works">True for a working day.</param>
/// <param name="Rule">Why.</param>
/// <param name="Name">Name of the festival; empty when in no list.</param>
/// <param name="Notice">Notice that lists it; empty when in no list.</param>
/// <param name="SetBy">Unit whose notice it is; null when in no list.</param>
/// <param name="Provisional">The year's list is not published.</param>
public sealed record CalendarDay(DateOnly Day, bool Works, DayRule Rule, string Name, string Notice, UnitId? SetBy, bool Provisional)
{
    private string Weekday => "周" + "日一二三四五六"[(int)Day.DayOfWeek];

    /// <summary>The reason in Chinese, one sentence.</summary>
    public string Text => Rule switch
    {
        DayRule.Weekday => $"{Weekday},工作日",
        DayRule.Weekend => $"{Weekday},休息日",
        DayRule.Holiday or DayRule.LocalHoliday => $"{Weekday},{Name}放假({Notice})",
        _ => $"{Weekday},{Name}调休上班({Notice})",
    } + (Provisional ? $";{Day.Year.ToString(CultureInfo.InvariantCulture)} 年放假安排未公布,暂按平日推算" : "");

    /// <summary>The reason in English, one sentence.</summary>
    public string TextEn => Rule switch
    {
        DayRule.Weekday => $"{Day.DayOfWeek}, a working day",
        DayRule.Weekend => $"{Day.DayOfWeek}, weekend",
        DayRule.Holiday or DayRule.LocalHoliday => $"{Day.DayOfWeek}, off for {Name} ({Notice})",
        _ => $"{Day.DayOfWeek}, made a working day for {Name} ({Notice})",
    } + (Provisional ? $"; the list of {Day.Year.ToString(CultureInfo.InvariantCulture)} is not published, by weekday for now" : "");
}

/// <summary>A date counted in working days, with the count.</summary>
/// <param name="From">Day 0, not counted.</param>
/// <param name="Days">Working days counted; negative: back.</param>
/// <param name="Day">The last day counted.</param>
/// <param name="Provisional">The count ran through a year whose list is not published: the date may move.</param>
/// <param name="KnownOn">Day of whose knowledge the calendar is.</param>
/// <param name="Steps">Every day passed, in the order counted, with its number when it counts (0 when it does not).</param>
public sealed record CountedDate(DateOnly From, int Days, DateOnly Day, bool Provisional, DateOnly KnownOn, ImmutableArray<CountedDay> Steps);

/// <summary>One day of a count.</summary>
/// <param name="Day">The day.</param>
/// <param name="Number">How many working days are counted with it; 0 when it is none.</param>
public sealed record CountedDay(CalendarDay Day, int Number);
