using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>From a filing to every total above it.</summary>
public sealed class RollUpTests
{
    [Fact]
    public async Task Filings_OfEveryKindOfUnit_ReachEveryTotalAbove()
    {
        await using var nation = await Start();
        foreach (var (unit, applications) in new[] { (TownA, 1L), (TownB, 2), (Audit, 4), (County, 8), (CityTown, 16), (City, 32), (Province, 64) })
            Assert.False((await nation.File(unit, applications)).Refused);
        await nation.Total(County, filed: 4, applications: 15);
        await nation.Total(City, filed: 6, applications: 63);
        await nation.Total(Province, filed: 7, applications: 127);
        var whole = await nation.Total(UnitId.Nation, filed: 7, applications: 127);
        Assert.Equal(7, whole.Coverage.Expected);
    }

    [Fact]
    public async Task Return_TakesTheFigureOutOfEveryTotal_UntilItIsFiledAgain()
    {
        await using var nation = await Start();
        await nation.File(TownA, 5);
        await nation.File(TownB, 7);
        await nation.Total(UnitId.Nation, filed: 2, applications: 12);
        await nation.Report(TownA).Return(new ReturnReport("", Reviewer(County), 1, [new ReturnReason("t3.new.natural", "与台账不符")]));
        var without = await nation.Total(UnitId.Nation, filed: 1, applications: 7);
        Assert.Equal(1, without.Coverage.Counts.Returned);
        await nation.File(TownA, 6, version: 1);
        Assert.Equal(0, (await nation.Total(UnitId.Nation, filed: 2, applications: 13)).Coverage.Counts.Returned);
    }

    [Fact]
    public async Task Explain_NamesEachPart_WithVersionSignerAndHash()
    {
        await using var nation = await Start();
        await nation.File(County, 8);
        var receipt = (await nation.File(TownA, 5)).Value!;
        await nation.Total(County, filed: 2, applications: 13);
        var parts = await nation.RollUp(County).Explain(Form2021.Form["t3.new.total"].Index);
        Assert.Equal([("110101", 8L), ("110101001", 5L)], parts.Select(p => (p.Unit.Value, p.Value)));
        var town = parts[1];
        Assert.Equal((true, 2L, "leader@110101001"), (town.Own, town.Version, town.Signer)); // the second act on it, by whoever sealed it
        Assert.Equal(receipt.ChainHash, town.Head.AsEnumerable());
    }

    [Fact]
    public async Task Contribute_AnOldOrRepeatedVersion_HasNoEffect()
    {
        await using var nation = await Start();
        await nation.File(TownA, 5);
        await nation.File(TownA, 6, version: 1);
        var total = await nation.Total(County, filed: 1, applications: 6);
        var stale = new Contribution(TownA, Domain.Ledger.ContributionScope.Own, 1, new FilingCounts(1, 0, 0, 0), Tally.Of(Applications(5).WithSums()), [], [], "", total.Newest!.Value);
        await nation.RollUp(County).Contribute([new Delivery([], stale), new Delivery([], stale)]);
        Assert.Equal(total.Version, (await nation.RollUp(County).Get())!.Version);
    }

    [Fact]
    public async Task ANewHost_OnTheSameLedger_ShowsTheSameTotals()
    {
        var first = await Start();
        await first.File(TownA, 5);
        await first.File(CityTown, 7);
        await first.Total(UnitId.Nation, filed: 2, applications: 12);
        await first.DisposeAsync();
        await using var second = await Start(first.Ledger);
        await second.Total(UnitId.Nation, filed: 2, applications: 12);
        await second.File(TownB, 1);
        await second.Total(UnitId.Nation, filed: 3, applications: 13);
    }

    [Fact]
    public async Task ACrash_BeforeAnyTotalWasWritten_IsMadeGoodFromTheOutbox()
    {
        var crashed = await Start(writesTotals: false);
        await crashed.File(TownA, 5);
        await crashed.File(TownB, 7);
        Assert.Null(await crashed.Ledger.Contribution(County, Domain.Ledger.ContributionScope.Total, "annual-2025", default));
        await using var second = await Start(crashed.Ledger);
        await second.Total(UnitId.Nation, filed: 2, applications: 12);
        await crashed.DisposeAsync();
    }

    [Fact]
    public async Task ASecondActivation_ThatDecidesOnOldState_LosesReloadsAndAnswersFromTheTruth()
    {
        var one = await Start();
        await using var two = await Start(one.Ledger);
        await two.Report(TownA).Get(Clerk(TownA)); // loads the report before the other files
        await one.File(TownA, 5);
        Assert.Equal(["AR-104"], (await two.File(TownA, 6)).Findings.Select(f => f.Code));
        Assert.False((await two.File(TownA, 6, version: 1)).Refused);
        await one.DisposeAsync();
    }

    [Fact]
    public async Task Stop_WritesEveryTotalDown_AndLeavesNoMessageBehind()
    {
        var nation = await Start();
        await nation.File(TownA, 5);
        await nation.Total(UnitId.Nation, filed: 1, applications: 5);
        foreach (var unit in new[] { County, City, Province, UnitId.Nation })
            await nation.RollUp(unit).Flush();
        await nation.DisposeAsync();
        var written = await nation.Ledger.Contribution(UnitId.Nation, Domain.Ledger.ContributionScope.Total, "annual-2025", default);
        Assert.Equal(1, written!.Filed);
    }
}
