using Federation.Domain.Divisions;
using Federation.Domain.Time;
using FsCheck.Fluent;
using static Federation.Domain.Tests.Time.Lists;

namespace Federation.Domain.Tests.Time;

public sealed class WorkingCalendarTests
{
    private static readonly UnitId Qinghai = UnitId.Parse("630000");
    private static readonly UnitId Haixi = UnitId.Parse("632800");
    private static readonly UnitId Golmud = UnitId.Parse("632801");
    private readonly WorkingCalendar calendar = National();

    [Theory]
    [InlineData("2026-02-10", 20, "2026-03-16")] // Spring Festival with make-up days on both sides
    [InlineData("2025-09-26", 20, "2025-10-30")] // National Day and Mid-Autumn together
    [InlineData("2026-01-28", 7, "2026-02-06")] // plain weeks
    [InlineData("2025-12-30", 3, "2026-01-05")] // across New Year; ends after a make-up Sunday
    [InlineData("2026-09-18", 15, "2026-10-15")] // Mid-Autumn and National Day, two make-up days
    [InlineData("2024-01-31", 20, "2024-03-04")] // Spring Festival 2024
    [InlineData("2020-01-20", 20, "2020-02-25")] // the extended Spring Festival
    [InlineData("2025-09-08", 20, "2025-10-11")] // ends on a Saturday made a working day
    public void Add_WorkedExample_GivesTheDay(string from, int days, string expected)
    {
        Assert.Equal(Day(expected), calendar.Add(Day(from), days));
        Assert.Equal(days, calendar.Between(Day(from), Day(expected)));
        var counted = calendar.Count(Day(from), days);
        Assert.Equal((Day(expected), days, false), (counted.Day, counted.Steps.Max(s => s.Number), counted.Provisional));
    }

    [Theory]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Year_Listed_HasItsWorkingDays(int year, int expected)
    {
        Assert.Equal(expected, calendar.Year(year).Count(d => d.Works));
        Assert.False(calendar.IsProvisional(year));
    }

    [Theory]
    [InlineData("2026-02-14", true, DayRule.MakeUpWorkday)] // a Saturday made a working day
    [InlineData("2026-02-17", false, DayRule.Holiday)] // a Tuesday off
    [InlineData("2026-03-16", true, DayRule.Weekday)]
    [InlineData("2026-03-15", false, DayRule.Weekend)]
    public void Day_HasItsRule(string day, bool works, DayRule rule)
    {
        var found = calendar[Day(day)];
        Assert.Equal((works, rule, false), (found.Works, found.Rule, found.Provisional));
        Assert.Equal(rule is DayRule.Holiday or DayRule.MakeUpWorkday, found.Notice == "国办发明电〔2025〕7号");
    }

    [Theory]
    [InlineData("2026-12-20", 5, false)] // stays within the last listed year
    [InlineData("2026-12-30", 1, false)] // ends on its last day
    [InlineData("2026-12-30", 2, true)] // New Year 2027: nobody has said yet
    [InlineData("2015-12-31", 1, false)] // back of the lists: the day from is not counted
    [InlineData("2015-12-30", 1, true)] // before the first list
    public void Count_IntoAYearWithoutNotice_IsProvisional(string from, int days, bool provisional) =>
        Assert.Equal(provisional, calendar.Count(Day(from), days).Provisional);

    [Fact]
    public void Day_OfAYearWithoutNotice_SaysSo()
    {
        var day = calendar[Day("2027-01-01")];
        Assert.True(day.Provisional && day.Works);
        Assert.Contains("未公布", day.Text, StringComparison.Ordinal);
        Assert.Contains("not published", day.TextEn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-20", 9, "2020-01-26", "2020-02-06", "2020-02-10")] // 31 Jan became a day off, 1 Feb is made up no more
    [InlineData("2019-04-25", 5, "2019-03-21", "2019-05-03", "2019-05-05")] // Labour Day of one day became four, with two Sundays worked
    public void Of_TheDayBefore_DoesNotKnowTheSecondNotice(string from, int days, string before, string then, string after)
    {
        var book = Book();
        Assert.Equal(Day(then), book.Of([UnitId.Nation], Day(before)).Add(Day(from), days));
        Assert.Equal(Day(after), book.Of([UnitId.Nation], Day(before).AddDays(1)).Add(Day(from), days));
    }

    [Fact]
    public void IsProvisional_BeforeTheNoticeOfTheYear()
    {
        var book = Book();
        Assert.True(book.IsProvisional(2026, Day("2025-11-03")));
        Assert.False(book.IsProvisional(2026, Day("2025-11-04")));
        Assert.True(book.Of([UnitId.Nation], Day("2025-11-03")).Count(Day("2025-12-30"), 3).Provisional);
    }

    [Fact]
    public void Override_HoldsForThoseBelow_AndTheNearestDecides()
    {
        var festival = Day("2026-07-15"); // a Wednesday
        var book = Book()
            .With(HolidayNotice.Range(Haixi, festival, festival.AddDays(1), ListedAs.Off, "那达慕", "海西州通知", Day("2026-06-01")))
            .With(HolidayNotice.Range(Golmud, festival, festival, ListedAs.Work, "那达慕", "格尔木市通知", Day("2026-06-02")));
        WorkingCalendar Of(params UnitId[] chain) => book.Of([.. chain, UnitId.Nation], Day("2026-07-01"));

        Assert.True(Of(Qinghai).IsWorkingDay(festival)); // not upwards
        Assert.False(Of(Haixi, Qinghai).IsWorkingDay(festival));
        Assert.True(Of(Golmud, Haixi, Qinghai).IsWorkingDay(festival)); // its own goes first
        Assert.False(Of(Golmud, Haixi, Qinghai).IsWorkingDay(festival.AddDays(1))); // inherited
        Assert.Equal((DayRule.LocalHoliday, Haixi), (Of(Golmud, Haixi)[festival.AddDays(1)].Rule, Of(Golmud, Haixi)[festival.AddDays(1)].SetBy!));
        Assert.True(book.Of([Haixi, Qinghai], Day("2026-05-31")).IsWorkingDay(festival)); // not known yet
    }

    [Fact]
    public void Override_Lifted_LetsWhatStandsAboveHoldAgain()
    {
        var day = Day("2026-02-14"); // make-up Saturday
        var book = Book()
            .With(HolidayNotice.Range(Golmud, day, day, ListedAs.Off, "雪灾", "一号", Day("2026-02-01")))
            .With(HolidayNotice.Range(Golmud, day, day, ListedAs.AsAbove, "雪灾", "二号", Day("2026-02-05")));
        Assert.False(book.Of([Golmud], Day("2026-02-04")).IsWorkingDay(day));
        Assert.Equal(DayRule.MakeUpWorkday, book.Of([Golmud], Day("2026-02-05"))[day].Rule);
    }

    [Fact]
    public void Within_HoursRunOnTheClock_DaysEndAtMidnightInBeijing()
    {
        var friday = new DateTimeOffset(2026, 3, 13, 17, 30, 0, TimeSpan.FromHours(8));
        Assert.Equal(friday.AddHours(24), WorkingCalendar.WithinHours(friday, 24)); // over the weekend
        Assert.Equal(BeijingTime.EndOf(Day("2026-03-18")), calendar.WithinWorkingDays(friday, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.WithinWorkingDays(friday, 0));
        Assert.Equal(Day("2026-03-16"), calendar.OnOrAfter(Day("2026-03-14")));
        Assert.Equal(Day("2026-02-14"), calendar.OnOrAfter(Day("2026-02-14")));
    }

    [Fact]
    public void Between_AnyDays_IsWhatIsCountedDayByDay()
    {
        var calendar = Lists.National();
        for (var from = new DateOnly(2024, 9, 20); from < new DateOnly(2025, 3, 1); from = from.AddDays(3))
        {
            var counted = 0;
            for (var day = from; day < from.AddDays(400); counted += calendar.IsWorkingDay(day) ? 1 : 0)
            {
                Assert.Equal(counted, calendar.Between(from, day));
                day = day.AddDays(1);
            }
        }
    }

    [Fact]
    public void AddAndBetween_AnyDays_AreInverse()
    {
        var cases = from offset in Gen.Choose(0, 3900) from days in Gen.Choose(-60, 60) from more in Gen.Choose(0, 60) select (offset, days, more);
        Property.Holds(cases, c =>
        {
            var from = Day("2016-01-01").AddDays(c.offset);
            var there = calendar.Add(from, c.days);
            Assert.Equal(c.days == 0 ? 0 : Math.Abs(c.days), c.days >= 0 ? calendar.Between(from, there) : calendar.Between(there.AddDays(-1), from.AddDays(-1)));
            Assert.True(c.days == 0 || calendar.IsWorkingDay(there));
            if (c.days >= 0) // in two steps as in one
                Assert.Equal(calendar.Add(from, c.days + c.more), calendar.Add(there, c.more));
            Assert.Equal(calendar.Add(from, -c.days), calendar.Subtract(from, c.days));
            Assert.Equal(-calendar.Between(from, there), calendar.Between(there, from));
        });
    }

    [Fact]
    public void Lists_WithFaults_NameEveryOne()
    {
        var (_, findings) = HolidayLists.Read(
            new StringReader("year,number,issued\n2026,一号,2025-11-04\nx,二号,2025\n"),
            new StringReader("date,kind,name,year\n2026-01-01,holiday,元旦,2026\n2026-01-01,workday,元旦,2026\n2027-01-01,holiday,元旦,2027\n2026-01-02,feast,元旦,2026\n"),
            new StringReader("date,before,notice\n2026-05-01,,九号\n2026-05-02,,一号\n"));
        Assert.Equal(
            ["CA-001 notices line 3", "CA-001 days line 5", "CA-001 changes", "CA-002 days line 4", "CA-002 changes line 2", "CA-003 days line 3"],
            findings.Select(f => $"{f.Code} {f.Where}").OrderBy(t => t[..6], StringComparer.Ordinal).ThenBy(t => t.Contains("notices", StringComparison.Ordinal) ? 0 : t.Contains("days", StringComparison.Ordinal) ? 1 : 2));
    }
}
