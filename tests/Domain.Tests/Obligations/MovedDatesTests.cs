using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Obligations;
using Federation.Domain.Tests.Time;
using Federation.Domain.Time;
using static Federation.Domain.Tests.Obligations.Books;

namespace Federation.Domain.Tests.Obligations;

/// <summary>A change of the calendar moves open last days, once and with a log.</summary>
public sealed class MovedDatesTests
{
    private static readonly HolidayNotice Local = Notice("渝府办〔2026〕9号", "2026-03-02", ListedAs.Off);
    private static readonly DutyBook Monthly = With("2026-01-05", Duty("一", "every monthly +5"));

    [Fact] // the month of March is due five working days after the 31st: the local days off of 1 to 3 April push that from the 8th to the 13th
    public void Recount_AfterALocalNotice_LogsWhatMoved_AndNothingTwice()
    {
        Assert.True(Recount(Monthly, "2026-03-01 12:00", Local).Events.IsEmpty); // not known yet

        var decision = Recount(Monthly, "2026-03-02 12:00", Local);
        var moved = Assert.IsType<DutyDatesMoved>(Assert.Single(decision.Events));
        Assert.Equal((Local.Number, new MovedDate(Id("一"), "2026-03-01..2026-03-31", Day("2026-04-08"), Day("2026-04-13"))), (moved.Notice, Assert.Single(moved.Dates)));

        var after = Monthly.Apply(moved, At("2026-03-02 12:00"), "system@500151");
        Assert.Equal(Day("2026-03-02"), Assert.Single(after.Moves).On);
        Assert.True(Recount(after, "2026-03-02 12:01", Local).Events.IsEmpty);
        Assert.True(Recount(after, "2026-03-20 12:00", Local).Events.IsEmpty);
    }

    [Fact]
    public void Recount_AfterASecondNoticeOfTheSameDay_LogsTheWayBack()
    {
        var after = Monthly.Then(b => Recount(b, "2026-03-02 12:00", Local), "2026-03-02");
        var lifted = Notice("渝府办〔2026〕10号", "2026-03-02", ListedAs.AsAbove);

        var back = Assert.IsType<DutyDatesMoved>(Assert.Single(Recount(after, "2026-03-02 15:00", Local, lifted).Events));
        Assert.Equal((Day("2026-04-13"), Day("2026-04-08")), (back.Dates.Single().Was, back.Dates.Single().Now));
    }

    [Fact]
    public void Recount_OfWhatCameInUnderTheNewCalendar_OrIsDone_IsNothing()
    {
        var later = With("2026-03-10", Duty("一", "every monthly +5"));
        Assert.True(Recount(later, "2026-03-20 12:00", Local).Events.IsEmpty);

        var done = Monthly.Give("一", Item("2026-03-31", @for: "2026-03-15"));
        Assert.True(Recount(done, "2026-04-01 12:00", Local).Events.IsEmpty);
    }

    private static Decision<DutyEvent> Recount(DutyBook book, string now, params HolidayNotice[] local)
    {
        var known = local.Aggregate(Lists.Book(), (all, notice) => all.With(notice));
        return book.Recount(County, day => new KnownDays(known.Of([County, Province, UnitId.Nation], day)), local[^1].Number, At(now));
    }

    private static HolidayNotice Notice(string number, string knownFrom, ListedAs how) =>
        new(County, null, Day(knownFrom), number, [.. new[] { "2026-04-01", "2026-04-02", "2026-04-03" }.Select(d => new ListedDay(Day(d), how, "民族节日"))]);
}
