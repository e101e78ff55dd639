using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>What the check of sums found.</summary>
/// <param name="Filings">Filings added up.</param>
/// <param name="Totals">Totals compared.</param>
/// <param name="Whole">Whole-territory reports compared with their parts.</param>
/// <param name="Reopened">Those that a later change below has re-opened: lawful, and to be corrected by their unit.</param>
/// <param name="Faults">What differs and must not.</param>
internal sealed record SumFindings(int Filings, int Totals, int Whole, ImmutableArray<string> Reopened, IReadOnlyList<string> Faults);

/// <summary>Adds up every filing of a period anew, and compares the totals as written and the whole-territory reports as sealed with the result.</summary>
internal static class SumCheck
{
    private const int PageSize = 5000;

    /// <summary>Runs it.</summary>
    /// <param name="readModels">Filings and totals.</param>
    /// <param name="roster">List of the period.</param>
    /// <param name="whole">Sealed figures of whole-territory reports, by unit and period.</param>
    /// <param name="ct">Ends it.</param>
    /// <remarks>Totals still on their way up (messages in the outbox) differ for a few seconds; run it on a ledger at rest.</remarks>
    public static async Task<SumFindings> Run(IReadModels readModels, Roster roster, IReadOnlyDictionary<(UnitId Unit, PeriodId Period), Figures> whole, CancellationToken ct)
    {
        var sums = new Dictionary<int, (long[] Cells, FilingCounts Counts)>();
        var (filings, after) = (0, -1);
        while (await readModels.Filings(roster.Period.ToString(), after, roster.Rows.Length - 1, PageSize, ct) is { IsEmpty: false } page)
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
            if (unit.Last > unit.Ord && await Differs(readModels, unit, roster.Period, expected, ct) is { } fault)
                faults.Add(fault);
        }
        var ofPeriod = whole.Where(w => w.Key.Period == roster.Period).ToList();
        return new SumFindings(
            filings, sums.Keys.Count(o => roster.Rows[o].Last > o), ofPeriod.Count,
            [.. ofPeriod.OrderBy(w => w.Key.Unit).Select(w => Reopened(roster, w.Key.Unit, w.Value, sums)).OfType<string>()], faults);
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

    private static string? Reopened(Roster roster, UnitId unit, Figures stated, Dictionary<int, (long[] Cells, FilingCounts Counts)> sums)
    {
        if (roster.Find(unit) is not { } row)
            return $"{unit}: 不在名单内 / not on the list";
        var parts = sums.TryGetValue(row.Ord, out var sum) ? sum.Cells : new long[roster.Form.Cells.Length];
        var cells = roster.Form.Cells.Where(c => stated[c.Index].Value != parts[c.Index]).ToList();
        if (cells.Count == 0)
            return null;
        var first = cells[0];
        return $"{unit} {row.Name}: {cells.Count} 格,如 {first.Id} 签发 {stated[first.Index].Value}、现为 {parts[first.Index]} / cells, such as this one: sealed, and now";
    }
}
