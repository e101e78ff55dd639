using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Host.Demo;

namespace Federation.Host.Tests;

/// <summary>The demonstration's figures.</summary>
public sealed class FilingGeneratorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2025)]
    [InlineData(77)]
    public void Make_ForEveryTier_IsLawful(int seed)
    {
        var generator = new FilingGenerator(seed);
        foreach (var tier in new[] { Tier.Province, Tier.City, Tier.County, Tier.Township })
        {
            for (var n = 0; n < 60; n++)
            {
                var cells = generator.Make(UnitId.Parse($"{110000 + n:D6}"), tier);
                var counts = cells.Where(c => c.Key != "t2.fees.amount").ToDictionary();
                var amounts = cells.Where(c => c.Key == "t2.fees.amount").ToDictionary(c => c.Key, c => FigureReader.WriteAmount(c.Value));
                var (figures, shape) = FigureReader.Read(Form2021.Form, new FigureEntries(counts, amounts, [], RestIsNil: true));
                Assert.Empty(shape);
                Assert.DoesNotContain(FigureCheck.Check(figures, tier), f => f.Blocks);
            }
        }
    }

    [Theory]
    [InlineData(Tier.Province, 20, 400)]
    [InlineData(Tier.City, 2, 60)]
    [InlineData(Tier.County, 0, 8)]
    public void Make_ForDepartments_IsLawful_AndSmallerThanForTheirGovernment(Tier tier, int least, int most)
    {
        var generator = new FilingGenerator(2025);
        for (var n = 0; n < 200; n++)
        {
            var cells = generator.Make(UnitId.Parse($"{110000 + n:D6}.audit"), tier);
            var counts = cells.Where(c => c.Key != "t2.fees.amount").ToDictionary();
            var amounts = cells.Where(c => c.Key == "t2.fees.amount").ToDictionary(c => c.Key, c => FigureReader.WriteAmount(c.Value));
            var (figures, shape) = FigureReader.Read(Form2021.Form, new FigureEntries(counts, amounts, [], RestIsNil: true));
            Assert.Empty(shape);
            Assert.DoesNotContain(FigureCheck.Check(figures, tier), f => f.Blocks);
            Assert.InRange(cells.Where(c => c.Key.StartsWith("t3.new.", StringComparison.Ordinal) || c.Key.StartsWith("t3.carried_in.", StringComparison.Ordinal)).Sum(c => c.Value), least, most);
            Assert.DoesNotContain(cells.Keys, c => c.StartsWith("t2.rules.", StringComparison.Ordinal)); // departments make no 规章
        }
    }

    [Fact]
    public void Make_FromTheSameSeed_IsTheSame_AndFromAnotherIsNot()
    {
        var unit = UnitId.Parse("330000");
        Assert.Equal(new FilingGenerator(1).Make(unit, Tier.Province), new FilingGenerator(1).Make(unit, Tier.Province));
        Assert.NotEqual(new FilingGenerator(1).Make(unit, Tier.Province), new FilingGenerator(2).Make(unit, Tier.Province));
    }

    [Fact]
    public void Make_ForTownships_IsMostlyNil_AndForProvincesInTheThousands()
    {
        var generator = new FilingGenerator(2025);
        var townships = Enumerable.Range(0, 500).Select(n => generator.Make(UnitId.Parse($"110101{n:D3}"), Tier.Township)).ToList();
        Assert.InRange(townships.Count(t => t.Count == 0), 350, 450);
        Assert.InRange(generator.Make(UnitId.Parse("440000"), Tier.Province).Where(c => c.Key.StartsWith("t3.new.", StringComparison.Ordinal)).Sum(c => c.Value), 800, 6000);
    }
}
