using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>A county's whole report against its own office, its agencies and its towns.</summary>
public sealed class WholeReportTests
{
    [Fact]
    public async Task Submit_ThatDoesNotAddUp_IsRefusedWithTheDifferenceNamedByPart()
    {
        await using var nation = await Filed();

        var reply = await Submit(nation, 16);

        Assert.Equal(["AR-080 t3.new.natural", "AR-080 t3.granted.natural"], reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where}"));
        Assert.Contains("应为 20(本级 8 + 部门 4 + 下级 8),相差 -4,恰好缺部门数", reply.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains("own office 8 + agencies 4 + child territories 8", reply.Findings[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_ThatAddsUp_IsSealed_AndEntersNoTotal()
    {
        await using var nation = await Filed();

        Assert.Equal(ReportState.Sealed, (await File(Whole(nation), County, Applications(20))).Value!.State);

        Assert.Equal((4L, 20L), await Counted(nation, UnitId.Nation));
        Assert.Equal((4L, 20L), await Counted(nation, County));
    }

    [Fact]
    public async Task Submit_WhileBodiesAreMissing_IsTakenWithAWarning()
    {
        await using var nation = await Start();
        await nation.File(TownA, 3);
        await nation.Total(County, filed: 1, applications: 3);

        var reply = await Submit(nation, 3);

        Assert.False(reply.Refused);
        Assert.Contains("尚缺 3 个", Assert.Single(reply.Findings, f => f.Code == "AR-081").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AfterAPartHasMoved_IsRefused()
    {
        await using var nation = await Filed();
        var pending = (await Submit(nation, 20)).Value!;
        await nation.File(TownA, 4, version: 1);
        await nation.Total(County, filed: 4, applications: 21);

        var reply = await Whole(nation).Approve(new ApproveReport("", Approver(County), pending.Version, pending.ContentHash));

        Assert.Equal(["AR-080"], reply.Findings.Where(f => f.Blocks).Select(f => f.Code).Distinct());
        Assert.Equal(ReportState.Submitted, (await Whole(nation).Get(Clerk(County))).Value!.State);
    }

    [Fact]
    public async Task CorrectionBelow_AfterTheSeal_ReopensItVisibly_UntilItIsSealedAgain()
    {
        await using var nation = await Filed();
        await File(Whole(nation), County, Applications(20));
        await nation.Report(TownA).Accept(new AcceptReport("", Reviewer(County), 1));
        Assert.Empty((await Whole(nation).Get(Clerk(County))).Value!.Reopened);

        Assert.False((await File(nation.Report(TownA), TownA, Applications(6), version: 1, correction: "漏计三件")).Refused);
        var moved = await nation.Total(UnitId.Nation, filed: 4, applications: 23);

        Assert.Equal(1, moved.Coverage.Counts.Corrected); // travels up
        var reopened = (await Whole(nation).Get(Clerk(County))).Value!.Reopened;
        Assert.Equal(
            [("t3.new.natural", 20L, 23L), ("t3.new.total", 20L, 23L), ("t3.granted.natural", 20L, 23L), ("t3.granted.total", 20L, 23L), ("t3.handled_total.natural", 20L, 23L), ("t3.handled_total.total", 20L, 23L)],
            reopened.Select(d => (d.Cell, d.Before, d.After)));
        Assert.False((await File(Whole(nation), County, Applications(23), version: 1)).Refused);
        Assert.Empty((await Whole(nation).Get(Clerk(County))).Value!.Reopened);
    }

    [Fact]
    public async Task Correction_OfATown_KeepsWhatStoodBefore()
    {
        await using var nation = await Filed();
        var before = nation.Clock.GetUtcNow();
        await nation.Report(TownA).Accept(new AcceptReport("", Reviewer(County), 1));
        await File(nation.Report(TownA), TownA, Applications(6), version: 1, correction: "漏计三件");

        var stood = (await nation.Report(TownA).Version(Clerk(TownA), 0, before)).Value!.Filing;
        var stands = (await nation.Report(TownA).Version(Clerk(TownA), 0, null)).Value!.Filing;

        Assert.Equal((1L, 3L, ""), (stood.Version, stood.Content.Figures["t3.new.total"], stood.Correction));
        Assert.Equal((2L, 6L, "漏计三件"), (stands.Version, stands.Content.Figures["t3.new.total"], stands.Correction));
        await nation.Total(County, filed: 4, applications: 23);
        var part = Assert.Single(await nation.RollUp(County).Explain(Form2021.Form["t3.new.total"].Index), p => p.Unit == TownA);
        Assert.Equal((6L, stands.ContentHash.AsEnumerable()), (part.Value, part.ContentHash.AsEnumerable()));
    }

    [Fact]
    public async Task Whole_OfAnAgency_DoesNotExist()
    {
        await using var nation = await Start();
        Assert.Equal(["AR-123"], (await nation.Report(Audit, ReportScope.Whole).Get(Clerk(Audit))).Findings.Select(f => f.Code));
    }

    private static async Task<SmallNation> Filed()
    {
        var nation = await Start();
        foreach (var (unit, applications) in new[] { (TownA, 3L), (TownB, 5), (Audit, 4), (County, 8) })
            Assert.False((await nation.File(unit, applications)).Refused);
        await nation.Total(UnitId.Nation, filed: 4, applications: 20);
        return nation;
    }

    private static IReportGrain Whole(SmallNation nation) => nation.Report(County, ReportScope.Whole);

    private static Task<Contracts.Reply<ReceiptView>> Submit(SmallNation nation, long applications) =>
        Whole(nation).Submit(new SubmitReport("", Clerk(County), ReportContent.Of(Applications(applications)), 0));

    private static async Task<(long Filed, long Applications)> Counted(SmallNation nation, UnitId unit)
    {
        var total = (await nation.RollUp(unit).Get())!;
        return (total.Coverage.Counts.Filed, total.Tally[Form2021.Form["t3.new.total"].Index]);
    }
}
