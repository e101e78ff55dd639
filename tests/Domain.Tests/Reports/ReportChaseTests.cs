using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Publication, lock and exception, reminders, counts of the ledger.</summary>
public sealed class ReportChaseTests
{
    private static readonly DateOnly Lock = new(2026, 4, 15);

    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static ReportContent Four => ReportContent.Of(Sheets.Open.WithApplications(4));

    private static Story Accepted => Story.Blank.Sealed(Three).Then(s => s.Accept());

    [Theory]
    [InlineData(1, "年报专栏", 0, "ReportPublished")]
    [InlineData(1, "年报专栏", -400, "ReportPublished")] // reported long after
    [InlineData(1, "年报专栏", 1, "AR-122")] // tomorrow
    [InlineData(1, "", 0, "AR-118")]
    [InlineData(1, " ", 0, "AR-118")]
    [InlineData(0, "年报专栏", 0, "AR-104")]
    [InlineData(2, "年报专栏", 0, "AR-104")]
    [InlineData(2, "", 1, "AR-104 AR-118 AR-122")]
    public void Publish_OfAnAcceptedReport_NeedsVersionPlaceAndDay(long version, string where, int days, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Accepted.Report.Publish(version, where, Story.Due.AddDays(days), Story.Act())));

    [Fact]
    public void Publish_InASecondPlace_IsAFurtherPublication()
    {
        var published = Accepted.Then(s => s.Publish("官网")).Then(s => s.Publish("公报"));

        Assert.Equal(["官网", "公报"], published.Report.Publications.Select(p => p.Where));
        Assert.Equal("nothing", Story.Outcome(published.Publish(" 官网 "))); // there already
    }

    [Fact] // what was public and is corrected is public in the older version until the newer is published too
    public void Publish_OfACorrection_WaitsForItsAcceptance()
    {
        var corrected = Accepted.Then(s => s.Publish("官网")).Sealed(Four, "误算");

        Assert.Equal("AR-117", Story.Outcome(corrected.Publish("官网")));
        var accepted = corrected.Then(s => s.Accept());
        Assert.Equal(ReportState.Accepted, accepted.Report.State);
        Assert.Equal([1, 2], accepted.Then(s => s.Publish("官网")).Report.Publications.Select(p => p.Version));
    }

    [Theory]
    [InlineData(-1, null, "")] // the day before the lock
    [InlineData(0, null, "")] // the last day
    [InlineData(1, null, "AR-120")] // the day after
    [InlineData(1, 1, "")] // on the last day of an exception
    [InlineData(2, 1, "AR-120")] // after it
    [InlineData(1, 0, "AR-120")] // the exception ended with the lock
    public void FirstFiling_AroundTheLock_IsRefusedFromTheDayAfter(int days, int? exception, string refusal)
    {
        var story = exception is { } until ? Story.Blank.Then(s => s.Report.Grant(Lock.AddDays(until), "机构改革", Story.Act(Story.Reviewer))) : Story.Blank;
        var act = Story.Act(today: Lock.AddDays(days)) with { Locks = Lock };

        Assert.Equal(refusal.Length > 0 ? refusal : "ReportSubmitted", Story.Outcome(story.Submit(Three, "", act)));
        Assert.Equal(refusal.Length > 0 ? refusal : "ReportDraftSaved", Story.Outcome(story.Save(Three, act)));
        Assert.Equal(refusal.Length > 0 ? refusal : "ReportDraftSaved", Story.Outcome(story.Edit("t3.new.natural", default, CellValue.Of(1), act)));
    }

    [Fact]
    public void FirstFiling_WithoutALock_IsTakenAtAnyTime() => Assert.Equal("ReportSubmitted", Story.Outcome(Story.Blank.Submit(Three, "", Story.Act(today: Lock.AddYears(3)))));

    [Fact] // what has been filed once is not locked out
    public void LaterFilings_AfterTheLock_AreTaken()
    {
        var act = Story.Act(today: Lock.AddDays(30)) with { Locks = Lock };

        Assert.Equal("ReportSubmitted", Story.Outcome(Story.Blank.Sealed(Three).Then(s => s.Return()).Submit(Four, "", act))); // returned
        Assert.Equal("ReportSubmitted", Story.Outcome(Accepted.Submit(Four, "误算", act))); // a correction
    }

    [Fact] // handed in on the last day, sealed on the next
    public void Approve_AfterTheLockOfWhatWasHandedInBefore_IsSealed() =>
        Assert.Equal("ReportSealed", Story.Outcome(Story.Blank.Then(s => s.Submit(Three)).Approve(Story.Act(Story.Approver, Lock.AddDays(1)) with { Locks = Lock })));

    [Theory]
    [InlineData(0, "机构改革", "ExceptionGranted")] // today is the first day possible
    [InlineData(-1, "机构改革", "AR-119")]
    [InlineData(30, "", "AR-119")]
    [InlineData(30, "  ", "AR-119")]
    public void Grant_Exception_NeedsADayNotPastAndAReason(int days, string reason, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Story.Blank.Report.Grant(Story.Due.AddDays(days), reason, Story.Act(Story.Reviewer))));

    [Fact]
    public void Grant_Again_ReplacesTheEarlierOneUnlessTheSame()
    {
        var granted = Story.Blank.Then(s => s.Report.Grant(Lock, "机构改革", Story.Act(Story.Reviewer)));
        Assert.Equal(new LateException(Lock, "机构改革", Story.Reviewer), granted.Report.Exception);

        Assert.Equal("nothing", Story.Outcome(granted.Report.Grant(Lock, " 机构改革 ", Story.Act(Story.Reviewer))));
        Assert.Equal(Lock.AddDays(5), granted.Then(s => s.Report.Grant(Lock.AddDays(5), "机构改革", Story.Act(Story.Reviewer))).Report.Exception!.Until);
    }

    [Fact] // each reminder is kept: how often was asked is part of the record
    public void Urge_Twice_IsTwoReminders() =>
        Assert.Equal(2, Story.Blank.Then(s => s.Report.Urge("一", Story.Act(Story.Reviewer))).Then(s => s.Report.Urge("一", Story.Act(Story.Reviewer))).Report.Urged.Length);

    [Theory]
    [InlineData("t3.new.natural", 3, "RegisterCounted")]
    [InlineData("t3.new.natural", 0, "RegisterCounted")]
    [InlineData("t3.new.natural", -1, "AR-010")]
    [InlineData("t3.new.nobody", 3, "AR-012")]
    [InlineData("t3.new.nobody", -1, "AR-012 AR-010")]
    public void Count_OfTheLedger_NamesCellsOfTheFormWithCounts(string cell, long count, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Story.Blank.Report.Count(Counted("依申请平台", (cell, count)), Story.Act())));

    [Fact]
    public void Count_TheSameAgain_IsNothing()
    {
        var counted = Story.Blank.Then(s => s.Report.Count(Counted("依申请平台", ("t3.new.natural", 3)), Story.Act()));

        Assert.Equal("nothing", Story.Outcome(counted.Report.Count(Counted("依申请平台", ("t3.new.natural", 3)), Story.Act())));
        Assert.Equal("RegisterCounted", Story.Outcome(counted.Report.Count(Counted("依申请平台", ("t3.new.natural", 4)), Story.Act())));
        Assert.Equal("RegisterCounted", Story.Outcome(counted.Report.Count(Counted("另一平台", ("t3.new.natural", 3)), Story.Act())));
    }

    internal static RegisterCounted Counted(string system, params (string Cell, long Count)[] cells) =>
        new(system, cells.ToImmutableSortedDictionary(c => c.Cell, c => c.Count, StringComparer.Ordinal));
}
