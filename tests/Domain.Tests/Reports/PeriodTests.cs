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
    [InlineData("quarter-2025-0")]
    [InlineData("quarter-2025-5")]
    [InlineData("quarter-2025-１")] // full-width digit
    [InlineData("quarter-2025-1 ")]
    [InlineData("quarter-1999-1")]
    [InlineData("quarter-20251")]
    [InlineData("quarter-2025_1")]
    [InlineData("special-2025-")]
    [InlineData("special-2025")]
    [InlineData("special-1999-a")]
    [InlineData("special-2025-Channels")]
    [InlineData("special-2025-1a")] // begins with a digit
    [InlineData("special-2025--a")]
    [InlineData("special-2025-a/b")] // would break a key
    [InlineData("special-2025-a_b")]
    [InlineData("special-2025-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")] // 41 letters
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
    [InlineData(2019, "2019-12-31", "2026-01-05", true)] // the first year with a form
    [InlineData(2018, "2018-12-31", "2026-01-05", false)] // no form is known
    public void Check_YearAndDays_OpensOnlyAnEndedYearWithAForm(int year, string asOf, string today, bool opens) =>
        Assert.Equal(opens ? [] : ["AR-109"], ReportPeriods.Check(PeriodId.Annual(year), Units.Day(asOf), Units.Day(today)).Select(f => f.Code));

    [Theory]
    [InlineData("quarter-2025-1", "2025-03-31", "2025-04-01", true)] // the first day on which it is over
    [InlineData("quarter-2025-1", "2025-03-31", "2025-03-31", false)] // its last day
    [InlineData("quarter-2025-4", "2025-12-31", "2026-01-01", true)]
    [InlineData("quarter-2021-1", "2021-03-31", "2026-01-01", true)] // the first quarter with a form
    [InlineData("quarter-2020-4", "2020-12-31", "2026-01-01", false)]
    public void Check_OtherPeriod_OpensWhenItIsOverAndHasAForm(string period, string asOf, string today, bool opens) =>
        Assert.Equal(opens ? [] : ["AR-109"], ReportPeriods.Check(PeriodId.Parse(period), Units.Day(asOf), Units.Day(today)).Select(f => f.Code));

    [Theory]
    [InlineData("special-2025-channels", "special-channels", "2025-01-01", "")] // a special period is opened while its year runs
    [InlineData("special-2025-channels", "special-channels", "2024-12-31", "AR-109")] // or later, never before
    [InlineData("special-2024-channels", "special-channels", "2025-01-01", "DL-012")] // before the form began
    [InlineData("special-2025-channels", "annual-2021", "2025-01-01", "DL-012")] // a form of another kind
    [InlineData("special-2025-channels", "no-such-form", "2025-01-01", "DL-012")]
    [InlineData("special-2025-channels", "", "2025-01-01", "DL-012")] // its form is not named
    [InlineData("annual-2024", "special-channels", "2025-01-01", "DL-012")]
    [InlineData("annual-2024", "annual-2021", "2025-01-01", "")]
    [InlineData("annual-2024", "annual-2019", "2025-01-01", "DL-012")] // 国办公开办函〔2021〕30号 replaced it
    [InlineData("annual-2020", "annual-2019", "2025-01-01", "")]
    public void Check_FormNamed_OpensWhenItIsTheOneOfThatPeriod(string period, string form, string today, string expected) => Assert.Equal(
        expected,
        string.Join(' ', ReportPeriods.Check(PeriodId.Parse(period), Units.Day(today), Units.Day(today), form, period.StartsWith("special", StringComparison.Ordinal) ? Units.Day("2025-06-30") : null).Select(f => f.Code)));

    [Theory]
    [InlineData("annual-2025", "2025-01-01", "2025-12-31", "annual-2024")]
    [InlineData("annual-2000", "2000-01-01", "2000-12-31", null)]
    [InlineData("quarter-2025-1", "2025-01-01", "2025-03-31", "quarter-2024-4")]
    [InlineData("quarter-2024-2", "2024-04-01", "2024-06-30", "quarter-2024-1")]
    [InlineData("quarter-2024-3", "2024-07-01", "2024-09-30", "quarter-2024-2")]
    [InlineData("quarter-2024-4", "2024-10-01", "2024-12-31", "quarter-2024-3")]
    [InlineData("quarter-2000-1", "2000-01-01", "2000-03-31", null)]
    [InlineData("special-2025-channels", "2025-01-01", "2025-12-31", null)]
    public void Days_AnyPeriod_AreThoseOfTheCalendar(string period, string first, string last, string? previous)
    {
        var read = PeriodId.Parse(period);

        Assert.Equal((Units.Day(first), Units.Day(last), previous), (read.FirstDay, read.LastDay, read.Previous?.ToString()));
        Assert.Equal(read.LastDay, ReportPeriods.LastDayOf(read));
        Assert.Equal(period, read.ToString());
    }

    [Theory]
    [InlineData("annual-2025", PeriodKind.Annual, 0, "", "2025 年度", "Year 2025")]
    [InlineData("quarter-2025-3", PeriodKind.Quarter, 3, "", "2025 年第三季度", "Quarter 3 of 2025")]
    [InlineData("special-2025-a", PeriodKind.Special, 0, "a", "2025 年专项(a)", "Special report 2025 (a)")]
    [InlineData("special-2025-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-09", PeriodKind.Special, 0, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-09", "2025 年专项(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-09)", "Special report 2025 (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-09)")] // 40 letters
    public void Parse_AnyPeriod_KnowsWhatItIs(string text, PeriodKind kind, int quarter, string name, string chinese, string english)
    {
        var period = PeriodId.Parse(text);

        Assert.Equal((kind, 2025, quarter, name, chinese, english), (period.Kind, period.Year, period.Quarter, period.Name, period.InChinese, period.InEnglish));
        Assert.Equal(PeriodId.Parse(text), period);
        Assert.Equal(period, kind switch { PeriodKind.Annual => PeriodId.Annual(2025), PeriodKind.Quarter => PeriodId.QuarterOf(2025, quarter), _ => PeriodId.Special(2025, name) });
    }

    [Fact]
    public void QuarterAndSpecial_ThatCouldNotBeReadAgain_AreMisuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.QuarterOf(2025, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.QuarterOf(2025, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.QuarterOf(1999, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.Special(2025, "Channels"));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeriodId.Special(3000, "channels"));
    }
}
