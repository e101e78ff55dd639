using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.Time;

namespace Federation.Domain.Tests.Catalogs.Review;

/// <summary>Limits, index numbers, and the duty to interpret.</summary>
public sealed class ClockTests
{
    private static readonly IWorkingDays Days = new Weekdays();

    [Theory]
    [InlineData("", "", "2026-03-27")] // article 26: 20 working days from Friday 27 February
    [InlineData("7个工作日内", "3个工作日内", "2026-03-10")] // its own goes first
    [InlineData("", "信息形成后3个工作日内", "2026-03-04")] // the standard's
    [InlineData("按月", "", "2026-03-27")] // a rhythm bounds the renewal, not the single information
    [InlineData("20日内", "", "2026-03-19")]
    [InlineData("24小时内", "", "2026-02-28")]
    [InlineData("25小时内", "", "2026-03-01")]
    [InlineData("1个月内", "", "2026-03-27")]
    [InlineData("0日内", "", "2026-02-27")]
    public void LastDay_IsCountedByTheLimitThatHolds(string own, string standard, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), PublicationLimit.LastDay(new DateOnly(2026, 2, 27), PublicationLimit.Of(own, standard), Entries.County, Days));

    [Theory]
    [InlineData("2026-03-24", "", "open")] // Tuesday, three working days before
    [InlineData("2026-03-25", "", "due_soon")]
    [InlineData("2026-03-27", "", "due_soon")] // the last day itself
    [InlineData("2026-03-28", "", "late")]
    [InlineData("2026-05-01", "2026-03-27", "done")]
    [InlineData("2026-05-01", "2026-03-28", "done_late")]
    public void Light_ChangesOnTheDay(string today, string published, string light) => Assert.Equal(
        light, PublicationLimit.Light(new DateOnly(2026, 3, 27), published.Length == 0 ? null : DateOnly.Parse(published), DateOnly.Parse(today), Entries.County, Days));

    [Fact]
    public void Breach_IsRecordedOnce_TheDayAfterTheLast_AndStaysAfterPublication()
    {
        var last = new DateOnly(2026, 3, 27);
        var draft = Drafts.Written();
        Assert.Empty(draft.Wake(last, last).Events);
        var late = draft.After(Drafts.Author, d => d.Wake(last, last.AddDays(1)));
        Assert.Empty(late.Wake(last, last.AddDays(9)).Events);
        Assert.True(DraftRow.Of(Entries.County, Drafts.Open.Id, late, last, Entries.Now)!.Breached);
        var published = late.After(Drafts.Author, d => d.HandIn(Drafts.Steps, null, last)).Passed(Drafts.Secrecy).Passed(Drafts.Leader)
            .After(Drafts.Author, d => d.Settle(1, Drafts.Taken(1), "", last.AddDays(3)));
        Assert.True(DraftRow.Of(Entries.County, Drafts.Open.Id, published, last, Entries.Now)!.Breached);
    }

    [Theory]
    [InlineData("2026-03-27", false)]
    [InlineData("2026-03-28", true)]
    public void Breach_IsSeenOfAPublicationToo(string on, bool breached)
    {
        var published = Drafts.Released().After(Drafts.Author, d => d.Settle(1, Drafts.Taken(1), "", DateOnly.Parse(on)));
        Assert.Equal(breached, DraftRow.Of(Entries.County, Drafts.Open.Id, published, new DateOnly(2026, 3, 27), Entries.Now)!.Breached);
    }

    [Fact]
    public void Clock_DoesNotRun_ForWhatIsGivenOnRequest_Withheld_OrPublicAlready()
    {
        var (last, later) = (new DateOnly(2026, 3, 27), new DateOnly(2026, 4, 1));
        Assert.Empty(Drafts.Written(Drafts.Open with { Disclosure = new Disclosure(DisclosureAttribute.OnRequest) }).Wake(last, later).Events);
        Assert.Empty(Drafts.Written(Drafts.Closed).Wake(last, later).Events);
        Assert.Empty(Drafts.Published().Wake(last, later).Events);
        Assert.Empty(EntryDraft.Blank.After(Drafts.Author, d => d.Save(Drafts.Open, null, null, 3)).Wake(last, later).Events);
        Assert.Single(Drafts.Written(Drafts.Open with { Disclosure = new Disclosure(DisclosureAttribute.Unset) }).Wake(last, later).Events);
    }

    [Theory]
    [InlineData("X/{year}-{serial:5}", 1, "X/2026-00001")]
    [InlineData("{serial:1}/{year}{month}", 12, "12/202603")]
    [InlineData("{year}{month}{serial:9}", 7, "202603000000007")]
    public void IndexPattern_MakesNumbers(string pattern, int serial, string number) => Assert.Equal(number, IndexPattern.Read(pattern)!.Number(Entries.Today, serial));

    [Theory]
    [InlineData("X/{year}")]
    [InlineData("{serial:0}")]
    [InlineData("{serial:10}")]
    [InlineData("{serial:2}{serial:2}")]
    [InlineData("{day}{serial:2}")]
    public void IndexPattern_ThatCannotCount_IsCT214(string pattern)
    {
        Assert.Null(IndexPattern.Read(pattern));
        Assert.Equal("CT-214", IndexPattern.Check(pattern)!.Code);
        Assert.Null(IndexPattern.Check(""));
    }

    [Fact]
    public void Prepare_GivesTheNextSerialOfThePart_StepsOverTakenOnes_AndKeepsWhatIsThere()
    {
        var release = EntryRelease.Of(Drafts.Open.Id, Drafts.Released())!;
        var pattern = IndexPattern.Read("X/{year}-{serial:3}");
        var serials = ImmutableSortedDictionary<string, int>.Empty.Add("X/2026-#", 4).Add("X/2025-#", 90);
        var (change, given) = release.Prepare(null, pattern, serials, number => number == "X/2026-005", Entries.Today);
        Assert.Equal(("X/2026-006", 6, "2026-03-02"), (given!.Number, given.Serial, change.Entry![EntryFields.PublishedOn]));
        var row = Entries.Row(Drafts.Open.With(EntryFields.IndexNumber, "旧-9"));
        Assert.Equal("旧-9", release.Prepare(row, pattern, serials, _ => false, Entries.Today).Change.Entry!.IndexNumber);
        Assert.Null(release.Prepare(row, pattern, serials, _ => false, Entries.Today).Given);
    }

    [Theory]
    [InlineData("", "", "", false)]
    [InlineData("甲政发〔2026〕3号", "规范性文件", "", true)]
    [InlineData("甲政发〔2026〕3号", "通知公告", "", false)]
    [InlineData("", "规范性文件", "", false)]
    [InlineData("", "", "需解读", true)]
    [InlineData("甲政发〔2026〕3号", "规范性文件", "不需解读", false)]
    public void Interpretation_IsNeeded_ByChoice_OrByNumberAndTheme(string number, string theme, string choice, bool needed) => Assert.Equal(
        needed, InterpretationDuty.IsNeeded(Drafts.Open.With(EntryFields.DocumentNumber, number).With("theme", theme).With(EntryFields.Interpretation, choice)));

    [Fact]
    public void Interpretation_ChoiceThatIsNone_IsCT216() =>
        Assert.Equal("CT-216", Assert.Single(InterpretationDuty.Check(Drafts.Open.With(EntryFields.Interpretation, "也许"))).Code);

    [Fact]
    public void InterpretationDuty_IsDueInThreeWorkingDays_AndIsTakenByTheBookOfTheUnit()
    {
        var document = new PublishedDocument(Entries.County, Drafts.Open.Id, "某办法", true, new DateOnly(2026, 3, 5)); // a Thursday
        var arrived = InterpretationDuty.Of(document, Days, Entries.Now);
        Assert.Equal(new OnceBy(new DateOnly(2026, 3, 10)), Assert.Single(arrived.Duties).Measure);
        Assert.Single(DutyBook.Blank.Receive(arrived, 2026, issuerStandsAbove: true).Events);
        Assert.True(InterpretationDuty.IsOwn(arrived.Plan));
        Assert.False(InterpretationDuty.IsOwn("330000/2026/12"));
    }

    private sealed class Weekdays : IWorkingDays
    {
        public DateOnly AddWorkingDays(UnitId unit, DateOnly from, int days)
        {
            for (; days > 0; days--)
            {
                do
                    from = from.AddDays(1);
                while (!IsWorkingDay(unit, from));
            }
            return from;
        }

        public bool IsWorkingDay(UnitId unit, DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

        public bool IsProvisional(int year) => false;
    }
}
