using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Divisions;

public sealed class DivisionTreeTests
{
    private static readonly DivisionTree Tree = Units.SmallTree;

    [Fact]
    public void Of_AnyOrderOfRows_IsInPreorderWithAgenciesFirst()
    {
        string[] expected =
        [
            "000000", "320000", "320800", "320800400", "320831",
            "500000", "500000.audit", "500109", "500151", "500151.audit", "500151.police", "500151001", "500151100",
        ];

        Assert.Equal(expected, Codes(Tree));
        Assert.Equal(expected, Codes(DivisionTree.Of(Units.Small.Reverse().Append(DivisionRegister.Root))));
    }

    [Fact]
    public void Of_NoRows_IsTheNationAlone()
    {
        var tree = DivisionTree.Of([]);

        Assert.Equal(1, tree.Count);
        Assert.Equal(0, tree.LastOf(0));
        Assert.Equal(-1, tree.ParentOf(0));
        Assert.Empty(tree.ChildrenOf(0));
    }

    [Fact]
    public void Of_UnitWithoutConnection_IsMisuse() =>
        Assert.Throws<ArgumentException>(() => DivisionTree.Of([Units.Territory("500151", "铜梁区", Tier.County, "500000")]));

    [Fact]
    public void Of_UnitTwice_IsMisuse() => Assert.Throws<ArgumentException>(() => DivisionTree.Of([Units.Small[0], Units.Small[0]]));

    [Fact]
    public void Of_AnyTree_AgreesWithChainsOfParentsFollowedOneByOne() => Property.Holds(Units.AnyTree, rows =>
    {
        var tree = DivisionTree.Of(rows);
        var parentOf = rows.ToDictionary(u => u.Id, u => u.Parent);
        bool Below(UnitId? unit, UnitId top)
        {
            while (unit is not null && unit != top)
                unit = parentOf.GetValueOrDefault(unit);
            return unit is not null;
        }

        Assert.Equal(rows.Count + 1, tree.Count);
        for (var order = 0; order < tree.Count; order++)
        {
            var unit = tree[order];
            var inRange = Enumerable.Range(order, tree.LastOf(order) - order + 1).Select(o => tree[o].Id).ToHashSet();
            Assert.Equal(parentOf.Keys.Append(UnitId.Nation).Where(u => Below(u, unit.Id)).ToHashSet(), inRange);
            Assert.Equal(rows.Where(u => u.Parent == unit.Id).Select(u => u.Id).ToHashSet(), tree.ChildrenOf(order).Select(o => tree[o].Id).ToHashSet());
            Assert.Equal(unit.Parent, order == 0 ? null : tree[tree.ParentOf(order)].Id);
            Assert.All(inRange, below => Assert.True(tree.Contains(unit.Id, below)));
        }
    });

    [Theory]
    [InlineData("500000", "500151100", true)] // two steps below
    [InlineData("500000", "500000", true)] // itself
    [InlineData("500000", "500000.audit", true)]
    [InlineData("000000", "320800400", true)] // everything is below the nation
    [InlineData("500151", "500000", false)] // above
    [InlineData("500109", "500151", false)] // beside
    [InlineData("500000", "320831", false)]
    [InlineData("500000", "500199", false)] // below unknown
    [InlineData("500199", "500000", false)] // above unknown
    public void Contains_Pair_LooksDownwardOnly(string ancestor, string unit, bool expected) =>
        Assert.Equal(expected, Tree.Contains(Units.Id(ancestor), Units.Id(unit)));

    [Theory]
    [InlineData("500151001", "重庆市/铜梁区/巴川街道")]
    [InlineData("320800400", "江苏省/淮安市/开发区")] // no county between
    [InlineData("500000.audit", "重庆市/重庆市审计局")]
    [InlineData("000000", "")] // the nation is not named
    public void PathOf_Unit_NamesTheWayDown(string code, string path)
    {
        Assert.True(Tree.TryFind(Units.Id(code), out var order));
        Assert.Equal(path, string.Join('/', Tree.PathOf(order)));
    }

    [Fact]
    public void Find_UnknownUnit_IsNull()
    {
        Assert.Null(Tree.Find(Units.Id("110000")));
        Assert.False(Tree.TryFind(Units.Id("110000"), out _));
    }

    private static readonly DivisionTree Names = DivisionTree.Of(
    [
        Units.Territory("320000", "江苏省", Tier.Province),
        Units.Territory("320100", "南京市", Tier.City, "320000"),
        Units.Territory("320106", "鼓楼区", Tier.County, "320100"),
        Units.Territory("320106001", "鼓楼区街道", Tier.Township, "320106"),
        Units.Territory("320300", "徐州鼓楼区市", Tier.City, "320000"),
        Units.Territory("320302", "鼓楼区", Tier.County, "320300"),
        Units.Territory("320305", "新鼓楼区", Tier.County, "320300"),
        Units.Territory("320305001", "鼓楼区", Tier.Township, "320305"),
    ]);

    [Fact]
    public void Search_Name_HasEqualFirstThenBeginningThenRestAndHigherTiersFirst() =>
        Assert.Equal(["320106", "320302", "320305001", "320106001", "320300", "320305"], Search("鼓楼区", "000000", 99));

    [Theory]
    [InlineData("鼓楼区", "320300", 99, "320302,320305001,320300,320305")] // only of the subtree, its top included
    [InlineData("鼓楼区", "000000", 2, "320106,320302")] // at most two
    [InlineData("320106", "000000", 99, "320106,320106001")] // code: equal first, then those that begin with it
    [InlineData("0106", "000000", 99, "")] // a code is not searched from its middle
    [InlineData("鼓楼區", "000000", 99, "")] // compared as it is
    [InlineData("鼓楼区", "110000", 99, "")] // within a unit that is not there
    public void Search_LimitsAndCodes_AreKept(string text, string within, int limit, string expected) =>
        Assert.Equal(expected, string.Join(',', Search(text, within, limit)));

    private static IEnumerable<string> Search(string text, string within, int limit) =>
        Names.Search(text, Units.Id(within), limit).Select(o => Names[o].Id.Value);

    private static IEnumerable<string> Codes(DivisionTree tree) => Enumerable.Range(0, tree.Count).Select(o => tree[o].Id.Value);
}
