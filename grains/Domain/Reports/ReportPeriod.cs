using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>A period was opened and its list frozen.</summary>
/// <param name="Period">Its id.</param>
/// <param name="Form">Its form.</param>
/// <param name="AsOf">Day whose tree was frozen.</param>
/// <param name="Expected">How many must file.</param>
/// <param name="RosterHash">Hash of the frozen list.</param>
public sealed record PeriodOpened(PeriodId Period, string Form, DateOnly AsOf, int Expected, ImmutableArray<byte> RosterHash);

/// <summary>Opening of periods.</summary>
public static class ReportPeriods
{
    /// <summary>Last day of a report year: the tree of this day is frozen unless another is named.</summary>
    public static DateOnly LastDayOf(PeriodId period) => new(period.Year, 12, 31);

    /// <summary>What speaks against opening a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="asOf">Day whose tree is to be frozen.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <returns>AR-109 when no form is known for the year, the year has not ended, or the day to be frozen is still to come.</returns>
    public static ImmutableArray<Finding> Check(PeriodId period, DateOnly asOf, DateOnly today) =>
        Forms.For(period) is null || today <= LastDayOf(period) || asOf > today ? [ReportRules.PeriodTooEarly.At("period")] : [];
}
