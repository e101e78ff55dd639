using Federation.Domain.Findings;
using Federation.Domain.Reports;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports;

public sealed class ReportTests
{
    // Made anew each time: figures are compared by content.
    private static Figures Three => Sheets.Open.WithApplications(3);

    private static Figures Four => Sheets.Open.WithApplications(4);
    private static Figures Unbalanced => Sheets.Open.With("t3.new.natural", 1);

    private static readonly Story Drafted = Story.Blank.Then(s => s.Save(Three));
    private static readonly Story Submitted = Story.Blank.Then(s => s.Submit(Three));
    private static readonly Story Redrafted = Submitted.Then(s => s.Save(Four));
    private static readonly Story Accepted = Submitted.Then(s => s.Accept());
    private static readonly Story Returned = Submitted.Then(s => s.Return());

    private static readonly Dictionary<string, Story> States = new()
    {
        ["not filed"] = Story.Blank,
        ["drafted"] = Drafted,
        ["submitted"] = Submitted,
        ["redrafted"] = Redrafted,
        ["accepted"] = Accepted,
        ["returned"] = Returned,
    };

    private static readonly Dictionary<string, Func<Story, Decision<ReportEvent>>> Acts = new()
    {
        ["save same"] = s => s.Save(Three),
        ["save other"] = s => s.Save(Four),
        ["submit same"] = s => s.Submit(Three),
        ["submit other"] = s => s.Submit(Four),
        ["accept"] = s => s.Accept(),
        ["return"] = s => s.Return(),
    };

    // Every state with every act: the event recorded, nothing, or the rules that refuse.
    [Theory]
    [InlineData("not filed", "save same", "ReportDraftSaved")]
    [InlineData("not filed", "save other", "ReportDraftSaved")]
    [InlineData("not filed", "submit same", "ReportSubmitted")]
    [InlineData("not filed", "submit other", "ReportSubmitted")]
    [InlineData("not filed", "accept", "AR-106")]
    [InlineData("not filed", "return", "AR-106")]
    [InlineData("drafted", "save same", "nothing")]
    [InlineData("drafted", "save other", "ReportDraftSaved")]
    [InlineData("drafted", "submit same", "ReportSubmitted")] // a draft is not filed
    [InlineData("drafted", "submit other", "ReportSubmitted")]
    [InlineData("drafted", "accept", "AR-106")]
    [InlineData("drafted", "return", "AR-106")]
    [InlineData("submitted", "save same", "ReportDraftSaved")]
    [InlineData("submitted", "save other", "ReportDraftSaved")]
    [InlineData("submitted", "submit same", "nothing")]
    [InlineData("submitted", "submit other", "ReportSubmitted")] // a correction before the review
    [InlineData("submitted", "accept", "ReportAccepted")]
    [InlineData("submitted", "return", "ReportReturned")]
    [InlineData("redrafted", "save same", "ReportDraftSaved")]
    [InlineData("redrafted", "save other", "nothing")]
    [InlineData("redrafted", "submit same", "ReportSubmitted")] // clears the draft that is newer
    [InlineData("redrafted", "submit other", "ReportSubmitted")]
    [InlineData("redrafted", "accept", "ReportAccepted")] // what is filed is judged, not the draft
    [InlineData("redrafted", "return", "ReportReturned")]
    [InlineData("accepted", "save same", "AR-105")]
    [InlineData("accepted", "save other", "AR-105")]
    [InlineData("accepted", "submit same", "AR-105")]
    [InlineData("accepted", "submit other", "AR-105")]
    [InlineData("accepted", "accept", "nothing")] // twice is once
    [InlineData("accepted", "return", "AR-105")]
    [InlineData("returned", "save same", "ReportDraftSaved")]
    [InlineData("returned", "save other", "ReportDraftSaved")]
    [InlineData("returned", "submit same", "ReportSubmitted")] // back into the totals
    [InlineData("returned", "submit other", "ReportSubmitted")]
    [InlineData("returned", "accept", "AR-106")]
    [InlineData("returned", "return", "AR-106")]
    public void Act_InState_IsRecordedOrRefused(string state, string act, string outcome) => Assert.Equal(outcome, Outcome(Acts[act](States[state])));

    [Fact]
    public void Submit_NilReport_IsRecordedWithoutFindings()
    {
        var decision = Story.Blank.Submit(Sheets.Nil);

        Assert.Empty(decision.Findings);
        Assert.Equal(Sheets.Nil, Assert.IsType<ReportSubmitted>(Assert.Single(decision.Events)).Figures);
    }

    [Fact]
    public void Submit_FiguresWithoutSums_RecordsThemComputedAndHashed()
    {
        var filed = Assert.IsType<ReportSubmitted>(Assert.Single(Story.Blank.Submit(Three).Events));

        Assert.Equal(Three.WithSums(), filed.Figures);
        Assert.Equal(Story.Hash(Three.WithSums()).AsEnumerable(), filed.ContentHash.AsEnumerable());
        Assert.Equal(1, filed.Version);
    }

    [Fact]
    public void Submit_UnbalancedFigures_IsRefusedWithTheFinding() => Assert.Equal("AR-001", Outcome(Story.Blank.Submit(Unbalanced)));

    [Fact]
    public void Submit_FiguresWithAWarning_IsRecordedWithTheWarning()
    {
        var decision = Story.Blank.Submit(Sheets.Open.WithApplications(1, "other_fee_unpaid"));

        Assert.Equal("ReportSubmitted", Outcome(decision));
        Assert.Equal("AR-021", Assert.Single(decision.Findings).Code);
    }

    [Fact]
    public void SaveDraft_UnbalancedFigures_IsKeptAndTellsTheFinding()
    {
        var decision = Story.Blank.Report.SaveDraft(Unbalanced, 0, Story.Act());

        Assert.False(decision.Refused);
        Assert.Single(decision.Events);
        Assert.Contains(decision.Findings, f => f.Code == "AR-001");
    }

    [Theory]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-03-31", false)] // the due date is in time
    [InlineData("2026-04-01", true)] // the day after is late
    [InlineData("2027-01-01", true)]
    public void Submit_AroundTheDueDate_IsLateFromTheDayAfter(string today, bool late)
    {
        var story = Story.Blank.Then(s => s.Submit(Three, Units(today)));

        Assert.Equal(late, story.Report.Filed!.Late);
        static DateOnly Units(string day) => Divisions.Units.Day(day);
    }

    [Theory]
    [InlineData(0, "AR-104")] // believes nothing is filed
    [InlineData(1, "ReportSubmitted")]
    [InlineData(2, "AR-104")] // believes more than there is
    public void Submit_ExpectedVersion_MustBeTheCurrentOne(long expected, string outcome) =>
        Assert.Equal(outcome, Outcome(Submitted.Report.Submit(Four, expected, Story.Hash, Story.Act())));

    [Theory]
    [InlineData(1, "AR-104")] // somebody else kept a draft meanwhile
    [InlineData(2, "ReportDraftSaved")]
    [InlineData(3, "AR-104")]
    public void SaveDraft_ExpectedRevision_MustBeTheCurrentOne(long expected, string outcome) =>
        Assert.Equal(outcome, Outcome(Redrafted.Report.SaveDraft(Three, expected, Story.Act())));

    [Theory]
    [InlineData(0, "AR-104")]
    [InlineData(1, "AR-104")] // reviewed what has been replaced
    [InlineData(2, "ReportAccepted")]
    [InlineData(3, "AR-104")]
    public void Accept_Version_MustBeTheCurrentOne(long version, string outcome) =>
        Assert.Equal(outcome, Outcome(Submitted.Then(s => s.Submit(Four)).Report.Accept(version, Story.Act(Story.Reviewer))));

    [Fact]
    public void Accept_OtherVersionOfAnAcceptedReport_IsRefused() => Assert.Equal("AR-105", Outcome(Accepted.Report.Accept(2, Story.Act(Story.Reviewer))));

    [Fact]
    public void Accept_ByTheAuthor_IsRefused() => Assert.Equal("AR-108", Outcome(Submitted.Report.Accept(1, Story.Act(Story.Clerk))));

    [Fact]
    public void Return_ByTheAuthor_IsRefused() => Assert.Equal("AR-108", Outcome(Submitted.Report.Return(1, Story.Reasons, Story.Act(Story.Clerk))));

    [Fact]
    public void Accept_ByTheAuthorOfAnEarlierVersion_IsRecorded()
    {
        var report = Submitted.Report.Apply(new ReportSubmitted(2, Four.WithSums(), [], false), DateTimeOffset.UnixEpoch, "zhao@500151", []);

        Assert.Equal("ReportAccepted", Outcome(report.Accept(2, Story.Act(Story.Clerk))));
    }

    [Theory]
    [InlineData(null, null, "AR-107")] // no reason
    [InlineData("", "", "AR-107")]
    [InlineData("", "  ", "AR-107")] // blanks are no reason
    [InlineData("", "请补充第六部分", "ReportReturned")] // the report as a whole
    [InlineData("t3.new.natural", "请核对", "ReportReturned")]
    [InlineData("t3.new.nobody", "请核对", "AR-012")] // no such cell
    [InlineData("t3.new.nobody", "", "AR-107 AR-012")]
    public void Return_Reason_MustBeWrittenAndNameACellOfTheForm(string? cell, string? text, string outcome) =>
        Assert.Equal(outcome, Outcome(Submitted.Report.Return(1, text is null ? [] : [new ReturnReason(cell!, text)], Story.Act(Story.Reviewer))));

    [Fact]
    public void Submit_SeveralFaults_FindsAll()
    {
        var act = Story.Act() with { Listed = Story.Tongliang with { Due = null }, Form = Sheets.Form with { Id = "annual-2019" } };

        Assert.Equal("AR-102 AR-103 AR-105 AR-104", Outcome(Accepted.Report.Submit(Four, 7, Story.Hash, act)));
        Assert.Equal("AR-102 AR-105 AR-107", Outcome(Accepted.Report.Return(1, [], act with { Actor = Story.Reviewer })));
        Assert.Equal("AR-102 AR-106 AR-107", Outcome(Story.Blank.Report.Return(1, [], act with { Actor = Story.Reviewer })));
    }

    [Fact]
    public void AnyAct_ByUnitNotOnTheList_IsRefused()
    {
        var act = Story.Act() with { Listed = null };

        Assert.Equal("AR-102", Outcome(Story.Blank.Report.SaveDraft(Three, 0, act)));
        Assert.Equal("AR-102", Outcome(Story.Blank.Report.Submit(Three, 0, Story.Hash, act)));
        Assert.Equal("AR-102", Outcome(Submitted.Report.Accept(1, act with { Actor = Story.Reviewer })));
        Assert.Equal("AR-102", Outcome(Submitted.Report.Return(1, Story.Reasons, act with { Actor = Story.Reviewer })));
    }

    [Fact]
    public void Submit_AfterAReturn_IsTheNextVersionWithoutReasons()
    {
        Assert.Equal(ReportState.Returned, Returned.Report.State);
        Assert.Equal(Story.Reasons.AsEnumerable(), Returned.Report.ReturnReasons.AsEnumerable());
        Assert.Equal(1, Returned.Report.Version); // what was returned stays to be seen

        var again = Returned.Then(s => s.Save(Four)).Then(s => s.Submit(Four)).Report;

        Assert.Equal((ReportState.Submitted, 2L), (again.State, again.Version));
        Assert.Empty(again.ReturnReasons);
        Assert.Null(again.Draft);
        Assert.Equal(Four.WithSums(), again.Filed!.Figures);
    }

    [Fact]
    public void Apply_EachEvent_IsOneRevision() => Assert.Equal(3, Submitted.Then(s => s.Return()).Then(s => s.Submit(Three)).Report.Revision);

    [Fact]
    public void Apply_Submitted_KeepsWhoWhenAndTheHeadOfTheChain()
    {
        var at = new DateTimeOffset(2026, 1, 30, 17, 0, 0, TimeSpan.FromHours(8));

        var filed = Report.Blank.Apply(new ReportSubmitted(1, Three.WithSums(), [1], true), at, Story.Clerk, [9]).Filed!;

        Assert.Equal((1L, at, Story.Clerk, true), (filed.Version, filed.At, filed.By, filed.Late));
        Assert.Equal([9], filed.Head.ToArray());
        Assert.Equal([1], filed.ContentHash.ToArray());
    }

    // Any sequence of acts: what is refused changes nothing, and the ledger's events alone give the same report.
    [Fact]
    public void Apply_EventsOfAnyActs_GiveTheSameReportAgain() => Property.Holds(
        from acts in Gen.Elements(Acts.Keys.ToArray()).ListOf()
        select acts.ToArray(),
        acts =>
        {
            var story = Story.Blank;
            foreach (var act in acts)
            {
                var decision = Acts[act](story);
                var next = decision.Refused ? story : story.Then(Acts[act]);
                Assert.Equal(decision.Events.Length, next.Report.Revision - story.Report.Revision);
                Assert.InRange(next.Report.Version - story.Report.Version, 0, 1);
                story = next;
            }

            var again = story.Replayed();
            Assert.Equal((story.Report.Revision, story.Report.State, story.Report.Version, story.Report.Draft), (again.Revision, again.State, again.Version, again.Draft));
            Assert.Equal(story.Report.Filed?.Figures, again.Filed?.Figures);
            Assert.Equal(story.Report.ReturnReasons.AsEnumerable(), again.ReturnReasons.AsEnumerable());
            Assert.Equal(story.Events.OfType<ReportSubmitted>().Select(e => e.Version), Enumerable.Range(1, (int)again.Version).Select(v => (long)v));
            Assert.Equal(again.State == ReportState.NotFiled, again.Filed is null);
            Assert.Equal(again.State == ReportState.Returned, !again.ReturnReasons.IsEmpty);
        });

    [Fact]
    public void Refuse_WithoutABlockingFinding_IsMisuse() =>
        Assert.Throws<ArgumentException>(() => Decision<ReportEvent>.Refuse(ReportRules.FeeNotice.At("t3.other_fee_unpaid.total")));

    private static string Outcome(Decision<ReportEvent> decision) =>
        decision.Refused ? string.Join(' ', decision.Findings.Select(f => f.Code))
        : decision.Events.IsEmpty ? "nothing"
        : Assert.Single(decision.Events).GetType().Name;
}
