using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Reports;

/// <summary>Members of a territory move between years; what its whole report is compared with moves with them.</summary>
public sealed class TerritoryPastTests
{
    private static readonly Unit[] Before =
    [
        Place("500000", "甲省", Tier.Province, "000000"),
        Place("500100", "乙市", Tier.City, "500000"), Place("500200", "丙市", Tier.City, "500000"),
        Place("500101", "丁县", Tier.County, "500100"), Place("500101001", "戊镇", Tier.Township, "500101"), Place("500101002", "己镇", Tier.Township, "500101"),
        Place("500201", "庚县", Tier.County, "500200"), Place("500201001", "辛镇", Tier.Township, "500201"), Place("500201002", "壬镇", Tier.Township, "500201"),
    ];

    [Fact]
    public void Of_TheSameTree_IsNothing() => Assert.Equal("+ -", Say("500101", Before, Lineage.None));

    [Fact]
    public void Of_ATownUnderItsOldCode_JoinsOneAndLeavesTheOther()
    {
        Unit[] after = [.. Before.Select(u => u.Id.Value == "500201001" ? u with { Parent = UnitId.Parse("500101") } : u)];
        Assert.Equal("+500201001 -", Say("500101", after, Lineage.None));
        Assert.Equal("+ -500201001", Say("500201", after, Lineage.None));
        Assert.Equal("+500201001 -", Say("500100", after, Lineage.None)); // the cities above as well
        Assert.Equal("+ -500201001", Say("500200", after, Lineage.None));
        Assert.Equal("+ -", Say("500000", after, Lineage.None)); // above both nothing moved
    }

    [Fact]
    public void Of_ATownUnderANewCode_FollowsTheLineage()
    {
        Unit[] after = [.. Before.Where(u => u.Id.Value != "500201001"), Place("500101003", "辛镇", Tier.Township, "500101")];
        var lineage = Follows("500101003", "500201001");
        Assert.Equal("+500201001 -", Say("500101", after, lineage));
        Assert.Equal("+ -500201001", Say("500201", after, lineage));
        Assert.Equal("+ -", Say("500000", after, lineage));
    }

    [Fact]
    public void Of_AMergerInside_ChangesNothing()
    {
        Unit[] after = [.. Before.Where(u => u.Id.Value != "500101002")];
        Assert.Equal("+ -", Say("500101", after, Follows("500101001", "500101002")));
    }

    [Fact]
    public void Of_AUnitThatEndedWithoutASuccessor_StaysTheTerritorys() =>
        Assert.Equal("+ -", Say("500101", [.. Before.Where(u => u.Id.Value != "500101002")], Lineage.None));

    [Fact]
    public void Of_ACountyOfANewCode_IsComparedWithAllThatItTookOver()
    {
        Unit[] after = [.. Before.Where(u => u.Id.Value != "500201").Select(u => u.Parent?.Value == "500201" ? u with { Parent = UnitId.Parse("500202") } : u), Place("500202", "庚区", Tier.County, "500200")];
        Assert.Equal("+500201,500201001,500201002 -", Say("500202", after, Follows("500202", "500201")));
        Assert.Equal("+ -", Say("500200", after, Follows("500202", "500201")));
    }

    private static string Say(string top, Unit[] after, Lineage lineage)
    {
        var past = TerritoryPast.Of(UnitId.Parse(top), Freeze(after, 2025), Freeze(Before, 2024), lineage);
        return $"+{string.Join(',', past.Joined)} -{string.Join(',', past.Left)}";
    }

    private static Roster Freeze(Unit[] units, int year) => Roster.Freeze(DivisionTree.Of(units), PeriodId.Annual(year), Form2021.Form);

    private static Lineage Follows(string unit, string predecessor) => new([new Succession(UnitId.Parse(unit), UnitId.Parse(predecessor), new DateOnly(2025, 6, 1), "省政府批复")]);

    private static Unit Place(string id, string name, Tier tier, string parent) => Units.Territory(id, name, tier, parent);
}
