using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Handing in: by its author, in time, once.</summary>
public sealed class ReportSubmitTests
{
    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static ReportContent Four => ReportContent.Of(Sheets.Open.WithApplications(4));

    private static Story Sealed => Story.Blank.Sealed(Three);

    private static Story Accepted => Sealed.Then(s => s.Accept());

    [Fact]
    public void Submit_NilReport_IsRecordedWithoutFindings()
    {
        var decision = Story.Blank.Submit(ReportContent.Of(Sheets.Nil));

        Assert.Empty(decision.Findings);
        Assert.Equal(Sheets.Nil, Assert.IsType<ReportSubmitted>(Assert.Single(decision.Events)).Content.Figures);
    }

    [Fact]
    public void Submit_FiguresWithoutSums_RecordsThemComputedAndHashed()
    {
        var handed = Assert.IsType<ReportSubmitted>(Assert.Single(Story.Blank.Submit(Three).Events));

        Assert.Equal(Three.WithSums(), handed.Content);
        Assert.Equal(Story.Hash(Three.WithSums()).AsEnumerable(), handed.ContentHash.AsEnumerable());
        Assert.Equal((1L, ""), (handed.Version, handed.Correction));
    }

    [Fact]
    public void Submit_ThatCountsInNoTotalYet_IsNoEventThatCounts() => Assert.False(Assert.Single(Story.Blank.Submit(Three).Events).Counts);

    [Fact]
    public void Submit_Unbalanced_IsRefusedWithTheFinding() =>
        Assert.Equal("AR-001", Story.Outcome(Story.Blank.Submit(ReportContent.Of(Sheets.Open.With("t3.new.natural", 1)))));

    [Theory] // figures beyond all sums are refused, not thrown
    [InlineData(long.MaxValue, "AR-015")]
    [InlineData(long.MinValue, "AR-010")]
    public void Submit_FigureAtTheEdgeOf64Bits_IsRefused(long value, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Story.Blank.Submit(ReportContent.Of(Sheets.Open.With("t3.new.natural", value).With("t3.granted.natural", 1)))));

    [Fact]
    public void Submit_WithAWarning_IsRecordedWithTheWarning()
    {
        var decision = Story.Blank.Submit(ReportContent.Of(Sheets.Open.WithApplications(1, "other_fee_unpaid")));

        Assert.Equal("ReportSubmitted", Story.Outcome(decision));
        Assert.Equal("AR-021", Assert.Single(decision.Findings).Code);
    }

    [Theory]
    [InlineData(0, "AR-104")] // believes nothing is sealed
    [InlineData(1, "ReportSubmitted")]
    [InlineData(2, "AR-104")] // believes more than there is
    public void Submit_ExpectedVersion_MustBeTheSealedOne(long expected, string outcome) =>
        Assert.Equal(outcome, Story.Outcome(Sealed.Report.Submit(Four, expected, "", Story.Hash, Story.Check, Story.Act())));

    [Theory]
    [InlineData("", "AR-116")] // no reason
    [InlineData("  ", "AR-116")] // blanks are none
    [InlineData("误算", "ReportSubmitted")]
    public void Submit_OfAnAcceptedReport_NeedsAReason(string reason, string outcome) => Assert.Equal(outcome, Story.Outcome(Accepted.Submit(Four, reason)));

    [Fact] // before acceptance a change is no correction, whatever the sender calls it
    public void Submit_OfASealedReportWithAReason_DropsTheReason() =>
        Assert.Equal("", Assert.IsType<ReportSubmitted>(Assert.Single(Sealed.Submit(Four, "误算").Events)).Correction);

    [Fact]
    public void Submit_Twice_IsNothing()
    {
        Assert.Equal("nothing", Story.Outcome(Story.Blank.Then(s => s.Submit(Three)).Submit(Three)));
        Assert.Equal("nothing", Story.Outcome(Story.Blank.Then(s => s.Submit(Three)).Submit(Three.WithSums()))); // sums typed or left out
        Assert.Equal("nothing", Story.Outcome(Accepted.Submit(Three)));
        Assert.Equal("nothing", Story.Outcome(Accepted.Then(s => s.Submit(Four, "误算")).Submit(Four, " 误算 ")));
    }

    [Fact]
    public void Submit_SameContentOfAReturnedReport_IsRecordedAgain() => Assert.Equal("ReportSubmitted", Story.Outcome(Sealed.Then(s => s.Return()).Submit(Three)));

    [Fact]
    public void Submit_OtherReasonForWhatWaits_ReplacesIt() => Assert.Equal("ReportSubmitted", Story.Outcome(Accepted.Then(s => s.Submit(Four, "误算")).Submit(Four, "漏计一件")));

    [Fact]
    public void Submit_WhileAnotherWaits_ReplacesItUnderTheSameNumber()
    {
        var pending = Story.Blank.Then(s => s.Submit(Three)).Then(s => s.Submit(Four)).Report.Pending!;

        Assert.Equal((1L, Four.WithSums()), (pending.Version, pending.Content));
    }

    [Fact]
    public void Submit_ClearsTheDraftAndTheRejection()
    {
        var report = Sealed.Then(s => s.Return()).Then(s => s.Save(Four)).Then(s => s.Submit(Four)).Report;

        Assert.Null(report.Draft);
        Assert.Null(report.Rejected);
        Assert.Equal(2, report.Pending!.Version);
    }

    [Fact]
    public void Submit_SeveralFaults_FindsAll()
    {
        var act = Story.Act() with { Listed = Story.Tongliang with { Due = null }, Form = Sheets.Form with { Id = "annual-2019" } };

        Assert.Equal("AR-102 AR-103 AR-104", Story.Outcome(Accepted.Report.Submit(Four, 7, "误算", Story.Hash, Story.Check, act)));
        Assert.Equal("AR-116 AR-001", Story.Outcome(Accepted.Submit(ReportContent.Of(Sheets.Open.With("t3.new.natural", 1)))));
    }

    [Fact]
    public void AnyAct_ByUnitNotOnTheList_IsRefused()
    {
        var pending = Story.Blank.Then(s => s.Submit(Three));
        ReportAct Act(string actor) => Story.Act(actor) with { Listed = null };

        Assert.Equal("AR-102", Story.Outcome(Story.Blank.Save(Three, Act(Story.Clerk))));
        Assert.Equal("AR-102", Story.Outcome(Story.Blank.Edit("t3.new.natural", default, CellValue.Nil, Act(Story.Clerk))));
        Assert.Equal("AR-102", Story.Outcome(Story.Blank.Submit(Three, "", Act(Story.Clerk))));
        Assert.Equal("AR-102", Story.Outcome(pending.Approve(Act(Story.Approver))));
        Assert.Equal("AR-102", Story.Outcome(pending.SendBack(Act(Story.Approver))));
        Assert.Equal("AR-102", Story.Outcome(Sealed.Accept(Act(Story.Reviewer))));
        Assert.Equal("AR-102", Story.Outcome(Sealed.Return(Act(Story.Reviewer))));
        Assert.Equal("AR-102", Story.Outcome(Story.Blank.Report.Urge("", Act(Story.Reviewer))));
    }

    [Fact]
    public void Refuse_WithoutABlockingFinding_IsMisuse() =>
        Assert.Throws<ArgumentException>(() => Decision<ReportEvent>.Refuse(ReportRules.FeeNotice.At("t3.other_fee_unpaid.total")));
}
