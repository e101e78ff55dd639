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
    /// <summary>Last day of a period: the tree of this day is frozen unless another is named.</summary>
    public static DateOnly LastDayOf(PeriodId period) => period.LastDay;

    /// <summary>What speaks against opening a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="asOf">Day whose tree is to be frozen.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <param name="named">The form that was named; null: the one that the period takes by itself. A special period needs one.</param>
    /// <returns>
    /// AR-109 when no form is known for the period or the one named is for another kind, the period has not ended (for a special one: has not
    /// begun), or the day to be frozen is still to come.
    /// </returns>
    public static ImmutableArray<Finding> Check(PeriodId period, DateOnly asOf, DateOnly today, ReportForm? named = null)
    {
        var form = named ?? Forms.For(period);
        var ready = period.Kind == PeriodKind.Special ? today >= period.FirstDay : today > period.LastDay;
        return form?.Takes == period.Kind && form.Since <= period.Year && ready && asOf <= today ? [] : [ReportRules.PeriodTooEarly.At("period")];
    }
}
