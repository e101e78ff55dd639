using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>Filing and review of one report.</summary>
public sealed class FilingTests
{
    [Fact]
    public async Task Submit_OfALawfulReport_GivesAReceiptThatTheLedgerHolds()
    {
        await using var nation = await Start();
        var receipt = (await nation.Submit(TownA, 3)).Value!;
        Assert.Equal((1, ReportState.Submitted, false), (receipt.Version, receipt.State, receipt.Late));
        var recorded = (await nation.Ledger.ReadStream("report/110101001/annual-2025", 0, default)).Single();
        Assert.Equal(receipt.ChainHash.AsSpan(), recorded.Hash.Span);
        Assert.Equal((receipt.Position, "clerk@110101001"), (recorded.Position, recorded.Actor));
    }

    [Fact]
    public async Task Submit_WithTheSameRequestIdTwice_HasOneEffectAndOneReply()
    {
        await using var nation = await Start();
        var first = await nation.Submit(TownA, 3, requestId: "r1");
        var again = await nation.Submit(TownA, 3, requestId: "r1");
        Assert.Equal(first.Value, again.Value! with { ContentHash = first.Value!.ContentHash, ChainHash = first.Value.ChainHash });
        Assert.Single(await nation.Ledger.ReadStream("report/110101001/annual-2025", 0, default));
    }

    [Fact]
    public async Task Submit_WithARequestIdOfAnotherAct_IsRefused()
    {
        await using var nation = await Start();
        await nation.File(TownA, 3, requestId: "r1");
        Assert.Contains((await nation.File(TownA, 4, version: 1, requestId: "r1")).Findings, f => f.Code == "AR-110");
        Assert.Contains((await nation.File(TownB, 3, requestId: "r1")).Findings, f => f.Code == "AR-110");
    }

    [Fact]
    public async Task Submit_OfAStaleVersion_IsRefused_AndNothingIsRecorded()
    {
        await using var nation = await Start();
        await nation.File(TownA, 3);
        Assert.Equal(["AR-104"], (await nation.Submit(TownA, 4)).Findings.Select(f => f.Code));
        Assert.Equal(["report-submitted", "report-sealed"], (await nation.Ledger.ReadStream("report/110101001/annual-2025", 0, default)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Submit_ForAnotherUnit_IsDenied()
    {
        await using var nation = await Start();
        var reply = await nation.Report(TownA).Submit(new SubmitReport("", Clerk(TownB), ReportContent.Of(Applications(1)), 0));
        Assert.Equal(["AU-001"], reply.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Submit_AfterTheDueDate_IsLate()
    {
        await using var nation = await Start();
        nation.Clock.Forward(TimeSpan.FromDays(72)); // 2026-04-02
        Assert.True((await nation.File(TownA, 3)).Value!.Late);
        Assert.Equal(1, (await nation.Total(County, filed: 1, applications: 3)).Coverage.Counts.Late);
    }

    [Fact]
    public async Task SaveDraft_FromAnOldRevision_IsRefused_AndTheOtherDraftStays()
    {
        await using var nation = await Start();
        var report = nation.Report(TownA);
        Assert.False((await report.SaveDraft(new SaveReportDraft("", Clerk(TownA), ReportContent.Of(Applications(1)), 0))).Refused);
        Assert.Equal(["AR-104"], (await report.SaveDraft(new SaveReportDraft("", Clerk(TownA), ReportContent.Of(Applications(2)), 0))).Findings.Select(f => f.Code));
        Assert.Equal(Applications(1), (await report.Get(Clerk(TownA))).Value!.Draft!.Figures);
    }

    [Fact]
    public async Task Accept_ByTheUnitDirectlyAbove_Succeeds_ByOthersIsDenied()
    {
        await using var nation = await Start();
        await nation.File(TownA, 3);
        UnitId[] others = [TownA, TownB, City, Province];
        foreach (var other in others)
            Assert.Equal(["AU-001"], (await nation.Report(TownA).Accept(new AcceptReport("", Reviewer(other), 1))).Findings.Select(f => f.Code));
        Assert.Equal(ReportState.Accepted, (await nation.Report(TownA).Accept(new AcceptReport("", Reviewer(County), 1))).Value!.State);
    }

    [Fact]
    public async Task Open_ASecondTime_ChangesNothing_AndAnswersTheSame()
    {
        await using var nation = await Start();
        Assert.Equal(7, (await nation.Open()).Value!.Expected);
        Assert.Single(await nation.Ledger.ReadStream("period/annual-2025", 0, default));
        Assert.Equal(["AU-001"], (await nation.Open(Clerk(TownA))).Findings.Select(f => f.Code));
    }
}
