using Federation.Domain.Divisions;
using Federation.Host.Demo;

namespace Federation.Host.Tests;

/// <summary>Who plays which part in the demonstration.</summary>
public sealed class CastTests
{
    private static readonly DateOnly Day = new(2025, 12, 31);

    [Fact]
    public void Choose_TakesTwoCountiesOfTheShownProvince_UnderACityIfThereIsOne()
    {
        var cast = Cast.Choose(Tree(("110000", 2, false), ("120000", 2, true)), shown: 1)!;
        Assert.Equal(("120101", "120100", "120101001", "120101003", "120102"), (cast.County.Value, cast.Superior.Value, cast.Corrected.Value, cast.Late.Value, cast.Batch.Value));
        Assert.Contains(UnitId.Parse("120102.audit"), cast.Collected); // departments hand in through the same workbook
        Assert.Equal(4, cast.Collected.Count);
        Assert.True(cast.FilesInTime(cast.Corrected) && cast.FilesInTime(cast.County) && !cast.FilesInTime(cast.Late));
    }

    [Fact]
    public void Choose_WithoutTwoCountiesInTheShownProvince_LooksElsewhere() =>
        Assert.Equal("110101", Cast.Choose(Tree(("110000", 2, false), ("120000", 0, true)), shown: 10)!.County.Value);

    [Fact]
    public void Choose_WithOneCountyAlone_IsNobody() => Assert.Null(Cast.Choose(Tree(("110000", 1, true)), shown: 0));

    private static DivisionTree Tree(params (string Province, int Counties, bool WithCity)[] provinces)
    {
        var rows = new List<(int, Unit)>();
        void Add(string id, Tier tier, string parent, UnitKind kind = UnitKind.Territory) =>
            rows.Add((rows.Count + 1, new Unit(UnitId.Parse(id), id, tier, kind, UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue)));
        foreach (var (province, counties, withCity) in provinces)
        {
            Add(province, Tier.Province, UnitId.Nation.Value);
            var city = province[..2] + "0100";
            if (withCity)
                Add(city, Tier.City, province);
            for (var n = 1; n <= counties; n++)
            {
                var county = $"{province[..2]}01{n:00}";
                Add(county, Tier.County, withCity ? city : province);
                Add(county + ".audit", Tier.County, county, UnitKind.Agency);
                for (var town = 1; town <= 3; town++)
                    Add($"{county}{town:000}", Tier.Township, county);
            }
        }
        var (register, findings) = DivisionRegister.Check(rows);
        Assert.Empty(findings);
        return register!.AsOf(Day);
    }
}
