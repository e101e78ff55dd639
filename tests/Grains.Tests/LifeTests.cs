using Federation.Contracts;
using Federation.Contracts.Authority;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>Dates, exceptions, many editors and stand-ins in the life of one report.</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task Approve_AfterTheDueDate_IsLateThoughHandedInInTime()
    {
        await using var nation = await Start();
        var pending = (await nation.Submit(Audit, 3)).Value!; // 20 January, due on 31 January
        nation.Clock.Forward(TimeSpan.FromDays(12));

        var receipt = (await nation.Report(Audit).Approve(new ApproveReport("", Approver(Audit), pending.Version, pending.ContentHash))).Value!;

        Assert.True(receipt.Late); // the sealed time decides
        Assert.Equal(1, (await nation.Total(County, filed: 1, applications: 3)).Coverage.Counts.Late);
    }

    [Fact]
    public async Task Submit_AfterTheLock_NeedsAnExceptionOfTheSuperior()
    {
        await using var nation = await Start();
        nation.Clock.Forward(TimeSpan.FromDays(101)); // 1 May; locked since 30 April
        var report = nation.Report(TownA);
        Assert.Equal(["AR-120"], (await nation.Submit(TownA, 3)).Findings.Select(f => f.Code));
        Assert.Equal(["AU-001"], (await report.Grant(new GrantException("", Clerk(TownA), new DateOnly(2026, 5, 10), "灾情"))).Findings.Select(f => f.Code));

        Assert.False((await report.Grant(new GrantException("", Reviewer(County), new DateOnly(2026, 5, 10), "灾情"))).Refused);
        var receipt = (await nation.File(TownA, 3)).Value!;

        Assert.Equal((ReportState.Sealed, false), (receipt.State, receipt.Late)); // within the exception it is in time
        var view = (await report.Get(Clerk(TownA))).Value!;
        Assert.Equal((new DateOnly(2026, 5, 10), "灾情", "reviewer@110101"), (view.Chasing.Until, view.Chasing.Reason, view.Chasing.Approver));
    }

    [Fact]
    public async Task Submit_OnADayAfterTheException_IsRefusedAgain()
    {
        await using var nation = await Start();
        nation.Clock.Forward(TimeSpan.FromDays(101));
        await nation.Report(TownA).Grant(new GrantException("", Reviewer(County), new DateOnly(2026, 5, 3), "灾情"));
        nation.Clock.Forward(TimeSpan.FromDays(3)); // 4 May

        Assert.Equal(["AR-120"], (await nation.Submit(TownA, 3)).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task File_ANilReport_CountsAsFiledWithNothingInIt()
    {
        await using var nation = await Start();

        Assert.False((await File(nation.Report(TownA), TownA, Figures.NilReport(Form2021.Form))).Refused);

        Assert.Equal(1, (await nation.Total(County, filed: 1, applications: 0)).Coverage.Counts.Filed);
    }

    [Fact]
    public async Task Edit_OfDifferentCellsByTwo_KeepsBoth()
    {
        await using var nation = await Start();
        var report = nation.Report(TownA);

        await Task.WhenAll(report.Edit(Cell("t3.new.natural", default, 3)), report.Edit(Cell("t3.new.legal", default, 4)));

        var draft = (await report.Get(Clerk(TownA))).Value!.Draft!.Figures;
        Assert.Equal((3L, 4L), (draft["t3.new.natural"], draft["t3.new.legal"]));
    }

    [Fact]
    public async Task Edit_OfTheSameCellByTwo_IsAConflictThatShowsBothSides()
    {
        await using var nation = await Start();
        var report = nation.Report(TownA);

        var replies = await Task.WhenAll(report.Edit(Cell("t3.new.natural", default, 3)), report.Edit(Cell("t3.new.natural", default, 4)));

        var refused = Assert.Single(replies, r => r.Refused);
        var finding = Assert.Single(refused.Findings);
        Assert.Equal(("AR-114", "t3.new.natural"), (finding.Code, finding.Where));
        Assert.Contains("3", finding.Text, StringComparison.Ordinal);
        Assert.Contains("4", finding.Text, StringComparison.Ordinal);
        Assert.Contains((await report.Get(Clerk(TownA))).Value!.Draft!.Figures["t3.new.natural"], (long[])[3, 4]);
    }

    [Fact]
    public async Task Approve_ByAStandIn_NamesBothAndEndsWithItsLastDay()
    {
        await using var nation = await Start();
        var delegations = nation.Grains.GetGrain<IDelegationsGrain>(GrainKeys.Delegations(TownA));
        var deputy = new Subject("deputy", TownA, []);
        Assert.Equal(["AU-106"], (await delegations.StandIn(deputy, "leader")).Findings.Select(f => f.Code));
        Assert.False((await delegations.Grant(new GrantDelegation(Approver(TownA), "deputy", [Role.Approver], new DateOnly(2026, 1, 20), new DateOnly(2026, 1, 22), "出差"))).Refused);
        var pending = (await nation.Submit(TownA, 3)).Value!;

        var standsIn = (await delegations.StandIn(deputy, "leader")).Value!.Subject;
        var receipt = await nation.Report(TownA).Approve(new ApproveReport("", standsIn, pending.Version, pending.ContentHash));

        Assert.False(receipt.Refused);
        Assert.Equal("deputy@110101001 for leader@110101001", (await nation.Report(TownA).Get(Clerk(TownA))).Value!.Filed!.By);
        nation.Clock.Forward(TimeSpan.FromDays(3));
        Assert.Equal(["AU-106"], (await delegations.StandIn(deputy, "leader")).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Approve_ByTheAuthorAsAStandIn_IsRefused()
    {
        await using var nation = await Start();
        var delegations = nation.Grains.GetGrain<IDelegationsGrain>(GrainKeys.Delegations(TownA));
        await delegations.Grant(new GrantDelegation(Approver(TownA), "clerk", [Role.Approver], new DateOnly(2026, 1, 20), new DateOnly(2026, 1, 22), "出差"));
        var pending = (await nation.Submit(TownA, 3)).Value!;

        var standsIn = (await delegations.StandIn(Clerk(TownA), "leader")).Value!.Subject;
        var reply = await nation.Report(TownA).Approve(new ApproveReport("", standsIn, pending.Version, pending.ContentHash));

        Assert.Equal(["AR-115"], reply.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task Count_OfOneCellTwice_IsRefused()
    {
        await using var nation = await Start();
        var reply = await nation.Report(TownA).Count(new CountRegister("", Clerk(TownA), "依申请公开平台", [new CellCount("t3.new.natural", 3), new CellCount("t3.new.natural", 4)]));
        Assert.Equal(["AR-016 t3.new.natural"], reply.Findings.Select(f => $"{f.Code} {f.Where}"));
    }

    private static EditReportDraft Cell(string cell, CellValue was, long now) => new("", Clerk(TownA), [new CellEditMessage(cell, was, CellValue.Of(now))], []);
}
