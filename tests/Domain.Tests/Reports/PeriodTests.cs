using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Reports;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("annual-2000", 2000)] // first
    [InlineData("annual-2025", 2025)]
    [InlineData("annual-2999", 2999)] // last
    public void Parse_LawfulId_IsTheReportYear(string text, int year)
    {
        Assert.Equal(PeriodId.Annual(year), PeriodId.Parse(text));
        Assert.Equal(text, PeriodId.Annual(year).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025")]
    [InlineData("annual-1999")]
    [InlineData("annual-3000")]
    [InlineData("annual-025")]
    [InlineData("annual-20255")]
    [InlineData("Annual-2025")]
    [InlineData(" annual-2025")]
    [InlineData("annual-2025\n")]
    [InlineData("annual-２０２５")] // full-width digits
    [InlineData("quarter-2025-1")]
    public void TryParse_AnyOtherShape_IsRefused(string? text)
    {
        Assert.False(PeriodId.TryParse(text, out _));
        if (text is not null)
            Assert.Throws<FormatException>(() => PeriodId.Parse(text));
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(3000)]
    [InlineData(0)]
    public void Annual_YearThatCouldNotBeReadAgain_IsMisuse(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.Annual(year));

    // Art. 49 of the Regulation; 31 January is the date also when it is a day off, as in 2027.
    [Theory]
    [InlineData(UnitKind.Agency, 2025, "2026-01-31")]
    [InlineData(UnitKind.Agency, 2026, "2027-01-31")] // a Sunday
    [InlineData(UnitKind.Territory, 2025, "2026-03-31")]
    [InlineData(UnitKind.Territory, 2023, "2024-03-31")]
    public void Of_KindAndYear_IsTheLastDayInTime(UnitKind kind, int year, string due) =>
        Assert.Equal(Units.Day(due), Deadlines.Of(kind, PeriodId.Annual(year)));

    [Theory]
    [InlineData(2025, "2025-12-31", "2026-01-01", true)] // the first day on which it is over
    [InlineData(2025, "2025-12-31", "2025-12-31", false)] // its last day
    [InlineData(2025, "2025-12-31", "2025-06-01", false)]
    [InlineData(2025, "2026-01-05", "2026-01-05", true)] // the tree of today
    [InlineData(2025, "2026-01-06", "2026-01-05", false)] // a tree still to come
    [InlineData(2025, "2025-01-01", "2026-01-05", true)] // an earlier tree
    [InlineData(2021, "2021-12-31", "2026-01-05", true)] // the first year of the form
    [InlineData(2020, "2020-12-31", "2026-01-05", false)] // no form is known
    public void Check_YearAndDays_OpensOnlyAnEndedYearWithAForm(int year, string asOf, string today, bool opens) =>
        Assert.Equal(opens ? [] : ["AR-109"], ReportPeriods.Check(PeriodId.Annual(year), Units.Day(asOf), Units.Day(today)).Select(f => f.Code));

    [Fact]
    public void LastDayOf_Year_IsNewYearsEve() => Assert.Equal(new DateOnly(2025, 12, 31), ReportPeriods.LastDayOf(PeriodId.Annual(2025)));
}
