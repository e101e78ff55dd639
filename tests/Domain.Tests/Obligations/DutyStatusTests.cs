using Federation.Domain.Obligations;
using FsCheck.Fluent;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

/// <summary>Status on the days around each bound; working days of the official lists of 2026.</summary>
public sealed class DutyStatusTests
{
    [Theory]
    [InlineData("2026-09-10", DutyLight.Open)]
    [InlineData("2026-09-21", DutyLight.Open)] // six working days left: 22 23 24, then 28 29 30 after Mid-Autumn
    [InlineData("2026-09-22", DutyLight.DueSoon)]
    [InlineData("2026-09-30", DutyLight.DueSoon)]
    [InlineData("2026-10-01", DutyLight.Late)]
    public void Once_ByADay_TurnsWithWorkingDays(string on, DutyLight light) =>
        Assert.Equal(light, With("2026-01-06", Duty("一", "once 2026-09-30")).Status("一", on).Light);

    [Fact]
    public void Once_Late_ExplainsDayByDay()
    {
        var slot = With("2026-01-06", Duty("一", "once 2026-09-30")).Status("一", "2026-10-09").Slots[0];

        Assert.Equal(-2, slot.WorkingDays); // 8 and 9 October; the holiday before does not count
        Assert.Contains(slot.Why, w => w.Text == "2026-10-07 非工作日,不计");
        Assert.Contains(slot.Why, w => w.TextEn == "2026-10-09 working day 2");
        Assert.Contains(slot.Why, w => w.Text == "2026-09-30 已过,逾期 2 个工作日");
    }

    [Fact]
    public void Once_WithoutDate_EndsWithTheYearOfThePlan() => Assert.Equal(Day("2026-12-31"), With("2026-01-06", Duty("一", "once")).Status("一", "2026-02-01").NextDue);

    [Fact]
    public void EveryPeriod_EachPeriodIsItsOwn()
    {
        var book = With("2026-01-01", Duty("一", "every quarterly +5")).Give("一", Item("2026-04-08")).Give("一", Item("2026-07-20", "catalog:2", @for: "2026-06-30"));
        var status = book.Status("一", "2026-10-01");

        Assert.Equal([Day("2026-04-08"), Day("2026-07-07"), Day("2026-10-13"), Day("2027-01-07")], status.Slots.Select(s => s.Due)); // the holidays of 2027 are listed nowhere yet
        Assert.Equal([DutyLight.Late, DutyLight.Done, DutyLight.DueSoon, DutyLight.Open], status.Slots.Select(s => s.Light)); // 8 April lies in the second quarter
        Assert.Equal((DutyLight.Late, true), (status.Light, status.IsProvisional));
    }

    [Fact]
    public void EveryPeriod_LateEvidenceThatNamesItsPeriod_IsDoneLate()
    {
        var slot = With("2026-01-01", Duty("一", "every monthly")).Give("一", Item("2026-02-04", @for: "2026-01-15")).Status("一", "2026-02-05").Slots[0];

        Assert.Equal((DutyLight.Done, true), (slot.Light, slot.DoneLate));
        Assert.Contains(slot.Why, w => w.Text.Contains("逾期 3 个工作日", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-06-28", "every quarterly", "2026-07-01..2026-09-30")] // nobody owes a quarter in two days
    [InlineData("2026-06-28", "every yearly", "2026-06-28..2026-12-31")]
    [InlineData("2026-12-15", "every monthly", "2026-12-15..2026-12-31")] // no other month is left
    [InlineData("2026-03-01", "every monthly", "2026-03-01..2026-03-31")]
    [InlineData("2026-02-26", "every five_daily", "2026-02-26..2026-02-28")]
    [InlineData("2026-01-01", "every working_daily", "2026-01-04..2026-01-04")] // a make-up Sunday
    [InlineData("2026-01-01", "every weekly", "2026-01-05..2026-01-11")]
    public void EveryPeriod_FirstPeriod_IsTheFirstThatBeginsInTime(string received, string measure, string first) =>
        Assert.Equal(first, With(received, Duty("一", measure)).Status("一", received).Slots[0].Frame.Name);

    [Fact]
    public void EveryYear_ByADayThatHasPassed_FallsDueTheNextTime() =>
        Assert.Equal([Day("2027-01-31")], With("2026-07-19", Duty("一", "every yearly by 01-31")).Status("一", "2026-07-20").Slots.Select(s => s.Due));

    [Theory]
    [InlineData(1, "2026-03-31", DutyLight.DueSoon)]
    [InlineData(1, "2026-04-01", DutyLight.Late)]
    [InlineData(2, "2026-04-01", DutyLight.Done)]
    public void Count_PerQuarter_IsReachedOrNot(int times, string on, DutyLight light)
    {
        var book = Enumerable.Range(1, times).Aggregate(With("2026-01-01", Duty("一", "count >=2 quarterly")), (b, i) => b.Give("一", Item("2026-03-0" + i, "catalog:" + i)));

        Assert.Equal(light, book.Status("一", on).Slots[0].Light);
    }

    [Fact]
    public void Count_RegisterAndSingleActs_AreNotAddedUp()
    {
        var book = With("2026-01-01", Duty("一", "count >=3 quarterly")).Give("一", Item("2026-02-01")).Give("一", Item("2026-03-01", "register:press", 2, kind: EvidenceKind.RegisterCount));

        Assert.Equal(DutyLight.Late, book.Status("一", "2026-04-01").Slots[0].Light);
    }

    [Fact]
    public void Ratio_NewestFigureStands()
    {
        var met = With("2026-01-01", Duty("一", "ratio >=0.5 yearly")).Give("一", Item("2026-06-01", "统计一", 0.6m, kind: EvidenceKind.Number));

        Assert.Equal(DutyLight.Done, met.Status("一", "2026-06-02").Light);
        Assert.Equal(DutyLight.Late, met.Give("一", Item("2026-12-01", "统计二", 0.49m, kind: EvidenceKind.Number)).Status("一", "2027-01-01").Light);
    }

    [Theory]
    [InlineData("within 3 working_days of 文件公开", "2026-09-28 09:00", "2026-10-08 23:59", DutyLight.DueSoon)] // 29, 30, then 8 October
    [InlineData("within 3 working_days of 文件公开", "2026-09-28 09:00", "2026-10-09 00:00", DutyLight.Late)]
    [InlineData("within 5 hours of 突发事件", "2026-10-01 22:30", "2026-10-02 03:30", DutyLight.DueSoon)] // by the clock, holidays or not
    [InlineData("within 5 hours of 突发事件", "2026-10-01 22:30", "2026-10-02 03:31", DutyLight.Late)]
    [InlineData("within 30 days of 方案印发", "2026-01-10 09:00", "2026-02-09 23:59", DutyLight.DueSoon)]
    [InlineData("within 30 days of 方案印发", "2026-01-10 09:00", "2026-02-10 00:00", DutyLight.Late)]
    [InlineData("within 0 working_days of 报批", "2026-10-01 09:00", "2026-10-01 23:59", DutyLight.DueSoon)]
    public void Within_OfAnEvent_RunsByItsOwnUnit(string measure, string happened, string now, DutyLight light)
    {
        var book = With("2026-01-01", Duty("一", measure)).Apply(new DutyTriggered(Id("一"), "事件", At(happened)), At(happened), "zhang@500151");

        Assert.Equal(light, book.Status("一", now).Light);
    }

    [Fact]
    public void Within_EachEventHasItsClock()
    {
        var book = With("2026-01-01", Duty("一", "within 3 working_days of 文件公开"));
        Assert.Equal(DutyLight.NotDueYet, book.Status("一", "2026-12-31").Light);
        book = book.Apply(new DutyTriggered(Id("一"), "甲文件", Noon("2026-03-02")), Noon("2026-03-02"), "z").Apply(new DutyTriggered(Id("一"), "乙文件", Noon("2026-03-09")), Noon("2026-03-09"), "z")
            .Give("一", Item("2026-03-05", occurrence: 1));

        var status = book.Status("一", "2026-03-13");

        Assert.Equal([DutyLight.Done, DutyLight.Late], status.Slots.Select(s => s.Light));
        Assert.Equal([1], status.Slots[0].Counted.AsEnumerable());
        Assert.False(status.IsComplete);
    }

    [Theory]
    [InlineData("2026-04-10", DutyLight.Waived)]
    [InlineData("2026-04-30", DutyLight.Waived)]
    [InlineData("2026-05-01", DutyLight.Late)] // ends by itself
    public void Exception_HoldsToItsLastDay(string on, DutyLight light)
    {
        var book = With("2026-01-01", Duty("一", "once 2026-03-31")).Apply(new DutyWaived(Id("一"), "机构改革", Day("2026-04-02"), Day("2026-04-30")), Noon("2026-04-02"), "wu@500000");

        Assert.Equal(light, book.Status("一", on).Light);
        Assert.Equal((DutyLight.Done, false), (book.Give("一", Item("2026-04-20")).Status("一", on).Slots[0] is var s ? s.Light : default, book.Give("一", Item("2026-04-20")).Status("一", on).Slots[0].DoneLate));
    }

    [Fact]
    public void Exception_GrantedAfterALateAct_LeavesItLate()
    {
        var book = With("2026-01-01", Duty("一", "once 2026-03-31")).Give("一", Item("2026-04-10")).Apply(new DutyWaived(Id("一"), "补批", Day("2026-05-02"), Day("2026-05-30")), Noon("2026-05-02"), "wu@500000");

        Assert.True(book.Status("一", "2026-05-03").Slots[0].DoneLate);
    }

    [Fact]
    public void EvidenceReturned_CountsNoMore()
    {
        var book = With("2026-01-01", Duty("一", "once 2026-03-31")).Give("一", Item("2026-03-10")).Apply(new EvidenceReturned(Id("一"), 1, "链接打不开"), Noon("2026-03-12"), "wu@500000");

        Assert.Equal(DutyLight.Late, book.Status("一", "2026-04-01").Light);
    }

    [Fact] // whatever the measure: time alone never turns late into anything better, and evidence never turns done into late
    public void Time_NeverMends_AndEvidenceNeverHarms()
    {
        string[] measures = ["once 2026-06-30", "every monthly +3", "every weekly", "count >=2 quarterly", "every half_yearly", "every yearly by 11-30"];
        var cases = from measure in Gen.Elements(measures)
                    from day in Gen.Choose(0, 364)
                    from later in Gen.Choose(0, 300)
                    from done in Gen.Choose(0, 364)
                    select (measure, now: new DateOnly(2026, 1, 1).AddDays(day), later, done: new DateOnly(2026, 1, 1).AddDays(done));
        Property.Holds(cases, c =>
        {
            var book = With("2026-01-01", Duty("一", c.measure));
            var before = book.Status("一", $"{c.now:yyyy-MM-dd}");
            var after = book.Status("一", $"{c.now.AddDays(c.later):yyyy-MM-dd}");
            Assert.All(before.Slots.Zip(after.Slots), p => Assert.True(p.First.Light != DutyLight.Late || p.Second.Light == DutyLight.Late));
            if (c.done <= c.now)
            {
                var given = book.Give("一", Item($"{c.done:yyyy-MM-dd}")).Status("一", $"{c.now:yyyy-MM-dd}");
                Assert.All(before.Slots.Zip(given.Slots), p => Assert.True(p.Second.Light == p.First.Light || p.Second.Light == DutyLight.Done));
            }
        });
    }
}
