using Federation.Domain.Catalogs.Peers;
using Federation.Domain.Divisions;
using Federation.Domain.Tests.Divisions;

namespace Federation.Domain.Tests.Catalogs.Peers;

/// <summary>Who are peers, and where a number stands among them.</summary>
public sealed class PeerTests
{
    private static DivisionTree Tree(int counties, int others) => DivisionTree.Of(
    [
        Units.Territory("330000", "浙江省", Tier.Province), Units.Territory("330100", "杭州市", Tier.City, "330000"), Units.Territory("330200", "宁波市", Tier.City, "330000"),
        .. Enumerable.Range(1, counties).Select(i => Units.Territory($"3301{i:00}", $"甲{i}区", Tier.County, "330100")),
        .. Enumerable.Range(1, others).Select(i => Units.Territory($"3302{i:00}", $"乙{i}区", Tier.County, "330200")),
        .. Enumerable.Range(1, counties).Select(i => Units.Agency($"3301{i:00}.audit", "审计局", Tier.County)), Units.Agency("330101.justice", "司法局", Tier.County), Units.Agency("330200.audit", "审计局", Tier.City),
    ]);

    [Theory]
    [InlineData(5, 3, "330100", 5)] // enough under the same superior
    [InlineData(4, 3, "330000", 7)] // one too few: the next superior
    [InlineData(1, 1, "000000", 2)] // nowhere enough: the nation, as it is
    public void Group_IsTheNearestThatHasEnough(int counties, int others, string within, int size)
    {
        var group = PeerGroup.Of(Tree(counties, others), Units.Id("330101"))!;
        Assert.Equal((within, size), (group.Within.Id.Value, group.Units.Length));
        Assert.All(group.Units, u => Assert.Equal((Tier.County, UnitKind.Territory), (u.Tier, u.Kind)));
    }

    [Fact]
    public void Departments_AreComparedWithThoseOfTheSameNameAndTier()
    {
        var group = PeerGroup.Of(Tree(6, 2), Units.Id("330103.audit"))!;
        Assert.Equal(("330100", 6), (group.Within.Id.Value, group.Units.Length));
        Assert.DoesNotContain(group.Units, u => u.Id.Value is "330101.justice" or "330200.audit");
        Assert.Null(PeerGroup.Of(Tree(6, 2), UnitId.Nation));
        Assert.Null(PeerGroup.Of(Tree(6, 2), Units.Id("440000")));
    }

    [Fact]
    public void Figures_StandInTheirPlace_EqualsShareIt_AndWhoHasNoneHasNoPlace()
    {
        var tree = Tree(5, 0);
        var group = PeerGroup.Of(tree, Units.Id("330101"))!;
        PeerFigures Of(int i, int entries, int? missing, int late) => new(group.Units[i], entries, missing, late, 3);
        var own = Of(0, 10, 4, 0);
        var compared = new PeerComparison(group, own, [own, Of(1, 30, 4, 2), Of(2, 20, 1, 2), Of(3, 10, null, 9)]);
        Assert.Equal(
            [("entries", 10, 15, 3, 4), ("missing", 4, 4, 2, 3), ("late", 0, 2, 1, 4), ("quiet", 3, 3, 1, 4)],
            compared.Figures.Select(f => (f.Name, f.Own!.Value, f.Median!.Value, f.Rank!.Value, f.Of)));
        var none = Of(4, 0, null, 0);
        var alone = new PeerComparison(group, none, [none]).Figures.Single(f => f.Name == "missing");
        Assert.Equal((null, null, null, 0), (alone.Own, alone.Median, alone.Rank, alone.Of));
    }
}
