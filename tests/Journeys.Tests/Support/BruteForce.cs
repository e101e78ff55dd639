using System.Globalization;
using Federation.V1;

namespace Federation.Journeys.Tests.Support;

/// <summary>What every total must be: the figures of each filing, added to each unit above it one by one.</summary>
internal sealed class BruteForce(Country country)
{
    private readonly Dictionary<(string Unit, string Cell), decimal> sums = [];
    private readonly Dictionary<string, long> filed = [];

    /// <summary>Adds one filing, sums of its own included.</summary>
    public void Add(string unit, Figures figures)
    {
        foreach (var above in country.Upward(unit))
        {
            filed[above] = filed.GetValueOrDefault(above) + 1;
            foreach (var (cell, value) in Cells(figures))
                sums[(above, cell)] = sums.GetValueOrDefault((above, cell)) + value;
        }
    }

    /// <summary>Number of filings at a unit and below.</summary>
    public long Filed(string unit) => filed.GetValueOrDefault(unit);

    /// <summary>Asserts that a total is what the filings add up to, cell by cell.</summary>
    public void AssertEquals(Total total)
    {
        var expected = sums.Where(s => s.Key.Unit == total.Unit && s.Value != 0).Select(s => $"{s.Key.Cell} = {s.Value.ToString("0.######", CultureInfo.InvariantCulture)}").Order();
        var served = Cells(total.Figures).Where(c => c.Value != 0).Select(c => $"{c.Cell} = {c.Value.ToString("0.######", CultureInfo.InvariantCulture)}").Order();
        Assert.Equal((total.Unit, Filed(total.Unit)), (total.Unit, total.Coverage.Filed));
        Assert.Equal(expected.Prepend(total.Unit), served.Prepend(total.Unit));
    }

    private static IEnumerable<(string Cell, decimal Value)> Cells(Figures figures) =>
        figures.Counts.Select(c => (c.Key, (decimal)c.Value)).Concat(figures.Amounts.Select(a => (a.Key, decimal.Parse(a.Value, CultureInfo.InvariantCulture))));
}
