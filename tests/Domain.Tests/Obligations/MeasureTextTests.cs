using Federation.Domain.Obligations;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Obligations;

public sealed class MeasureTextTests
{
    private static readonly Gen<YearDay> Days = Gen.Choose(0, 365).Select(d => new DateOnly(2024, 1, 1).AddDays(d)).Select(d => new YearDay(d.Month, d.Day));

    private static readonly Gen<Cadence> Cadences = Gen.Elements(Enum.GetValues<Cadence>());

    private static readonly Gen<Measure> Measures = Gen.OneOf<Measure>(
        Gen.Choose(0, 4000).Select(d => (Measure)new OnceBy(d == 0 ? null : new DateOnly(2016, 1, 1).AddDays(d))),
        from c in Cadences
        from days in Gen.Choose(0, 30)
        from first in Days
        from last in Days
        from has in Gen.Choose(0, 1)
        select (Measure)new EveryPeriod(c, days) { Season = has == 1 ? new Season(first, last) : null },
        Days.Select(d => (Measure)new EveryPeriod(Cadence.Yearly, 0) { By = d }),
        from c in Cadences
        from least in Gen.Choose(0, 50)
        from most in Gen.Choose(0, 9)
        select (Measure)new CountPerPeriod(least, c) { AtMost = most == 0 ? null : most },
        from c in Cadences
        from bound in Gen.Choose(0, 10_000)
        from kind in Gen.Elements(BoundKind.AtLeast, BoundKind.AtMost)
        select (Measure)new RatioBound(bound / 10_000m, kind, c),
        from amount in Gen.Choose(0, 365)
        from unit in Gen.Elements(Enum.GetValues<LimitUnit>())
        select (Measure)new WithinOfEvent("文件公开", amount, unit));

    [Fact]
    public void Parse_WhatWasWritten_IsTheMeasure() => Property.Holds(Measures, m => Assert.Equal(m, MeasureText.Parse(MeasureText.Write(m))));

    [Theory]
    [InlineData("once 2026-12-31")]
    [InlineData("once")]
    [InlineData("every monthly +5")]
    [InlineData("every yearly by 01-31")]
    [InlineData("every five_daily season 09-01..12-31")]
    [InlineData("count >=2 quarterly")]
    [InlineData("count <=1 continuous")]
    [InlineData("ratio >=0.5 yearly")]
    [InlineData("ratio <=0.02 yearly")]
    [InlineData("within 3 working_days of 文件公开")]
    public void Write_WhatWasParsed_IsTheText(string text) => Assert.Equal(text, MeasureText.Write(MeasureText.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("once 2026-02-30")]
    [InlineData("every")]
    [InlineData("every fortnightly")]
    [InlineData("every monthly by 01-31")] // a day of the year for what is monthly
    [InlineData("every yearly by 02-30")]
    [InlineData("count quarterly")] // no bound at all
    [InlineData("ratio >=1.5 yearly")]
    [InlineData("ratio 0.5 yearly")]
    [InlineData("within 3 weeks of 文件公开")]
    [InlineData("within 3 working_days of ")]
    [InlineData("within -3 working_days of 文件公开")]
    public void TryParse_AnythingElse_IsNoMeasure(string text) => Assert.False(MeasureText.TryParse(text, out _));

    [Theory]
    [InlineData("330000/2026/12#一/(一)", true)]
    [InlineData("500151.audit/2026/3#三/2~2", true)]
    [InlineData("330000/2026/12", false)]
    [InlineData("330000/26/12#一", false)]
    [InlineData("330000/2026/12#", false)]
    [InlineData("330000/2026/12#一 二", false)]
    public void DutyId_OfPlanAndClause_ReadsBack(string text, bool valid)
    {
        Assert.Equal(valid, DutyId.TryParse(text, out var id));
        Assert.True(!valid || id!.ToString() == text);
    }
}
