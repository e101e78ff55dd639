using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using static Federation.Domain.Tests.Time.Lists;

namespace Federation.Domain.Tests.Time;

public sealed class CalendarActsTests
{
    private static readonly UnitId Golmud = UnitId.Parse("632801");
    private static readonly DateOnly Today = Day("2026-03-02");

    private static HolidayNotice Notice(string first, string last, ListedAs listed = ListedAs.Off, string name = "节日", string number = "一号", int? year = null, UnitId? top = null) =>
        HolidayNotice.Range(top ?? Golmud, Day(first), Day(last), listed, name, number, Today) with { Year = year };

    private static Decision<CalendarEvent> Take(HolidayNotice notice) => CalendarActs.Take(notice, National(), Today);

    public static TheoryData<string, HolidayNotice> Refusals => new()
    {
        { "CA-004", Notice("2026-03-10", "2026-03-10", number: " ") }, // names no notice
        { "CA-004", Notice("2026-03-10", "2026-03-10", name: "") }, // names no festival
        { "CA-005", Notice("2026-03-10", "2026-04-10") }, // 32 days
        { "CA-005", Notice("2026-03-10", "2026-03-10") with { Days = [] } },
        { "CA-006", Notice("2026-03-01", "2026-03-10") }, // yesterday
        { "CA-007", Notice("2026-03-07", "2026-03-08") }, // a weekend made off
        { "CA-007", Notice("2026-03-09", "2026-03-10", ListedAs.Work) }, // weekdays made workdays
        { "CA-008", Notice("2027-01-01", "2027-01-01", year: 2027) }, // a year's list by a county
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Take_AgainstARule_IsRefused(string code, HolidayNotice notice) => Assert.Equal([code], Take(notice).Findings.Select(f => f.Code));

    [Fact]
    public void Take_WithSeveralFaults_NamesEveryOne()
    {
        var notice = Notice("2026-03-01", "2026-03-02", number: "", year: 2026);
        Assert.Equal(["CA-003", "CA-004", "CA-006", "CA-008"], Take(notice with { Days = notice.Days.Add(notice.Days[0]) }).Findings.Select(f => f.Code).Order());
    }

    [Theory]
    [InlineData("2026-03-02", ListedAs.Off)] // today still can be changed
    [InlineData("2026-03-07", ListedAs.Work)] // a Saturday worked
    [InlineData("2026-03-07", ListedAs.AsAbove)] // lifting is always possible
    public void Take_ThatChangesADay_IsTaken(string day, ListedAs listed) => Assert.IsType<NoticeTaken>(Take(Notice(day, day, listed)).Events[0]);

    [Fact]
    public void Changes_WaitUntilOpenDatesAreCountedAgain()
    {
        var acts = CalendarActs.None.Apply(CalendarActs.None.Load("a").Events[0]);
        Assert.True(acts.IsBehind);
        Assert.Equal(UnitId.Nation, Assert.Single(acts.Tops));
        Assert.True(acts.Load("a").Events.IsEmpty); // the same files again
        var later = acts.Apply(new NoticeTaken(Notice("2026-03-10", "2026-03-10")));
        var counted = later.Apply(later.Recount(1, 5).Events[0]); // a change came while the first was being counted
        Assert.True(counted.IsBehind);
        var all = counted.Apply(counted.Recount(2, 5).Events[0]);
        Assert.False(all.IsBehind);
        Assert.Empty(all.Tops);
        Assert.True(all.Recount(2, 5).Events.IsEmpty);
    }

    [Fact]
    public void Events_WrittenAndRead_AreTheSame()
    {
        CalendarEvent Again(CalendarEvent e)
        {
            var written = CalendarEventJson.Write(e);
            return CalendarEventJson.Read(new RecordedEvent(1, "calendar/000000", 1, default, "", "", "", written.Kind, written.KindVersion, written.Payload, default, default));
        }

        foreach (var notice in new[] { Notice("2026-03-10", "2026-03-12"), Notice("2027-01-01", "2027-01-03", ListedAs.Work, year: 2027, top: UnitId.Nation) })
        {
            var read = Assert.IsType<NoticeTaken>(Again(new NoticeTaken(notice))).Notice;
            Assert.Equal(notice with { Days = [] }, read with { Days = [] });
            Assert.Equal(notice.Days.AsEnumerable(), read.Days);
        }
        Assert.Equal(new ListsLoaded("ab"), Again(new ListsLoaded("ab")));
        Assert.Equal(new DatesRecounted(3, 7), Again(new DatesRecounted(3, 7)));
    }
}
