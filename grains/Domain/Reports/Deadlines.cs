using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>Last days of a period by class of body, before any local layer: what the law or the opening says.</summary>
/// <param name="Agencies">Last day in time for agencies, inclusive.</param>
/// <param name="Governments">Last day in time for governments, towns and streets included, inclusive.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception, inclusive.</param>
/// <param name="Basis">Law or notice that sets the two dates, short.</param>
public sealed record BaseDates(DateOnly Agencies, DateOnly Governments, DateOnly Locks, string Basis)
{
    /// <summary>The date of a class of body.</summary>
    public DateOnly Of(UnitKind kind) => kind == UnitKind.Agency ? Agencies : Governments;
}

/// <summary>Last days on which a report is in time.</summary>
/// <remarks>
/// Source: 政府信息公开条例 (国令第711号, in force 2019-05-15) art. 49: agencies by 31 January, governments by 31 March of the year after. Towns
/// and streets are not named there; the date of governments holds for them unless a local notice sets an earlier one. The Regulation moves no
/// date that falls on a day off. Quarters: the 8th of the month after, as local statistics regimes have it (皖政办秘〔2009〕59号).
/// </remarks>
public static class Deadlines
{
    /// <summary>
    /// Calendar days after the date of governments during which a late first filing is still taken from everybody: an agency's is wanted as
    /// long as the government above it may itself still file. The system's own rule; see docs/decisions/0006.
    /// </summary>
    public const int DaysToLock = 30;

    private const string Article49 = "《政府信息公开条例》第四十九条";
    private const string QuarterRegime = "地方季度统计制度(季后首月8日前)";
    private const int QuarterDay = 8;

    /// <summary>Due date of a body's annual report by law.</summary>
    /// <returns>The last day in time, inclusive.</returns>
    public static DateOnly Of(UnitKind kind, PeriodId period) => Annual(period.Year).Of(kind);

    /// <summary>Dates of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="openedOn">Beijing date of the opening; the lock counts from it when the law's date is past already. Null: by law alone.</param>
    /// <param name="due">Last day given at the opening of a special collection; ignored otherwise.</param>
    /// <param name="title">Title of a special collection.</param>
    /// <remarks>The one place that chooses by kind of period.</remarks>
    public static BaseDates For(PeriodId period, DateOnly? openedOn = null, DateOnly? due = null, string title = "") => period.Kind switch
    {
        PeriodKind.Quarter => Opened(Quarter(period.LastDay), openedOn),
        PeriodKind.Special => Special(due ?? period.LastDay, title.Length > 0 ? title : period.ToString()),
        _ => Opened(Annual(period.Year), openedOn),
    };

    /// <summary>Dates of the annual reports of a year.</summary>
    public static BaseDates Annual(int year) => Dates(new DateOnly(year + 1, 1, 31), new DateOnly(year + 1, 3, 31), Article49);

    /// <summary>Dates of quarterly figures: the 8th of the month after the quarter, for every class.</summary>
    /// <param name="lastDay">Last day of the quarter.</param>
    public static BaseDates Quarter(DateOnly lastDay)
    {
        var next = lastDay.AddDays(1);
        var due = new DateOnly(next.Year, next.Month, QuarterDay);
        return Dates(due, due, QuarterRegime);
    }

    /// <summary>Dates of a special collection: the one day given at its opening, for every class.</summary>
    /// <param name="due">Last day in time.</param>
    /// <param name="title">Its title: what asked for it.</param>
    public static BaseDates Special(DateOnly due, string title) => Dates(due, due, title);

    /// <summary>The same dates for a period opened on a day: one opened after its dates (an earlier year made good) is not locked at once.</summary>
    public static BaseDates Opened(BaseDates dates, DateOnly? openedOn) =>
        openedOn > dates.Governments ? dates with { Locks = openedOn.Value.AddDays(DaysToLock) } : dates;

    private static BaseDates Dates(DateOnly agencies, DateOnly governments, string basis) => new(agencies, governments, governments.AddDays(DaysToLock), basis);
}
