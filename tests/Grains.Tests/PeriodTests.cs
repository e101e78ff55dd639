using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Grains.Reports;

namespace Federation.Grains.Tests;

public sealed class PeriodTests
{
    private static readonly Subject CountyOfficer = new("head", SmallNation.County, [Role.Officer]);
    private static readonly DateOnly Earlier = new(2026, 1, 25);

    [Fact]
    public async Task SetEarlierDue_ByAnOfficer_IsTheDueDateOfTheSubtreeAndSurvivesARestart()
    {
        var nation = await SmallNation.Start();
        var ledger = nation.Ledger;
        var reply = await Period(nation).SetEarlierDue(Layer(CountyOfficer, SmallNation.County));
        Assert.False(reply.Refused);
        nation.Clock.Forward(TimeSpan.FromDays(7)); // 27 January: after the notice's date, before the law's

        var filed = await nation.File(SmallNation.Audit, 1);

        Assert.True(filed.Value!.Late);
        await nation.DisposeAsync();
        await using var again = await SmallNation.Start(ledger);
        var view = await Period(again).Get();
        var due = await Period(again).Explain(SmallNation.Audit);
        Assert.Equal((Earlier, "丙县通知", "head@110101"), (view!.Layers[0].Due, view.Layers[0].Notice, view.Layers[0].By));
        Assert.Equal(["《政府信息公开条例》第四十九条", "丙县通知"], due!.Steps.Select(s => s.Basis));
        Assert.Equal((Earlier, "丙县通知"), (due.Day, due.Basis));
    }

    [Fact]
    public async Task SetEarlierDue_AboveTheOwnUnit_IsRefused()
    {
        await using var nation = await SmallNation.Start();
        var reply = await Period(nation).SetEarlierDue(Layer(CountyOfficer, SmallNation.City));
        Assert.Equal(["AU-001"], reply.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task AmendRoster_Excused_CannotFileAndIsNotExpectedAnyMore()
    {
        await using var nation = await SmallNation.Start();
        Assert.Equal(4, (await nation.RollUp(SmallNation.County).Coverage())!.Whole.Expected);

        var reply = await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, true, "撤乡并镇"));

        Assert.Equal((6, "撤乡并镇"), (reply.Value!.Expected, reply.Value.Amendments[0].Reason));
        Assert.Equal(3, (await nation.RollUp(SmallNation.County).Coverage())!.Whole.Expected);
        Assert.Equal(["AR-102"], (await nation.File(SmallNation.TownB, 1)).Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task AmendRoster_ExcusedAfterFiling_IsRefused()
    {
        await using var nation = await SmallNation.Start();
        await nation.File(SmallNation.TownB, 1);

        var reply = await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, true, "撤乡并镇"));

        Assert.Equal(["DL-009"], reply.Findings.Select(f => f.Code));
    }

    [Fact]
    public async Task AmendRoster_AddedAgain_FilesAndCounts()
    {
        await using var nation = await SmallNation.Start();
        await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, true, "误"));
        await nation.RollUp(SmallNation.TownB).Get();

        Assert.False((await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, false, "恢复"))).Refused);
        Assert.False((await nation.File(SmallNation.TownB, 3)).Refused);

        Assert.Equal(7, (await nation.Total(UnitId.Nation, 1, 3)).Coverage.Expected);
    }

    [Fact]
    public async Task AmendRoster_RepeatedWithItsRequestId_IsOneAct()
    {
        await using var nation = await SmallNation.Start();
        var message = new AmendRoster("once", CountyOfficer, SmallNation.TownB, true, "误");

        await Period(nation).AmendRoster(message);
        var again = await Period(nation).AmendRoster(message);

        Assert.Single(again.Value!.Amendments);
    }

    [Fact] // as another process sees it, which is told nothing
    public async Task Find_AmendedElsewhere_IsSeenAfterTheBoundedAge()
    {
        await using var nation = await SmallNation.Start();
        var elsewhere = new Rosters(nation.Ledger, nation.Clock);
        Assert.Equal(7, (await elsewhere.Find(SmallNation.Period))!.Expected);
        await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, true, "误"));

        nation.Clock.Forward(Rosters.LookAgainAfter);

        var seen = await elsewhere.Find(SmallNation.Period);
        Assert.Equal((6, 1), (seen!.Expected, seen.Revision));
    }

    [Fact] // every first report of an installation looks for the year before, which is not there
    public async Task Find_OfAPeriodNotOpen_AsksTheStoreOnce_UntilItMayHaveBeenOpenedElsewhere()
    {
        await using var nation = await SmallNation.Start();
        var (store, before) = (new CountedPeriods(nation.Ledger), SmallNation.Period.Previous!);
        var rosters = new Rosters(store, nation.Clock);
        for (var n = 0; n < 3; n++)
            Assert.Null(await rosters.Find(before));
        Assert.Equal(1, store.Asked);

        await nation.Grains.GetGrain<IPeriodGrain>(GrainKeys.Period(before)).Open(new OpenPeriod("", new Subject("head", UnitId.Nation, [Role.Officer]), null));
        Assert.Null(await rosters.Find(before));
        nation.Clock.Forward(Rosters.LookAgainAfter);
        Assert.NotNull(await rosters.Find(before));
    }

    [Fact] // the parts are asked for a whole report, which nothing else may have read since
    public async Task Parts_AfterAnAmendment_ExpectWhoStandsOnTheListNow()
    {
        await using var nation = await SmallNation.Start();
        Assert.Equal(4, (await nation.RollUp(SmallNation.County).Parts())!.Expected);

        await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, SmallNation.TownB, true, "撤乡并镇"));

        Assert.Equal(3, (await nation.RollUp(SmallNation.County).Parts())!.Expected);
    }

    [Fact]
    public async Task WholeReport_OfATownAddedAfterItsTotalWasAskedFor_IsBegun()
    {
        var added = UnitId.Parse("110101003");
        var csv = SmallNation.Csv.Replace("\n", ",,\n", StringComparison.Ordinal).Replace("parent,kind,,", "parent,kind,from,to", StringComparison.Ordinal) + ",,\n110101003,壬镇,township,110101,,2026-01-05,";
        await using var nation = await SmallNation.Start(csv: csv);
        Assert.Null(await nation.RollUp(added).Get());
        Assert.False((await Period(nation).AmendRoster(new AmendRoster("", CountyOfficer, added, false, "新设"))).Refused);

        var reply = await nation.Report(added, Domain.Reports.ReportScope.Whole).Get(SmallNation.Clerk(added));

        Assert.Equal(added, reply.Value!.Unit);
    }

    private static IPeriodGrain Period(SmallNation nation) => nation.Grains.GetGrain<IPeriodGrain>(GrainKeys.Period(SmallNation.Period));

    private static SetEarlierDue Layer(Subject by, UnitId top) => new("", by, top, UnitKind.Agency, null, Earlier, null, "丙县通知");
}
