using Federation.Domain.Divisions;

namespace Federation.Domain.Tests.Divisions;

/// <summary>deploy/data/divisions.csv, as a deployment loads it.</summary>
public sealed class NationalFileTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly DivisionRegister Register = Load();
    private static readonly DivisionTree Tree = Register.AsOf(Today);

    [Theory]
    [InlineData(Tier.Nation, 1)]
    [InlineData(Tier.Province, 31)]
    [InlineData(Tier.City, 333)]
    [InlineData(Tier.County, 2_974)]
    [InlineData(Tier.Township, 41_352)]
    public void Load_NationalFile_HasEveryUnitOfATier(Tier tier, int expected) => Assert.Equal(expected, Register.Rows.Count(u => u.Tier == tier));

    [Fact]
    public void AsOf_AnyDay_IsOneTreeOfAllTerritories()
    {
        Assert.Equal(44_690 + 1, Tree.Count);
        Assert.Equal(Tree.Count - 1, Tree.LastOf(0));
    }

    [Fact]
    public void ChildrenOf_Dongguan_AreTownships()
    {
        Assert.True(Tree.TryFind(Units.Id("441900"), out var dongguan));
        var children = Tree.ChildrenOf(dongguan).Select(o => Tree[o]).ToList();

        Assert.Equal(("东莞市", Tier.City), (Tree[dongguan].Name, Tree[dongguan].Tier));
        Assert.True(children.Count > 30, $"{children.Count} townships");
        Assert.All(children, u => Assert.Equal(Tier.Township, u.Tier));
    }

    [Fact]
    public void Search_RepeatedName_FindsEveryGulou() =>
        Assert.Equal(4, Tree.Search("鼓楼区", UnitId.Nation, 99).Count(o => Tree[o].Name == "鼓楼区" && Tree[o].Tier == Tier.County));

    [Fact]
    public void Load_Twice_GivesTheSameTree()
    {
        var again = Load().AsOf(Today);

        Assert.Equal(Enumerable.Range(0, Tree.Count).Select(o => (Tree[o], Tree.LastOf(o))), Enumerable.Range(0, again.Count).Select(o => (again[o], again.LastOf(o))));
    }

    private static DivisionRegister Load()
    {
        using var file = File.OpenText(Repository.Data("divisions.csv"));
        var (rows, findings) = DivisionCsv.Read(file);
        Assert.Empty(findings);
        var (register, faults) = DivisionRegister.Check(rows);
        Assert.Empty(faults);
        return register!;
    }
}
