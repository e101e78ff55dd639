using Federation.Domain.Divisions;
using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Divisions;

/// <summary>deploy/data/departments.csv over deploy/data/divisions.csv, as a deployment loads them.</summary>
public sealed class NationalDepartmentsTests
{
    private static readonly DivisionTree Tree = Load();

    [Theory]
    [InlineData(Tier.Province, 31, 46, 4)] // 直辖市 have one more: 城市管理局
    [InlineData(Tier.City, 333, 38, 0)]
    [InlineData(Tier.County, 2_974, 32, 0)]
    [InlineData(Tier.Township, 41_352, 0, 0)]
    public void Expand_Nation_HasTheUsualDepartmentsOfEveryTier(Tier tier, int territories, int each, int more)
    {
        Assert.Equal(territories, Count(tier, UnitKind.Territory));
        Assert.Equal((territories * each) + more, Count(tier, UnitKind.Agency));
    }

    [Fact]
    public void Freeze_Nation_ExpectsAllBodies() => // 44,690 territories, 109,252 agencies
        Assert.Equal(153_942, Roster.Freeze(Tree, PeriodId.Annual(2025), Form2021.Form).Expected);

    [Theory]
    [InlineData("500000.audit", "重庆市审计局")]
    [InlineData("320000.audit", "江苏省审计厅")]
    [InlineData("500151.audit", "铜梁区审计局")]
    [InlineData("431200.ndrc", "怀化市发展和改革委员会")]
    public void Find_Agency_HasItsUsualName(string code, string name) => Assert.Equal(name, Tree.Find(Units.Id(code))?.Name);

    private static int Count(Tier tier, UnitKind kind) => Enumerable.Range(0, Tree.Count).Count(o => Tree[o].Tier == tier && Tree[o].Kind == kind);

    private static DivisionTree Load()
    {
        using var units = File.OpenText(Repository.Data("divisions.csv"));
        using var list = File.OpenText(Repository.Data("departments.csv"));
        var (rows, faults) = DivisionCsv.Read(units);
        var (departments, more) = DepartmentCsv.Read(list);
        Assert.Empty(faults.Concat(more));
        var (register, findings) = DivisionRegister.Check(rows.Concat(Departments.Expand(departments, rows)));
        Assert.Empty(findings);
        return register!.AsOf(new DateOnly(2026, 1, 1));
    }
}
