using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Tests.Divisions;

public sealed class DivisionRegisterTests
{
    private static readonly Unit Chongqing = Units.Territory("500000", "重庆市", Tier.Province);
    private static readonly Unit Tongliang = Units.Territory("500151", "铜梁区", Tier.County, "500000");

    [Fact]
    public void Check_LawfulRows_GivesTheRegisterWithTheNation()
    {
        var register = Units.Register(Units.Small);

        Assert.Equal(Units.Small.Count + 1, register.Rows.Length);
        Assert.Equal(register.Rows.OrderBy(u => u.Id), register.Rows);
        Assert.Contains(DivisionRegister.Root, register.Rows);
    }

    [Fact]
    public void Check_NationAmongTheRows_IsTakenOnce() =>
        Assert.Equal(2, Units.Register(DivisionRegister.Root, Chongqing).Rows.Length);

    [Fact]
    public void Check_OneCodeTwiceAtOneTime_IsOverlapOnBothLines() => AssertFound(
        ["DV-005 line 3", "DV-005 line 4"],
        Chongqing,
        Units.Territory("500151", "铜梁县", Tier.County, "500000", to: "2014-06-02"),
        Units.Territory("500151", "铜梁区", Tier.County, "500000", from: "2014-06-01"));

    [Fact]
    public void Check_SameRowTwice_IsOverlap() => AssertFound(["DV-005 line 3", "DV-005 line 4"], Chongqing, Tongliang, Tongliang);

    [Fact]
    public void Check_RowsThatMeetOnOneDay_DoNotOverlap() => AssertFound(
        [],
        Chongqing,
        Units.Territory("500151", "铜梁县", Tier.County, "500000", to: "2014-06-01"),
        Units.Territory("500151", "铜梁区", Tier.County, "500000", from: "2014-06-01"));

    [Fact]
    public void Check_RowThatHoldsOnNoDay_IsRefused() =>
        AssertFound(["DV-009 line 3"], Chongqing, Units.Territory("500151", "铜梁区", Tier.County, "500000", "2020-01-01", "2020-01-01"));

    [Theory]
    [InlineData("", "open", false)] // the parent is there all the time
    [InlineData("2000-01-01", "2020-01-01", false)] // exactly as long as the child
    [InlineData("2000-01-02", "open", true)] // begins a day after the child
    [InlineData("", "2019-12-31", true)] // ends a day before the child
    [InlineData("2020-01-01", "open", true)] // begins when the child ends
    public void Check_ParentInAnotherTime_IsOrphan(string from, string to, bool orphan) => AssertFound(
        orphan ? ["DV-006 line 3"] : [],
        Units.Territory("500000", "重庆市", Tier.Province, from: from, to: to),
        Units.Territory("500151", "铜梁区", Tier.County, "500000", "2000-01-01", "2020-01-01"));

    [Fact]
    public void Check_ParentNowhere_IsOrphan() => AssertFound(["DV-006 line 2"], Tongliang);

    [Fact]
    public void Check_ParentRenamedInBetween_CoversTheChildWithBothRows() => AssertFound(
        [],
        Units.Territory("500000", "四川省重庆市", Tier.Province, to: "1997-06-18"),
        Units.Territory("500000", "重庆市", Tier.Province, from: "1997-06-18"),
        Tongliang);

    [Fact]
    public void Check_ParentWithAGapInBetween_IsOrphan() => AssertFound(
        ["DV-006 line 4"],
        Units.Territory("500000", "重庆市", Tier.Province, to: "1997-06-18"),
        Units.Territory("500000", "重庆市", Tier.Province, from: "1997-06-19"),
        Tongliang);

    [Theory]
    [InlineData(Tier.Province)] // same tier
    [InlineData(Tier.Nation)] // above
    public void Check_TierNotBelowTheParents_IsWrongOrder(Tier tier) =>
        AssertFound(["DV-007 line 3"], Chongqing, Units.Territory("500151", "铜梁区", tier, "500000"));

    [Theory]
    [InlineData(Tier.City)]
    [InlineData(Tier.County)] // no city between
    [InlineData(Tier.Township)] // neither city nor county between
    public void Check_SkippedTier_IsLawful(Tier tier) => AssertFound([], Chongqing, Units.Territory("500151", "铜梁区", tier, "500000"));

    [Fact]
    public void Check_AgencyOfAnotherTierThanItsTerritory_IsWrongOrder() =>
        AssertFound(["DV-007 line 3"], Chongqing, Units.Agency("500000.audit", "审计局", Tier.County));

    [Fact]
    public void Check_UnitThatIsItsOwnParent_IsCycle() => AssertFound(["DV-008 line 2"], Units.Territory("500151", "铜梁区", Tier.County, "500151"));

    [Fact]
    public void Check_TwoUnitsAboveEachOther_IsCycleOnBoth() => AssertFound(
        ["DV-008 line 2", "DV-008 line 3"],
        Units.Territory("500100", "甲", Tier.City, "500151"),
        Units.Territory("500151", "乙", Tier.County, "500100"));

    [Fact]
    public void Check_MoveThatClosesTheChainLater_IsCycleAtTheMove()
    {
        var (register, findings) = Check(
            Units.Territory("500100", "甲", Tier.City),
            Units.Territory("500100", "甲", Tier.City, "500152", from: "2024-01-01"),
            Units.Territory("500151", "乙", Tier.County, "500100"),
            Units.Territory("500152", "丙", Tier.Township, "500151"));

        Assert.Null(register);
        Assert.Contains(findings, f => f is { Code: "DV-008", Where: "line 3" });
    }

    [Fact]
    public void Check_AgencyCodeOfAnotherTerritory_IsAgencyPlace() => AssertFound(
        ["DV-010 line 4"],
        Chongqing,
        Tongliang,
        Units.Agency("500000.audit", "审计局", Tier.County) with { Parent = Tongliang.Id });

    [Fact]
    public void Check_AgencyCodeWithTerritoryKind_IsAgencyPlace() => AssertFound(
        ["DV-010 line 3"],
        Chongqing,
        Units.Territory("500000.audit", "审计局", Tier.City, "500000"));

    [Fact]
    public void Check_TerritoryCodeWithAgencyKind_IsAgencyPlace() => AssertFound(
        ["DV-010 line 3"],
        Chongqing,
        Tongliang with { Kind = UnitKind.Agency, Tier = Tier.Province });

    [Fact]
    public void Check_UnitBelowAnAgency_IsAgencyPlace() => AssertFound(
        ["DV-010 line 4"],
        Chongqing,
        Units.Agency("500000.audit", "审计局", Tier.Province),
        Units.Territory("500151", "铜梁区", Tier.County, "500000.audit"));

    [Fact]
    public void Check_SeveralFaults_ReportsAllInOrderOfLineWhateverTheOrderGiven()
    {
        (int, Unit)[] rows =
        [
            (9, Units.Territory("500151", "铜梁区", Tier.Province, "500000")),
            (2, Chongqing),
            (4, Units.Territory("330100", "杭州市", Tier.City, "330000")),
            (7, Units.Agency("500000.audit", "审计局", Tier.County)),
        ];

        var (register, findings) = DivisionRegister.Check(rows);

        Assert.Null(register);
        Assert.Equal(["DV-006 line 4", "DV-007 line 7", "DV-007 line 9"], findings.Select(f => $"{f.Code} {f.Where}"));
        Assert.Contains("杭州市(330100)", findings[0].Text, StringComparison.Ordinal);
    }

    // Moves and renames of these kinds happen; the days are chosen for the test.
    private static readonly Unit[] Moved =
    [
        Chongqing,
        Units.Territory("500109", "北碚区", Tier.County, "500000"),
        Units.Territory("500112", "渝北区", Tier.County, "500000"),
        Units.Territory("500112136", "大盛镇", Tier.Township, "500112", to: "2025-01-01"),
        Units.Territory("500112136", "大盛镇", Tier.Township, "500109", from: "2025-01-01"),
        Units.Territory("500151", "铜梁县", Tier.County, "500000", to: "2014-06-01"),
        Units.Territory("500151", "铜梁区", Tier.County, "500000", from: "2014-06-01"),
        Units.Territory("500199", "新区", Tier.County, "500000", from: "2024-01-01", to: "2024-07-01"),
    ];

    [Theory]
    [InlineData("2024-12-31", "渝北区")] // last day before the move
    [InlineData("2025-01-01", "北碚区")] // first day after it
    public void AsOf_AroundAMove_HasTheUnitUnderItsParentOfThatDay(string day, string parent)
    {
        var tree = Units.Register(Moved).AsOf(Units.Day(day));

        Assert.True(tree.TryFind(Units.Id("500112136"), out var order));
        Assert.Equal($"重庆市/{parent}/大盛镇", string.Join('/', tree.PathOf(order)));
    }

    [Theory]
    [InlineData("2014-05-31", "铜梁县")]
    [InlineData("2014-06-01", "铜梁区")]
    [InlineData("0001-01-01", "铜梁县")] // since ever
    [InlineData("9999-12-30", "铜梁区")] // open
    public void AsOf_AroundARename_HasTheNameOfThatDay(string day, string name) =>
        Assert.Equal(name, Units.Register(Moved).AsOf(Units.Day(day)).Find(Units.Id("500151"))?.Name);

    [Theory]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)] // the first day counts
    [InlineData("2024-06-30", true)]
    [InlineData("2024-07-01", false)] // the end does not
    public void AsOf_AroundTheLifeOfAUnit_HasItOnlyThen(string day, bool there) =>
        Assert.Equal(there, Units.Register(Moved).AsOf(Units.Day(day)).TryFind(Units.Id("500199"), out _));

    [Fact]
    public void History_RenamedUnit_HasBothRowsInOrder() =>
        Assert.Equal(["铜梁县", "铜梁区"], Units.Register(Moved.Reverse()).History(Units.Id("500151")).Select(u => u.Name));

    [Fact]
    public void History_UnknownUnit_IsEmpty() => Assert.Empty(Units.Register(Moved).History(Units.Id("110000")));

    private static (DivisionRegister? Register, IReadOnlyList<Finding> Findings) Check(params Unit[] rows)
    {
        var (register, findings) = DivisionRegister.Check(rows.Select((unit, at) => (at + 2, unit)));
        return (register, findings);
    }

    private static void AssertFound(string[] expected, params Unit[] rows)
    {
        var (register, findings) = Check(rows);
        Assert.Equal(expected, findings.Select(f => $"{f.Code} {f.Where}"));
        Assert.Equal(expected.Length == 0, register is not null);
    }
}
