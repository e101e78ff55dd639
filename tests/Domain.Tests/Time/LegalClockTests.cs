using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using FsCheck.Fluent;
using static Federation.Domain.Tests.Time.Lists;

namespace Federation.Domain.Tests.Time;

/// <summary>OGI Regulation art. 30 to 34 on the official lists of 2025 and 2026; no holiday falls between 9 March and 3 April 2026.</summary>
public sealed class LegalClockTests
{
    private static readonly WorkingCalendar Calendar = National();
    private static readonly ClockLimits Limits = ReadLimits();

    private static ClockBasis On(string today) => new(Calendar, Limits, Day(today));

    private static ClockLimits ReadLimits()
    {
        using var file = File.OpenText(Repository.Data("regulation-limits.csv"));
        var (read, findings) = RegulationLimits.Read(file);
        Assert.Empty(findings);
        return ClockLimits.From(read);
    }

    private static LegalClock Received(string day) => Do(LegalClock.None, c => c.Receive(Day(day), On(day)));

    private static LegalClock Do(LegalClock clock, Func<LegalClock, Domain.Findings.Decision<ClockEvent>> step)
    {
        var decision = step(clock);
        Assert.False(decision.Refused, string.Join(", ", decision.Findings.Select(f => f.Code)));
        return decision.Events.IsEmpty ? clock : clock.Apply(decision.Events[0]);
    }

    private static void Refused(string code, Domain.Findings.Decision<ClockEvent> decision)
    {
        Assert.True(decision.Refused);
        Assert.Contains(code, decision.Findings.Select(f => f.Code));
    }

    [Fact]
    public void Limits_FromTheData_AreThoseOfTheRegulation()
    {
        Assert.Equal(new ClockLimits(20, 20, 7, 15, 15), Limits);
        Assert.Throws<ArgumentException>(() => ClockLimits.From(new RegulationLimits([])));
        using var file = File.OpenText(Repository.Data("regulation-limits.csv"));
        var rows = RegulationLimits.Read(file).Read;
        Assert.Equal((LimitSpan.YearlyDay, "01-31"), (rows.Find("49(1)", "department annual report")!.Span, rows.Find("49(1)", "department annual report")!.Value));
        Assert.Null(rows.Find("12", "guide and catalogue")!.Amount); // 及时 is no number, and none is invented
    }

    [Theory]
    [InlineData("2025-03-03", "2025-03-31")] // plain weeks
    [InlineData("2025-09-08", "2025-10-11")] // ends on a Saturday made a working day
    [InlineData("2025-12-05", "2026-01-05")] // across New Year; a Sunday was worked
    [InlineData("2026-03-07", "2026-04-03")] // received on a Saturday: day 1 is Monday
    public void Received_IsDueOnTheTwentiethWorkingDayAfter(string received, string due) => Assert.Equal(Day(due), Received(received).Due);

    [Fact]
    public void Extended_IsDueTwentyWorkingDaysLater()
    {
        var clock = Do(Received("2025-09-08"), c => c.Extend(Day("2025-10-11"), 20, "主任", On("2025-10-11"))); // on its last day
        Assert.Equal(Day("2025-11-07"), clock.Due);
        Refused("CA-108", clock.Extend(Day("2025-10-11"), 1, "主任", On("2025-10-11")));
    }

    [Theory]
    [InlineData("2025-10-13", 20, "主任", "CA-110")] // the day after it passed (a Sunday lies between)
    [InlineData("2025-10-10", 21, "主任", "CA-109")]
    [InlineData("2025-10-10", 0, "主任", "CA-109")]
    [InlineData("2025-10-10", 20, " ", "CA-111")]
    public void Extend_AgainstTheArticle_IsRefused(string on, int days, string approver, string code) =>
        Refused(code, Received("2025-09-08").Extend(Day(on), days, approver, On(on)));

    [Theory]
    [InlineData("2026-03-18", null)] // 7th working day
    [InlineData("2026-03-19", "CA-104")] // 8th
    public void AskCorrection_WithinSevenWorkingDays(string on, string? code)
    {
        var decision = Received("2026-03-09").AskCorrection(Day(on), Day("2026-03-31"), On(on));
        Assert.Equal(code, decision.Findings.FirstOrDefault()?.Code);
    }

    [Fact]
    public void Correction_StopsTheClock_AndItsReceiptStartsAnew()
    {
        var clock = Do(Received("2026-03-09"), c => c.AskCorrection(Day("2026-03-12"), Day("2026-03-31"), On("2026-03-12")));
        Assert.Equal((ClockState.AwaitingCorrection, null), (clock.State, clock.Due));
        Refused("CA-106", clock.Reply(Day("2026-03-13"), On("2026-03-13")));
        Refused("CA-107", clock.GiveUp(Day("2026-03-31"), On("2026-03-31")));
        var again = Do(clock, c => c.ReceiveCorrection(Day("2026-03-20"), On("2026-03-20")));
        Assert.Equal(Calendar.Add(Day("2026-03-20"), 20), again.Due);
        Refused("CA-103", again.AskCorrection(Day("2026-03-23"), Day("2026-04-10"), On("2026-03-23"))); // once only
        Assert.Equal(ClockState.GivenUp, Do(clock, c => c.GiveUp(Day("2026-04-01"), On("2026-04-01"))).State);
    }

    [Theory]
    [InlineData("2026-03-12", "2026-03-19", "2026-04-14")] // five working days outside; 6 April is a day off
    [InlineData("2026-03-12", "2026-03-12", "2026-04-07")] // answered the same day: nothing outside
    [InlineData("2026-03-13", "2026-03-15", "2026-04-07")] // only a weekend outside
    public void Opinion_TimeIsOutsideTheClock(string asked, string received, string due)
    {
        var clock = Do(Received("2026-03-09"), c => c.AskOpinion(OpinionOf.OtherOrgan, Day(asked), On(asked)));
        Assert.Null(clock.Due); // nobody knows how long
        clock = Do(clock, c => c.ReceiveOpinion(1, Day(received), On(received)));
        Assert.Equal(Day(due), clock.Due);
        Assert.Equal(20, clock.Count(Calendar, Limits).Days.Count(d => d.Rule == ClockDayRule.Counts));
    }

    [Fact]
    public void ThirdParty_Silent_LapsesAfterFifteenWorkingDays()
    {
        var clock = Do(Received("2026-03-09"), c => c.AskOpinion(OpinionOf.ThirdParty, Day("2026-03-10"), On("2026-03-10")));
        var end = Calendar.Add(Day("2026-03-10"), 15);
        Assert.Equal(Calendar.Add(end, 19), clock.Due); // one day had run
        Assert.True(clock.Wake(On(end.ToString("yyyy-MM-dd", null)), "").Events.IsEmpty); // its last day is its own
        var lapsed = Assert.IsType<OpinionLapsed>(clock.Wake(On(end.AddDays(1).ToString("yyyy-MM-dd", null)), "").Events[0]);
        Assert.Equal((1, end, clock.Due), (lapsed.Number, lapsed.On, lapsed.Due));
        var late = Do(clock, c => c.ReceiveOpinion(1, end.AddDays(5), On("2026-04-30"))); // read, but the time outside ended with the limit
        Assert.Equal(clock.Due, late.Due);
    }

    [Fact]
    public void TwoOpinionsAtOnce_AreOutsideOnce()
    {
        var clock = Do(Received("2026-03-09"), c => c.AskOpinion(OpinionOf.OtherOrgan, Day("2026-03-10"), On("2026-03-10")));
        clock = Do(clock, c => c.AskOpinion(OpinionOf.ThirdParty, Day("2026-03-11"), On("2026-03-11")));
        clock = Do(clock, c => c.ReceiveOpinion(2, Day("2026-03-13"), On("2026-03-13")));
        clock = Do(clock, c => c.ReceiveOpinion(1, Day("2026-03-13"), On("2026-03-13")));
        Assert.Equal(Calendar.Add(Day("2026-03-13"), 19), clock.Due);
        Refused("CA-112", clock.ReceiveOpinion(2, Day("2026-03-16"), On("2026-03-16")));
    }

    [Fact]
    public void Steps_OutOfOrderOrAfterTheEnd_AreRefused()
    {
        Refused("CA-113", LegalClock.None.Reply(Day("2026-03-10"), On("2026-03-10")));
        Refused("CA-102", Received("2026-03-09").Reply(Day("2026-03-08"), On("2026-03-10")));
        Refused("CA-102", Received("2026-03-09").Reply(Day("2026-03-11"), On("2026-03-10")));
        Refused("CA-114", Received("2026-03-09").Receive(Day("2026-03-09"), On("2026-03-09")));
        Refused("CA-101", Do(Received("2026-03-09"), c => c.Reply(Day("2026-03-10"), On("2026-03-10"))).Reply(Day("2026-03-11"), On("2026-03-11")));
        Refused("CA-105", Received("2026-03-09").ReceiveCorrection(Day("2026-03-10"), On("2026-03-10")));
    }

    [Fact]
    public void Wake_RemindsOnce_AndTellsThePassingOnce()
    {
        var clock = Received("2026-03-09"); // due 7 April, three working days before it: 1 April
        Assert.True(clock.Wake(On("2026-03-31"), "").Events.IsEmpty);
        clock = Do(clock, c => c.Wake(On("2026-04-01"), ""));
        Assert.Equal(Day("2026-04-07"), clock.RemindedFor);
        Assert.True(clock.Wake(On("2026-04-07"), "").Events.IsEmpty);
        Assert.IsType<ReplyOverdue>(clock.Wake(On("2026-04-08"), "").Events[0]);
        clock = Do(clock, c => c.Wake(On("2026-04-08"), ""));
        Assert.True(clock.Wake(On("2026-05-08"), "").Events.IsEmpty);
        Assert.Empty(clock.Dates(Calendar, Limits));
    }

    [Fact]
    public void Wake_ByAChangedCalendar_MovesTheLastDayWithALogEntry()
    {
        var book = Book();
        var before = new ClockBasis(book.Of([UnitId.Nation], Day("2020-01-20")), Limits, Day("2020-01-20"));
        var clock = LegalClock.None.Apply(LegalClock.None.Receive(Day("2020-01-20"), before).Events[0]);
        Assert.Equal(Day("2020-02-21"), clock.Due);
        var after = new ClockBasis(book.Of([UnitId.Nation], Day("2020-01-27")), Limits, Day("2020-01-27"));
        var moved = Assert.IsType<ReplyMoved>(clock.Wake(after, "国办发明电〔2020〕1号").Events[0]);
        Assert.Equal((Day("2020-02-21"), Day("2020-02-25"), "国办发明电〔2020〕1号"), (moved.From, moved.Due, moved.Notice));
        Assert.True(clock.Apply(moved).Wake(after, "").Events.IsEmpty);
    }

    [Fact]
    public void Received_WhereTheCountRunsIntoAnUnknownYear_SaysSo()
    {
        var decision = LegalClock.None.Receive(Day("2026-12-20"), On("2026-12-20"));
        Assert.Equal(["CA-009"], decision.Findings.Select(f => f.Code));
        Assert.True(LegalClock.None.Apply(decision.Events[0]).Count(Calendar, Limits).Provisional);
    }

    [Fact]
    public void Count_WithAnyOpinions_CountsExactlyTheLimitAndNothingOutside()
    {
        var cases = from start in Gen.Choose(0, 300) from spans in Gen.Choose(0, 12).Zip(Gen.Choose(0, 25)).ListOf(3) select (start, spans);
        Property.Holds(cases, c =>
        {
            var day = Day("2025-01-02").AddDays(c.start);
            var clock = LegalClock.None.Apply(LegalClock.None.Receive(day, new ClockBasis(Calendar, Limits, day)).Events[0]);
            foreach (var (gap, length) in c.spans)
            {
                var basis = new ClockBasis(Calendar, Limits, day.AddDays(200));
                clock = Do(clock, k => k.AskOpinion(OpinionOf.OtherOrgan, day = day.AddDays(gap), basis));
                clock = Do(clock, k => k.ReceiveOpinion(k.Opinions.Length, day = day.AddDays(length), basis));
            }
            var count = clock.Count(Calendar, Limits);
            Assert.Equal(20, count.Days.Count(d => d.Rule == ClockDayRule.Counts));
            Assert.Equal(count.Day, clock.Due);
            var outside = count.Days.Count(d => d.Rule == ClockDayRule.Opinion && d.Day.Works);
            Assert.Equal(20 + outside, Calendar.Between(clock.Start, clock.Due!.Value)); // total minus a part is the rest
        });
    }

    [Fact]
    public void Events_WrittenAndRead_AreTheSame()
    {
        ClockEvent[] all =
        [
            new ApplicationReceived(Day("2026-03-09")) { Due = Day("2026-04-07") }, new CorrectionAsked(Day("2026-03-10"), Day("2026-03-31")), new CorrectionReceived(Day("2026-03-11")),
            new ApplicationGivenUp(Day("2026-03-11")), new OpinionAsked(2, OpinionOf.CoMaker, Day("2026-03-11")), new OpinionReceived(2, Day("2026-03-11")), new OpinionLapsed(1, Day("2026-03-11")),
            new ReplyExtended(Day("2026-03-11"), 20, "主任"), new ReplyGiven(Day("2026-03-11")), new ReplyReminded(Day("2026-03-11")), new ReplyOverdue(Day("2026-03-11")),
            new ReplyMoved(Day("2026-03-11"), null, "一号") { Due = Day("2026-04-07") },
        ];
        foreach (var e in all)
        {
            var written = ClockEventJson.Write(e);
            Assert.Equal(e, ClockEventJson.Read(new RecordedEvent(1, "clock/x/1", 1, default, "", "", "", written.Kind, written.KindVersion, written.Payload, default, default)));
        }
    }
}
