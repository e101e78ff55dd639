using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using static Federation.Grains.Tests.SmallNation;

namespace Federation.Grains.Tests;

/// <summary>What a report carries over from last year, where units merged, took other codes or moved between territories.</summary>
public sealed class LastYearTests
{
    private static readonly PeriodId Before = PeriodId.Annual(2024);
    private static readonly UnitId County2 = UnitId.Parse("110102");
    private static readonly UnitId Moving = UnitId.Parse("110102001");

    // In 2025 戊乡 is merged into 丁镇, and 辛镇 goes from 庚县 to 丙县 under its old code.
    private const string Years = """
        code,name,tier,parent,kind,from,to
        110000,甲省,province,,,,
        110100,乙市,city,110000,,,
        110101,丙县,county,110100,,,
        110101001,丁镇,township,110101,,,
        110101002,戊乡,township,110101,,,2025-06-01
        110101.audit,丙县审计局,county,110101,agency,,
        110102,庚县,county,110100,,,
        110102.audit,庚县审计局,county,110102,agency,,
        110102001,辛镇,township,110102,,,2025-06-01
        110102001,辛镇,township,110101,,2025-06-01,
        """;

    private static readonly Lineage Merged = new([new Succession(TownA, TownB, new DateOnly(2025, 6, 1), "省政府批复")]);

    [Theory]
    [InlineData(2, "AR-030 t3.carried_in.natural")] // its own past alone
    [InlineData(5, "")] // with that of the town it took over
    public async Task CarriedIn_OfAMergedTown_IsJudgedAlongItsLineage(long carriedIn, string expected)
    {
        await using var nation = await Twice();

        var reply = await File(nation.Report(TownA), TownA, CarriedIn(carriedIn));

        Assert.Equal(expected, string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where}")));
        Assert.Equal(5, (await nation.Report(TownA).Begin(Clerk(TownA))).Value!.Draft!.Figures["t3.carried_in.natural"] + (expected.Length == 0 ? 5 - carriedIn : 0));
    }

    [Theory]
    [InlineData(10, 2, 3, 9, "")] // 10 in force, 2 issued, 3 repealed
    [InlineData(10, 2, 3, 10, "AR-031 t2.normative.valid")]
    public async Task InForce_OfAMergedTown_FollowsFromBoth(long last, long issued, long repealed, long valid, string expected)
    {
        await using var nation = await Twice(last);

        var reply = await File(nation.Report(TownA), TownA, Filled(("t3.carried_in.natural", 5), ("t3.granted.natural", 5), ("t2.normative.issued", issued), ("t2.normative.repealed", repealed), ("t2.normative.valid", valid)));

        Assert.Equal(expected, string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where}")));
    }

    [Fact] // 2 + 3 of its own towns, 7 of the town that joined; not the 5 of last year's members alone
    public async Task Whole_OfACountyThatATownJoined_IsComparedWithThisYearsMembers()
    {
        await using var nation = await Twice();
        await Refiled(nation);

        var reply = await File(nation.Report(County, ReportScope.Whole), County, CarriedIn(12));

        Assert.Equal("", string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where} {f.Text}")));
    }

    [Fact]
    public async Task Whole_OfACountyThatATownLeft_IsComparedWithoutIt()
    {
        await using var nation = await Twice();
        await Refiled(nation);

        var reply = await File(nation.Report(County2, ReportScope.Whole), County2, CarriedIn(0));

        Assert.Equal("", string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where} {f.Text}")));
    }

    [Fact] // whoever is refused for last year's figure mends that one and comes back at once
    public async Task CarriedIn_AfterLastYearWasCorrected_IsJudgedByTheCorrection()
    {
        await using var nation = await Twice();
        Assert.True((await File(nation.Report(TownA), TownA, CarriedIn(6))).Refused);
        await nation.Report(TownA, period: Before).Accept(new AcceptReport("", Reviewer(County), 1));
        var corrected = Filled(("t3.new.natural", 3), ("t3.carried_out.natural", 3), ("t2.normative.valid", 0));
        Assert.False((await File(nation.Report(TownA, period: Before), TownA, corrected, version: 1, correction: "漏计一件")).Refused);

        var reply = await File(nation.Report(TownA), TownA, CarriedIn(6));

        Assert.Equal("", string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where}")));
    }

    [Fact]
    public async Task Whole_AfterATownCorrectedLastYear_IsComparedWithTheCorrection()
    {
        await using var nation = await Twice();
        Assert.False((await nation.Report(County, ReportScope.Whole).Begin(Clerk(County))).Refused);
        await nation.Report(TownA, period: Before).Accept(new AcceptReport("", Reviewer(County), 1));
        var corrected = Filled(("t3.new.natural", 3), ("t3.carried_out.natural", 3), ("t2.normative.valid", 0));
        Assert.False((await File(nation.Report(TownA, period: Before), TownA, corrected, version: 1, correction: "漏计一件")).Refused);
        await nation.Settled(County, Before, applications: 6);
        foreach (var (unit, carriedIn) in new[] { (TownA, 6L), (Moving, 7), (County, 0) })
            Assert.Equal([], (await File(nation.Report(unit), unit, CarriedIn(carriedIn))).Findings.Where(f => f.Blocks).Select(f => $"{unit} {f.Code} {f.Text}"));
        await nation.Total(County, filed: 3, applications: 0);

        var reply = await File(nation.Report(County, ReportScope.Whole), County, CarriedIn(13));

        Assert.Equal("", string.Join(',', reply.Findings.Where(f => f.Blocks).Select(f => $"{f.Code} {f.Where}")));
    }

    // 2024: 丁镇 carries 2 out, 戊乡 3, 辛镇 7; totals are written.
    private static async Task<SmallNation> Twice(long inForce = 0)
    {
        var nation = await Start(csv: Years, lineage: Merged);
        Assert.False((await nation.Open(period: Before)).Refused);
        foreach (var (unit, carriedOut, valid) in new[] { (TownA, 2L, inForce - (inForce / 3)), (TownB, 3, inForce / 3), (Moving, 7, 0), (County, 0, 0), (County2, 0, 0) })
        {
            var figures = Filled(("t3.new.natural", carriedOut), ("t3.carried_out.natural", carriedOut), ("t2.normative.valid", valid));
            Assert.False((await File(nation.Report(unit, period: Before), unit, figures)).Refused);
        }
        foreach (var county in new[] { County, County2 })
            await nation.Settled(county, Before, applications: county == County ? 5 : 7);
        return nation;
    }

    private static async Task Refiled(SmallNation nation)
    {
        foreach (var (unit, carriedIn) in new[] { (TownA, 5L), (Moving, 7), (County, 0), (County2, 0) })
            Assert.Equal([], (await File(nation.Report(unit), unit, CarriedIn(carriedIn))).Findings.Where(f => f.Blocks).Select(f => $"{unit} {f.Code} {f.Text}"));
        await nation.Total(UnitId.Nation, filed: 4, applications: 0);
        await nation.Total(County, filed: 3, applications: 0);
        await nation.Total(County2, filed: 1, applications: 0);
    }

    private static Figures CarriedIn(long count) => Filled(("t3.carried_in.natural", count), ("t3.granted.natural", count));
}
