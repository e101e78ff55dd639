using Federation.Domain.Findings;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Every state with every act, and what each event leaves.</summary>
public sealed class ReportStateTests
{
    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static ReportContent Four => ReportContent.Of(Sheets.Open.WithApplications(4));

    private static readonly Story Submitted = Story.Blank.Then(s => s.Submit(Three));
    private static readonly Story Sealed = Story.Blank.Sealed(Three);
    private static readonly Story Accepted = Sealed.Then(s => s.Accept());
    private static readonly Story Returned = Sealed.Then(s => s.Return());
    private static readonly Story Corrected = Accepted.Sealed(Four, "误算");

    private static readonly Dictionary<string, Story> States = new()
    {
        ["not filed"] = Story.Blank,
        ["drafted"] = Story.Blank.Then(s => s.Save(Three)),
        ["submitted"] = Submitted,
        ["sent back"] = Submitted.Then(s => s.SendBack()),
        ["sealed"] = Sealed,
        ["redrafted"] = Sealed.Then(s => s.Save(Four)),
        ["refiled"] = Sealed.Then(s => s.Submit(Four)),
        ["accepted"] = Accepted,
        ["returned"] = Returned,
        ["published"] = Accepted.Then(s => s.Publish()),
        ["correcting"] = Accepted.Then(s => s.Submit(Four, "误算")),
        ["corrected"] = Corrected,
        ["correction returned"] = Corrected.Then(s => s.Return()),
    };

    private static readonly Dictionary<string, Func<Story, Decision<ReportEvent>>> Acts = new()
    {
        ["save"] = s => s.Save(Three),
        ["submit"] = s => s.Submit(Three),
        ["correct"] = s => s.Submit(Three, "误算"),
        ["approve"] = s => s.Approve(),
        ["send back"] = s => s.SendBack(),
        ["accept"] = s => s.Accept(),
        ["return"] = s => s.Return(),
        ["publish"] = s => s.Publish(),
        ["urge"] = s => s.Report.Urge("请尽快报送", Story.Act(Story.Reviewer)),
        ["grant"] = s => s.Report.Grant(Story.Due, "机构改革", Story.Act(Story.Reviewer)),
    };

    // save | submit | correct | approve | send back | accept | return | publish | urge | grant
    [Theory]
    [InlineData("not filed", "DraftSaved Submitted Submitted AR-113 AR-113 AR-106 AR-106 AR-117 Urged Granted")]
    [InlineData("drafted", "nothing Submitted Submitted AR-113 AR-113 AR-106 AR-106 AR-117 Urged Granted")]
    [InlineData("submitted", "DraftSaved nothing nothing Sealed SentBack AR-106 AR-106 AR-117 Urged Granted")]
    [InlineData("sent back", "DraftSaved Submitted Submitted AR-113 AR-113 AR-106 AR-106 AR-117 Urged Granted")]
    [InlineData("sealed", "DraftSaved nothing nothing nothing AR-113 Accepted Returned AR-117 AR-121 Granted")]
    [InlineData("redrafted", "DraftSaved Submitted Submitted nothing AR-113 Accepted Returned AR-117 AR-121 Granted")] // what is sealed is judged, not the draft
    [InlineData("refiled", "DraftSaved Submitted Submitted Sealed SentBack Accepted Returned AR-117 AR-121 Granted")] // a change before the review needs no reason
    [InlineData("accepted", "DraftSaved nothing nothing nothing AR-113 nothing AR-105 Published AR-121 Granted")]
    [InlineData("returned", "DraftSaved Submitted Submitted AR-113 AR-113 AR-106 AR-106 AR-117 Urged Granted")]
    [InlineData("published", "DraftSaved nothing nothing nothing AR-113 nothing AR-105 nothing AR-121 Granted")]
    [InlineData("correcting", "DraftSaved AR-116 Submitted Sealed SentBack nothing AR-105 Published AR-121 Granted")] // what was accepted stands meanwhile
    [InlineData("corrected", "DraftSaved AR-116 Submitted nothing AR-113 Accepted Returned AR-117 AR-121 Granted")]
    [InlineData("correction returned", "DraftSaved AR-116 Submitted AR-113 AR-113 nothing AR-105 Published AR-121 Granted")]
    public void Act_InState_IsRecordedOrRefused(string state, string outcomes)
    {
        var story = States[state];

        Assert.Equal(outcomes, string.Join(' ', Acts.Select(a => Short(Story.Outcome(a.Value(story))))));
    }

    [Theory]
    [InlineData("not filed", ReportState.NotFiled, 0, false)]
    [InlineData("drafted", ReportState.NotFiled, 0, false)]
    [InlineData("submitted", ReportState.Submitted, 0, false)]
    [InlineData("sent back", ReportState.NotFiled, 0, false)]
    [InlineData("sealed", ReportState.Sealed, 1, false)]
    [InlineData("refiled", ReportState.Sealed, 1, false)] // counts as sealed until the newer one is
    [InlineData("accepted", ReportState.Accepted, 1, true)]
    [InlineData("returned", ReportState.Returned, 1, false)]
    [InlineData("published", ReportState.Published, 1, true)]
    [InlineData("correcting", ReportState.Accepted, 1, true)]
    [InlineData("corrected", ReportState.Sealed, 2, true)]
    [InlineData("correction returned", ReportState.Accepted, 2, true)] // the accepted one counts again
    public void State_AfterTheActs_IsWhatTheUnitReads(string state, ReportState expected, long version, bool settled)
    {
        var report = States[state].Report;

        Assert.Equal((expected, version, settled), (report.State, report.Version, report.IsSettled));
    }

    [Fact] // the superior's return outlives the approver's hand-back
    public void State_ReturnedThenSentBack_IsStillReturned()
    {
        var again = Returned.Then(s => s.Submit(Four));
        Assert.Equal(ReportState.Submitted, again.Report.State);

        Assert.Equal(ReportState.Returned, again.Then(s => s.SendBack()).Report.State);
    }

    [Fact]
    public void Return_OfAFirstFiling_LeavesItsContentAsDraftAndNothingThatCounts()
    {
        var report = Returned.Report;

        Assert.Null(report.Filed);
        Assert.Equal(Three.WithSums(), report.Draft);
        Assert.Equal((1L, Story.Reviewer), (report.Rejected!.Version, report.Rejected.By));
        Assert.Equal(Story.Reasons.AsEnumerable(), report.Rejected.Reasons.AsEnumerable());
    }

    [Fact]
    public void Return_WhileANewerVersionWaits_LeavesWhatWaitsOnTop()
    {
        var report = Sealed.Then(s => s.Submit(Four)).Then(s => s.Return()).Report;

        Assert.Equal(Four.WithSums(), report.Current); // not what was returned
        Assert.Null(report.Draft);
        Assert.Equal(ReportState.Submitted, report.State);
    }

    [Fact]
    public void Return_OfACorrection_LetsTheAcceptedVersionCountAgain()
    {
        var returned = Corrected.Then(s => s.Return());

        Assert.Equal((1L, ReportState.Accepted), (returned.Report.Filed!.Version, returned.Report.Filed.State));
        Assert.Equal(Three.WithSums(), returned.Report.Filed.Content);
        Assert.Equal(Four.WithSums(), returned.Report.Draft); // the author goes on from the correction
        Assert.Null(returned.Report.Corrected);

        var again = returned.Sealed(Four, "误算,已核"); // the number of the returned one is never given again
        Assert.Equal((3L, 1L), (again.Report.Filed!.Version, again.Report.Corrected!.Version));
    }

    [Fact]
    public void Return_OfTheSecondCorrectionInARow_FallsBackToTheAcceptedVersion()
    {
        var twice = Corrected.Sealed(ReportContent.Of(Sheets.Open.WithApplications(5)), "再次误算");
        Assert.Equal((3L, 1L), (twice.Report.Filed!.Version, twice.Report.Corrected!.Version)); // never the unaccepted one between

        Assert.Equal(1, twice.Then(s => s.Return()).Report.Filed!.Version);
    }

    [Fact]
    public void Return_OfACorrectionOfAPublishedReport_IsPublishedAgain() =>
        Assert.Equal(ReportState.Published, States["published"].Sealed(Four, "误算").Then(s => s.Return()).Report.State);

    [Fact]
    public void Accept_OfACorrection_LeavesNothingBehindIt()
    {
        var report = Corrected.Then(s => s.Accept()).Report;

        Assert.Equal((2L, ReportState.Accepted, "误算"), (report.Filed!.Version, report.Filed.State, report.Filed.Correction));
        Assert.Null(report.Corrected);
    }

    [Fact]
    public void SendBack_LeavesTheContentAsDraftUnlessANewerOneIsKept()
    {
        Assert.Equal(Three.WithSums(), States["sent back"].Report.Draft);
        Assert.Equal(Four, Submitted.Then(s => s.Save(Four)).Then(s => s.SendBack()).Report.Draft);
    }

    [Fact]
    public void Apply_Sealed_KeepsWhoWroteWhoSealedAndTheHeadOfTheChain()
    {
        var filed = Sealed.Report.Filed!;

        Assert.Equal((1L, Story.Clerk, Story.Approver, Story.Start.AddMinutes(1), false), (filed.Version, filed.Author, filed.By, filed.At, filed.Late));
        Assert.Equal([2], filed.Head.ToArray());
        Assert.Equal(Story.Hash(Three.WithSums()).AsEnumerable(), filed.ContentHash.AsEnumerable());
    }

    [Fact]
    public void Apply_FilingOfTheTimeBeforeApproval_IsSealedAtOnce()
    {
        var report = Report.Blank.Apply(new ReportFiled(1, Three.WithSums(), [1], true), Story.Start, Story.Clerk, [9]);

        Assert.Equal((ReportState.Sealed, true, Story.Clerk, Story.Clerk), (report.State, report.Filed!.Late, report.Filed.Author, report.Filed.By));
        Assert.Equal("AR-108", Story.Outcome(report.Accept(1, Story.Act(Story.Clerk))));
        Assert.Equal("ReportAccepted", Story.Outcome(report.Accept(1, Story.Act(Story.Reviewer))));
    }

    [Fact]
    public void Apply_EachEvent_IsOneRevision() => Assert.Equal(Corrected.Told.Length, Corrected.Report.Revision);

    private static string Short(string outcome) => outcome switch
    {
        "ReportDraftSaved" => "DraftSaved",
        "ExceptionGranted" => "Granted",
        _ => outcome.Replace("Report", "", StringComparison.Ordinal),
    };
}
