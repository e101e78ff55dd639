using System.Collections.Immutable;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

/// <summary>Seal, hand-back and review: who may, and of which version.</summary>
public sealed class ReportApprovalTests
{
    private static ReportContent Three => ReportContent.Of(Sheets.Open.WithApplications(3));

    private static ReportContent Four => ReportContent.Of(Sheets.Open.WithApplications(4));

    private static Story Pending => Story.Blank.Then(s => s.Submit(Three));

    private static Story Sealed => Story.Blank.Sealed(Three);

    [Theory]
    [InlineData("li@500151", "li@500151", "AR-115")] // the author
    [InlineData("li@500151", "zhao@500151", "ReportSealed")]
    [InlineData("li@500151", "li@500152", "ReportSealed")] // the same name elsewhere is somebody else
    [InlineData("li@500151", "wang@500151 for li@500151", "AR-115")] // stands in for the author
    [InlineData("li@500151", "li@500151 for zhao@500151", "AR-115")] // the author, standing in for the approver
    [InlineData("wang@500151 for li@500151", "li@500151", "AR-115")] // written in the name of who approves
    [InlineData("wang@500151 for li@500151", "wang@500151", "AR-115")]
    [InlineData("wang@500151 for li@500151", "sun@500151 for li@500151", "AR-115")] // two who stand in for one
    [InlineData("wang@500151 for li@500151", "sun@500151 for zhao@500151", "ReportSealed")]
    public void Approve_ByWhom_MustBeAnotherPerson(string author, string approver, string outcome)
    {
        var pending = Story.Blank.Then(s => s.Submit(Three, "", Story.Act(author)), author);

        Assert.Equal(outcome, Story.Outcome(pending.Approve(Story.Act(approver))));
        Assert.Equal(outcome == "AR-115" ? outcome : "ReportSentBack", Story.Outcome(pending.SendBack(Story.Act(approver))));
    }

    [Theory]
    [InlineData(0, "AR-104")]
    [InlineData(1, "ReportSealed")]
    [InlineData(2, "AR-104")]
    public void Approve_Version_MustBeTheOneThatWaits(long version, string outcome)
    {
        Assert.Equal(outcome, Story.Outcome(Pending.Report.Approve(version, Pending.Report.Pending!.ContentHash, [], Story.Act(Story.Approver))));
        Assert.Equal(outcome == "AR-104" ? outcome : "ReportSentBack", Story.Outcome(Pending.Report.SendBack(version, Story.Reasons, Story.Act(Story.Approver))));
    }

    [Fact] // what was handed in between reading and sealing is not sealed unread
    public void Approve_OfWhatHasBeenReplaced_IsRefused()
    {
        var read = Pending.Report.Pending!;
        var replaced = Pending.Then(s => s.Submit(Four));

        var decision = replaced.Report.Approve(read.Version, read.ContentHash, [], Story.Act(Story.Approver));

        Assert.Equal(("AR-104", "content_hash"), (decision.Findings[0].Code, decision.Findings[0].Where));
    }

    [Fact]
    public void Approve_Twice_IsNothing()
    {
        Assert.Equal("nothing", Story.Outcome(Sealed.Approve()));
        Assert.Equal("nothing", Story.Outcome(Sealed.Then(s => s.Accept()).Approve())); // accepted meanwhile: still sealed
        Assert.Equal("AR-113", Story.Outcome(Sealed.Report.Approve(1, [1, 2, 3], [], Story.Act(Story.Approver)))); // sealed is something else
    }

    [Fact]
    public void Approve_WithAGateThatBlocks_IsRefusedWithIt() =>
        Assert.Equal("AR-080", Story.Outcome(Pending.Report.Approve(1, Pending.Report.Pending!.ContentHash, [ReportRules.WholeDiffers.At("t3.new.natural")], Story.Act(Story.Approver))));

    [Fact]
    public void Approve_WithAGateThatWarns_IsSealedWithTheWarning()
    {
        var decision = Pending.Report.Approve(1, Pending.Report.Pending!.ContentHash, [ReportRules.WholeIncomplete.At("")], Story.Act(Story.Approver));

        Assert.Equal("ReportSealed", Story.Outcome(decision));
        Assert.Equal("AR-081", Assert.Single(decision.Findings).Code);
    }

    [Fact] // handed in before the acceptance, it became a correction without a reason
    public void Approve_OfAChangeThatTheAcceptanceOvertook_NeedsTheReason()
    {
        var overtaken = Sealed.Then(s => s.Submit(Four)).Then(s => s.Accept());

        Assert.Equal("AR-116", Story.Outcome(overtaken.Approve()));
        Assert.Equal("AR-116", Story.Outcome(overtaken.Submit(Four)));
        var mended = overtaken.Sealed(Four, "误算"); // the same content, with its reason
        Assert.Equal((2L, "误算", 1L), (mended.Report.Filed!.Version, mended.Report.Filed.Correction, mended.Report.Corrected!.Version));
    }

    [Theory]
    [InlineData("2026-01-01", null, false)]
    [InlineData("2026-03-31", null, false)] // the due date is in time
    [InlineData("2026-04-01", null, true)] // the day after is late
    [InlineData("2026-04-01", "2026-04-10", false)]
    [InlineData("2026-04-10", "2026-04-10", false)] // the last day of the exception
    [InlineData("2026-04-11", "2026-04-10", true)]
    [InlineData("2026-03-31", "2026-03-20", false)] // an exception never shortens
    [InlineData("2026-04-01", "2026-03-31", true)]
    public void Approve_AroundTheDueDate_IsLateFromTheDayAfter(string today, string? until, bool late)
    {
        var story = until is null ? Story.Blank : Story.Blank.Then(s => s.Report.Grant(Divisions.Units.Day(until), "机构改革", Story.Act(Story.Reviewer, new DateOnly(2026, 3, 1))));

        Assert.Equal(late, story.Sealed(Three, today: Divisions.Units.Day(today)).Report.Filed!.Late);
    }

    [Fact] // the day that counts is that of the seal
    public void Approve_TheDayAfterAHandInOnTheLastDay_IsLate() =>
        Assert.True(Pending.Then(s => s.Approve(Story.Act(Story.Approver, Story.Due.AddDays(1)))).Report.Filed!.Late);

    [Theory]
    [InlineData(0, false)] // filed in time: a later correction is not late
    [InlineData(1, true)] // filed late: an earlier clock would not heal it
    public void Approve_OfACorrection_KeepsTheLatenessOfWhatItCorrects(int daysAfter, bool late)
    {
        var accepted = Story.Blank.Sealed(Three, today: Story.Due.AddDays(daysAfter)).Then(s => s.Accept());

        var once = accepted.Sealed(Four, "误算", Story.Due.AddDays(90 - (180 * daysAfter)));
        Assert.Equal(late, once.Report.Filed!.Late);
        Assert.Equal(late, once.Sealed(Three, "再误算", Story.Due.AddDays(99)).Report.Filed!.Late);
    }

    [Fact] // before acceptance a change is filed anew, and on its own day
    public void Approve_OfAChangeBeforeAcceptance_IsLateByItsOwnDay() => Assert.True(Sealed.Sealed(Four, today: Story.Due.AddDays(1)).Report.Filed!.Late);

    [Theory]
    [InlineData(null, null, "AR-107")] // no reason
    [InlineData("", "", "AR-107")]
    [InlineData("", "  ", "AR-107")] // blanks are no reason
    [InlineData("", "请补充第六部分", "")] // the report as a whole
    [InlineData("t3.new.natural", "请核对", "")]
    [InlineData("t3.new.nobody", "请核对", "AR-012")] // no such cell
    [InlineData("t3.new.nobody", "", "AR-107 AR-012")]
    public void ReturnAndSendBack_Reason_MustBeWrittenAndNameACellOfTheForm(string? cell, string? text, string refusal)
    {
        ImmutableArray<ReturnReason> reasons = text is null ? [] : [new ReturnReason(cell!, text)];

        Assert.Equal(refusal.Length > 0 ? refusal : "ReportReturned", Story.Outcome(Sealed.Report.Return(1, reasons, Story.Act(Story.Reviewer))));
        Assert.Equal(refusal.Length > 0 ? refusal : "ReportSentBack", Story.Outcome(Pending.Report.SendBack(1, reasons, Story.Act(Story.Approver))));
    }

    [Theory]
    [InlineData(0, "AR-104")]
    [InlineData(1, "AR-104")] // reviewed what has been replaced
    [InlineData(2, "")]
    [InlineData(3, "AR-104")]
    public void AcceptAndReturn_Version_MustBeTheSealedOne(long version, string refusal)
    {
        var second = Sealed.Sealed(Four).Report;

        Assert.Equal(refusal.Length > 0 ? refusal : "ReportAccepted", Story.Outcome(second.Accept(version, Story.Act(Story.Reviewer))));
        Assert.Equal(refusal.Length > 0 ? refusal : "ReportReturned", Story.Outcome(second.Return(version, Story.Reasons, Story.Act(Story.Reviewer))));
    }

    [Fact]
    public void Accept_OtherVersionOfAnAcceptedReport_IsRefused() => Assert.Equal("AR-105", Story.Outcome(Sealed.Then(s => s.Accept()).Report.Accept(2, Story.Act(Story.Reviewer))));

    [Fact] // the accepted version is no longer the one under review
    public void Accept_TheCorrectedVersionInsteadOfTheCorrection_IsRefused() =>
        Assert.Equal("AR-104", Story.Outcome(Sealed.Then(s => s.Accept()).Sealed(Four, "误算").Report.Accept(1, Story.Act(Story.Reviewer))));

    [Theory]
    [InlineData(Story.Clerk)] // who wrote it
    [InlineData(Story.Approver)] // who sealed it
    [InlineData("wang@500000 for zhao@500151")]
    public void AcceptAndReturn_ByWhoFiled_IsRefused(string actor)
    {
        Assert.Equal("AR-108", Story.Outcome(Sealed.Accept(Story.Act(actor))));
        Assert.Equal("AR-108", Story.Outcome(Sealed.Return(Story.Act(actor))));
    }

    [Fact]
    public void Return_SeveralFaults_FindsAll()
    {
        var act = Story.Act(Story.Clerk) with { Listed = Story.Tongliang with { Due = null } };

        Assert.Equal("AR-102 AR-105 AR-108 AR-107", Story.Outcome(Sealed.Then(s => s.Accept()).Report.Return(1, [], act)));
        Assert.Equal("AR-102 AR-106 AR-107", Story.Outcome(Story.Blank.Report.Return(1, [], act)));
        Assert.Equal("AR-102 AR-104 AR-115 AR-107", Story.Outcome(Pending.Report.SendBack(7, [], act)));
        Assert.Equal("AR-113 AR-107", Story.Outcome(Story.Blank.Report.SendBack(1, [], Story.Act(Story.Approver))));
    }
}
