using Federation.Domain.Divisions;

namespace Federation.Domain.Reports;

/// <summary>Last days on which an annual report is in time.</summary>
/// <remarks>
/// Source: 政府信息公开条例 (国令第711号, in force 2019-05-15) art. 49: agencies by 31 January, governments by 31 March of the year after. Towns
/// and streets are not named there; the date of governments holds for them unless a local notice sets an earlier one. The Regulation moves no
/// date that falls on a day off.
/// </remarks>
public static class Deadlines
{
    /// <summary>Due date of a body's annual report.</summary>
    /// <returns>The last day in time, inclusive.</returns>
    public static DateOnly Of(UnitKind kind, PeriodId period) =>
        kind == UnitKind.Agency ? new DateOnly(period.Year + 1, 1, 31) : new DateOnly(period.Year + 1, 3, 31);
}
