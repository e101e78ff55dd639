using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Host.Demo;

namespace Federation.Benchmarks.Load;

/// <summary>One filing of every unit, in an order drawn from the seed.</summary>
internal static class FilingSet
{
    /// <summary>Makes it; the same seed gives the same filings.</summary>
    /// <param name="tree">Who files.</param>
    /// <param name="period">For which year; those of years before the last are late.</param>
    /// <param name="seed">Seed.</param>
    public static SentFiling[] Make(DivisionTree tree, PeriodId period, int seed)
    {
        var generator = new FilingGenerator(seed + period.Year);
        var draw = new Random(seed);
        return [.. Enumerable.Range(1, tree.Count - 1).Select(order => tree[order])
            .Select(unit => new SentFiling(unit.Id, generator.Make(unit.Id, unit.Tier), Late: period != Installation.FirstPeriod))
            .OrderBy(_ => draw.Next())];
    }
}
