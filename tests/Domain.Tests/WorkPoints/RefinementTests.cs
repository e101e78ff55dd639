using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.WorkPoints;

public sealed class RefinementTests
{
    [Theory] // what a lower plan asks, what the plan above asks, whether the first may stand for the second
    [InlineData("once 2026-11-30", "once 2026-12-31", true)] // earlier
    [InlineData("once 2026-12-31", "once 2026-12-31", true)] // the same day
    [InlineData("once 2027-01-01", "once 2026-12-31", false)] // a day later
    [InlineData("once", "once 2026-12-31", false)] // no date is later than any
    [InlineData("once 2026-12-31", "once", true)]
    [InlineData("every monthly", "every quarterly", true)]
    [InlineData("every quarterly", "every monthly", false)]
    [InlineData("every monthly +5", "every monthly +3", false)] // five days after the month is later than three
    [InlineData("every weekly", "every monthly", true)]
    [InlineData("every five_daily", "every weekly", false)] // nine days can pass between two acts
    [InlineData("every working_daily", "every weekly", false)] // Spring Festival of 2026 has a week without a working day
    [InlineData("every working_daily", "every monthly", true)]
    [InlineData("every monthly", "every unstated", true)]
    [InlineData("every unstated", "every yearly", false)]
    [InlineData("every yearly by 01-20", "every yearly by 01-31", true)]
    [InlineData("every yearly by 02-01", "every yearly by 01-31", false)]
    [InlineData("every yearly", "every yearly by 01-31", false)]
    [InlineData("every monthly season 05-01..09-30", "every monthly", false)] // part of the year alone
    [InlineData("every monthly", "every monthly season 05-01..09-30", true)]
    [InlineData("count >=1 monthly", "count >=3 quarterly", true)]
    [InlineData("count >=1 monthly", "count >=4 quarterly", false)]
    [InlineData("count >=6 half_yearly", "count >=3 quarterly", false)] // all six may fall into one quarter
    [InlineData("count >=2 quarterly", "every quarterly", true)]
    [InlineData("every quarterly", "count >=1 quarterly", true)]
    [InlineData("every quarterly +5", "count >=1 quarterly", false)] // done in the next quarter, it is none of this one
    [InlineData("count <=2 yearly", "count <=1 yearly", false)]
    [InlineData("ratio >=0.6 yearly", "ratio >=0.5 yearly", true)]
    [InlineData("ratio >=0.4 yearly", "ratio >=0.5 yearly", false)]
    [InlineData("ratio <=0.01 yearly", "ratio <=0.02 yearly", true)]
    [InlineData("ratio >=0.5 quarterly", "ratio >=0.5 yearly", true)]
    [InlineData("ratio >=0.5 yearly", "ratio >=0.5 quarterly", false)]
    [InlineData("ratio >=0.6 yearly", "ratio <=0.5 yearly", false)]
    [InlineData("within 3 working_days of 文件公开", "within 3 working_days of 文件公开", true)]
    [InlineData("within 4 working_days of 文件公开", "within 3 working_days of 文件公开", false)]
    [InlineData("within 3 days of 文件公开", "within 3 working_days of 文件公开", true)]
    [InlineData("within 3 working_days of 文件公开", "within 5 days of 文件公开", false)] // a holiday may lie between
    [InlineData("within 24 hours of 文件公开", "within 1 working_days of 文件公开", true)]
    [InlineData("within 25 hours of 文件公开", "within 1 days of 文件公开", false)]
    [InlineData("within 1 years of 文件公开", "within 12 months of 文件公开", true)]
    [InlineData("within 3 days of 会议", "within 3 days of 文件公开", false)]
    [InlineData("every monthly", "once 2026-12-31", false)] // not to be compared
    public void IsNoWeaker_LowerAndUpper_IsAsTheCalendarAllows(string lower, string upper, bool expected) =>
        Assert.Equal(expected, Refinement.IsNoWeaker(MeasureText.Parse(lower), MeasureText.Parse(upper)));

    [Fact]
    public void IsNoWeaker_AnyMeasure_ThanItself() => Property.Holds(AnyMeasure, m => Assert.True(Refinement.IsNoWeaker(m, m), $"{m}"));

    [Fact] // a cascade of any depth never weakens: what no step weakens, the whole way does not
    public void IsNoWeaker_AlongAnyWay_HoldsFromEndToEnd() => Property.Holds(AnyMeasure.ArrayOf(30), all =>
    {
        foreach (var b in all)
        {
            foreach (var a in all.Where(a => Refinement.IsNoWeaker(a, b)))
                Assert.All(all.Where(c => Refinement.IsNoWeaker(b, c)), c => Assert.True(Refinement.IsNoWeaker(a, c), $"{a} / {b} / {c}"));
        }
    });

    private static Gen<Measure> AnyMeasure { get; } = Gen.OneOf(
        from day in Gen.Choose(-1, 3) select (Measure)new OnceBy(day < 0 ? null : new DateOnly(2026, 12, 28 + day)),
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        from days in Gen.Choose(0, 2)
        from season in Gen.Elements(null, new Season(new(5, 1), new(9, 30)))
        select (Measure)new EveryPeriod(cadence, days) { Season = season },
        from month in Gen.Choose(1, 3) select (Measure)new EveryPeriod(Cadence.Yearly, 0) { By = new YearDay(month, 15) },
        from count in Gen.Choose(0, 12)
        from most in Gen.Elements<int?>(null, 1, 3)
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        select (Measure)new CountPerPeriod(count, cadence) { AtMost = most },
        from bound in Gen.Choose(1, 4)
        from kind in Gen.Elements(Enum.GetValues<BoundKind>())
        from cadence in Gen.Elements(Enum.GetValues<Cadence>())
        select (Measure)new RatioBound(bound / 4m, kind, cadence),
        from amount in Gen.Choose(0, 48)
        from unit in Gen.Elements(Enum.GetValues<LimitUnit>())
        select (Measure)new WithinOfEvent("公开", amount, unit));
}
