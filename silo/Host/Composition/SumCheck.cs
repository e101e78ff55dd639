using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>What the check of sums found.</summary>
/// <param name="Filings">Filings added up.</param>
/// <param name="Totals">Totals compared.</param>
/// <param name="Faults">What differs.</param>
internal sealed record SumFindings(int Filings, int Totals, IReadOnlyList<string> Faults);

/// <summary>Adds up every filing of a period anew and compares the totals as written with the result.</summary>
internal static class SumCheck
{
    private const int PageSize = 5000;

    /// <summary>Runs it.</summary>
    /// <remarks>Totals still on their way up (messages in the outbox) differ for a few seconds; run it on a ledger at rest.</remarks>
    public static async Task<SumFindings> Run(IReadModels readModels, PeriodId period, CancellationToken ct)
    {
        var roster = await new Grains.Reports.Rosters(readModels).Find(period, ct) ?? throw new InvalidOperationException($"period {period} is not open");
        var sums = new Dictionary<int, (long[] Cells, FilingCounts Counts)>();
        var (filings, after) = (0, -1);
        while (await readModels.Filings(period.ToString(), after, roster.Rows.Length - 1, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Unit.Ord;
            filings += page.Length;
            foreach (var (unit, row) in page)
                Add(sums, roster, unit, Contribution.From(row));
        }
        List<string> faults = [];
        foreach (var (ord, expected) in sums)
        {
            var unit = roster.Rows[ord];
            if (unit.Last > unit.Ord && await Differs(readModels, unit, period, expected, ct) is { } fault)
                faults.Add(fault);
        }
        return new SumFindings(filings, sums.Keys.Count(o => roster.Rows[o].Last > o), faults);
    }

    private static void Add(Dictionary<int, (long[] Cells, FilingCounts Counts)> sums, Roster roster, RosterRow unit, Contribution filing)
    {
        for (var ord = unit.Ord; ord >= 0; ord = roster.Rows[ord].Parent)
        {
            if (!sums.TryGetValue(ord, out var sum))
                sum = (new long[roster.Form.Cells.Length], default);
            filing.Tally.AddTo(sum.Cells);
            sums[ord] = (sum.Cells, sum.Counts + filing.Counts);
        }
    }

    private static async Task<string?> Differs(IReadModels readModels, RosterRow unit, PeriodId period, (long[] Cells, FilingCounts Counts) expected, CancellationToken ct)
    {
        if (await readModels.Contribution(unit.Unit, ContributionScope.Total, period.ToString(), ct) is not { } row)
            return $"{unit.Unit} {unit.Name}: 没有汇总 / no total";
        var written = Contribution.From(row);
        return written.Counts == expected.Counts && written.Tally.Equals(Tally.Of(expected.Cells))
            ? null
            : $"{unit.Unit} {unit.Name}: 汇总与逐份相加不符 / the total differs from the sum of its filings";
    }
}
