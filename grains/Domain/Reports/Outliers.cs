using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>
/// 异常值提示: figures far from the unit's own history, or from its peers (units of the same tier under the same superior). Warnings only:
/// a year may well be unusual.
/// </summary>
public static class Outliers
{
    private const long SmallestJump = 20; // below it a multiple says nothing: from 1 to 6 is no news

    /// <summary>Compares the headline figures of a filing with what is known.</summary>
    /// <param name="figures">The filing, complete.</param>
    /// <param name="lastYear">The unit's filing of the period before; null when there is none.</param>
    /// <param name="peers">Filings of peers in the same period, the unit's own left out.</param>
    /// <returns>AR-070 for a figure more than five times, or less than a fifth of, last year's; AR-071 for one beyond eight median deviations from the median of at least eight peers.</returns>
    public static IEnumerable<Finding> Check(Figures figures, Figures? lastYear, ImmutableArray<Tally> peers)
    {
        if (!FigureCheck.CanSum(figures))
            yield break; // impossible figures are told by AR-010 and AR-015
        foreach (var headline in figures.Form.Headlines)
        {
            long Sum(Func<int, long> value) => headline.Cells.Sum(value);
            var (now, where) = (Sum(c => figures[c].Value), figures.Form.Cells[headline.Cells[0]].Id);
            if (lastYear is not null && lastYear.Form.Id == figures.Form.Id && Sum(c => lastYear[c].Value) is var before && IsJump(before, now))
                yield return ReportRules.UnlikeHistory.At(where, $"“{headline.Label}”上年 {before},今年 {now},变化悬殊,请核对", $"{headline.LabelEn} was {before} last year and is {now} now; please check");
            if (Beyond([.. peers.Select(p => Sum(c => p[c]))], now) is { } middle)
                yield return ReportRules.UnlikePeers.At(where, $"“{headline.Label}”为 {now},同级单位中位数为 {Print(middle)},悬殊,请核对", $"{headline.LabelEn} is {now}, the median of peers is {Print(middle)}; please check");
        }
    }

    private static bool IsJump(long before, long now) =>
        Math.Abs(now - before) >= SmallestJump && (now > 5 * before || before > 5 * now);

    /// <summary>The median when a value lies beyond eight median absolute deviations from it; null when it does not, or peers are few.</summary>
    private static double? Beyond(ImmutableArray<long> peers, long value)
    {
        if (peers.Length < 8)
            return null;
        var middle = Median([.. peers.Select(p => (double)p)]);
        var spread = Math.Max(1, Median([.. peers.Select(p => Math.Abs(p - middle))]));
        return Math.Abs(value - middle) >= SmallestJump && Math.Abs(value - middle) > 8 * spread ? middle : null;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }

    private static string Print(double middle) => middle.ToString("0.#", CultureInfo.InvariantCulture);
}
