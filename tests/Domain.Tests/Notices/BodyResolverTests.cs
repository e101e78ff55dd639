using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Notices.Naming;

namespace Federation.Domain.Tests.Notices;

/// <summary>Names of bodies in the scope of their issuer, on a small tree.</summary>
public sealed class BodyResolverTests
{
    private static readonly DivisionTree Tree = DivisionTree.Of(
    [
        Unit("500000", "重庆市", Tier.Province, null), Agency("500000.education", "重庆市教育委员会"), Agency("500000.ndrc", "重庆市发展和改革委员会"),
        Agency("500000.human-resources", "重庆市人力资源和社会保障局"), Agency("500000.health", "重庆市卫生健康委员会"), Agency("500000.science", "重庆市科学技术局"),
        Unit("500151", "铜梁区", Tier.County, "500000"), Unit("500152", "潼南区", Tier.County, "500000"), Unit("500151001", "巴川街道", Tier.Township, "500151"),
    ]);

    [Theory]
    [InlineData("重庆市教育委员会", NamingWay.Official, "500000.education")]
    [InlineData("市教育委员会", NamingWay.Official, "500000.education")]
    [InlineData("市教委", NamingWay.Abbreviation, "500000.education")]
    [InlineData("市发展改革委", NamingWay.Abbreviation, "500000.ndrc")]
    [InlineData("市发改委", NamingWay.Abbreviation, "500000.ndrc")]
    [InlineData("市人力社保局", NamingWay.Abbreviation, "500000.human-resources")]
    [InlineData("市人社局", NamingWay.Abbreviation, "500000.human-resources")]
    [InlineData("市政府办公厅", NamingWay.Official, "500000")]
    [InlineData("铜梁区人民政府", NamingWay.Official, "500151")]
    [InlineData("各区县(自治县)人民政府", NamingWay.Scope, "500151 500152")]
    [InlineData("各乡镇人民政府", NamingWay.Scope, "500151001")]
    [InlineData("市政府各部门", NamingWay.Scope, "500000.education 500000.health 500000.human-resources 500000.ndrc 500000.science")]
    [InlineData("市卫生计生委", NamingWay.Open, "")] // reformed in 2018: proposed, not taken
    [InlineData("有关部门", NamingWay.Open, "")]
    [InlineData("市月球局", NamingWay.Open, "")]
    public void Resolve(string name, NamingWay way, string units)
    {
        var found = Resolver().Resolve(name);
        Assert.Equal((way, units), (found.Way, string.Join(' ', found.Units)));
    }

    [Fact]
    public void Resolve_FormerBody_ProposesWhoTookOver() =>
        Assert.Equal(["500000.health"], Resolver().Resolve("市卫生计生委").Candidates.Select(u => u.Value));

    [Fact]
    public void Resolve_ByAnAgency_LooksInItsTerritory() =>
        Assert.Equal(NamingWay.Abbreviation, new BodyResolver(Tree, UnitId.Parse("500000.health"), ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty).Resolve("市教委").Way);

    [Fact]
    public void Resolve_NameChosenBefore_IsThatChoice()
    {
        var chosen = ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty.Add("市卫生计生委", [UnitId.Parse("500000.health")]);
        Assert.Equal(NamingWay.Chosen, new BodyResolver(Tree, UnitId.Parse("500000"), chosen).Resolve("市卫生计生委").Way);
    }

    private static BodyResolver Resolver() => new(Tree, UnitId.Parse("500000"), ImmutableDictionary<string, ImmutableArray<UnitId>>.Empty);

    private static Unit Unit(string id, string name, Tier tier, string? parent) =>
        new(UnitId.Parse(id), name, tier, UnitKind.Territory, parent is null ? UnitId.Nation : UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue);

    private static Unit Agency(string id, string name) =>
        new(UnitId.Parse(id), name, Tier.Province, UnitKind.Agency, UnitId.Parse("500000"), DateOnly.MinValue, DateOnly.MaxValue);
}
