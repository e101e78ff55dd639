using System.Collections.Immutable;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>
/// Whether what a lower plan asks is no weaker than what the plan above asks: whoever fulfils the first has fulfilled the second. A partial
/// order; what cannot be compared is weaker.
/// </summary>
public static class Refinement
{
    private const long Ever = 1_000_000; // of a period without end there are as many whole parts as one likes

    /// <summary>True when fulfilling the first fulfils the second.</summary>
    public static bool IsNoWeaker(Measure lower, Measure upper) => (lower, upper) switch
    {
        (OnceBy a, OnceBy b) => b.Due is null || a.Due <= b.Due,
        (EveryPeriod a, EveryPeriod b) => InSeason(a, b) && (a.By is null && b.By is null
            ? Whole(a.Cadence, b.Cadence) >= 1 && (a.DueDays <= b.DueDays || b.Cadence == Cadence.Unstated)
            : a.By is not null && b.By is not null && a.Cadence == b.Cadence && IsNoLater(a.By, b.By)),
        (CountPerPeriod a, CountPerPeriod b) => Times(a, b.Cadence) >= b.AtLeast && (b.AtMost is null || (a.AtMost <= b.AtMost && a.Cadence == b.Cadence)),
        (EveryPeriod a, CountPerPeriod b) => b.AtMost is null && (b.AtLeast <= 0 || (a is { DueDays: 0, By: null, Season: null } && Whole(a.Cadence, b.Cadence) >= b.AtLeast)),
        (CountPerPeriod a, EveryPeriod b) => b.By is null && Times(a, b.Cadence) >= 1,
        (RatioBound a, RatioBound b) => a.Kind == b.Kind && Whole(a.Cadence, b.Cadence) >= 1 && (a.Kind == BoundKind.AtLeast ? a.Bound >= b.Bound : a.Bound <= b.Bound),
        (WithinOfEvent a, WithinOfEvent b) => a.Event == b.Event && IsNoLonger(a.Amount, a.Unit, b.Amount, b.Unit),
        _ => false,
    };

    /// <summary>What a clause asks less than the clause it carries on: the measures above that none of its own fulfils.</summary>
    public static ImmutableArray<Measure> Missing(ImmutableArray<Measure> lower, ImmutableArray<Measure> upper) =>
        [.. upper.Where(u => !lower.Any(l => IsNoWeaker(l, u)))];

    /// <summary>True when a lower measure of the same kind only fails by its date.</summary>
    public static bool IsOnlyLater(ImmutableArray<Measure> lower, Measure upper) =>
        upper is OnceBy { Due: { } due } && lower.OfType<OnceBy>().Any(l => l.Due is null || l.Due > due);

    private static bool InSeason(EveryPeriod a, EveryPeriod b) => a.Season is null || a.Season == b.Season;

    private static bool IsNoLater(YearDay a, YearDay b) => (a.Month, a.Day).CompareTo((b.Month, b.Day)) <= 0;

    private static long Times(CountPerPeriod a, Cadence within) => Math.Max(0, a.AtLeast) * Whole(a.Cadence, within);

    // How many whole periods of the first lie in every period of the second, at least. Weeks and spans of five days straddle months.
    private static long Whole(Cadence part, Cadence within)
    {
        if (part == within)
            return 1;
        if (part == Cadence.Unstated)
            return 0;
        if (within == Cadence.Unstated || part == Cadence.Continuous)
            return Ever;
        return (part, within) switch
        {
            (Cadence.Daily, Cadence.WorkingDaily) => 1,
            (Cadence.WorkingDaily, Cadence.Monthly) => 10, // nine days off in a row leave a week without a working day, no month
            (Cadence.WorkingDaily, Cadence.Quarterly) => 50,
            (Cadence.WorkingDaily, Cadence.HalfYearly) => 110,
            (Cadence.WorkingDaily, Cadence.Yearly) => 240,
            (Cadence.Daily or Cadence.FiveDaily or Cadence.Weekly, not (Cadence.Continuous or Cadence.WorkingDaily)) => Math.Max(0, (Days(within) - Days(part) + 1) / Days(part)),
            (Cadence.Monthly or Cadence.Quarterly or Cadence.HalfYearly, Cadence.Quarterly or Cadence.HalfYearly or Cadence.Yearly) => Months(within) / Months(part),
            _ => 0,
        };
    }

    private static int Days(Cadence cadence) => cadence switch
    {
        Cadence.FiveDaily => 5,
        Cadence.Weekly => 7,
        Cadence.Monthly => 28,
        Cadence.Quarterly => 90,
        Cadence.HalfYearly => 181,
        Cadence.Yearly => 365,
        _ => 1,
    };

    private static int Months(Cadence cadence) => cadence switch
    {
        Cadence.Monthly => 1,
        Cadence.Quarterly => 3,
        Cadence.HalfYearly => 6,
        _ => 12,
    };

    // In days at most and at least; working days may be stretched by any holiday, so only they bound themselves.
    private static bool IsNoLonger(int a, LimitUnit aUnit, int b, LimitUnit bUnit)
    {
        if (aUnit == bUnit)
            return a <= b;
        if (aUnit is LimitUnit.Months or LimitUnit.Years && bUnit is LimitUnit.Months or LimitUnit.Years)
            return InMonths(a, aUnit) <= InMonths(b, bUnit);
        return aUnit != LimitUnit.WorkingDays && Longest(a, aUnit) <= Shortest(b, bUnit);
    }

    private static long InMonths(int amount, LimitUnit unit) => unit == LimitUnit.Years ? 12L * amount : amount;

    private static long Longest(int amount, LimitUnit unit) => unit switch // hours
    {
        LimitUnit.Hours => amount,
        LimitUnit.CalendarDays => 24L * amount,
        _ => 24L * 31 * InMonths(amount, unit),
    };

    private static long Shortest(int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.Hours => amount,
        LimitUnit.CalendarDays or LimitUnit.WorkingDays => 24L * amount,
        _ => 24L * 28 * InMonths(amount, unit),
    };
}
