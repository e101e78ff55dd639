using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>What the check of filings found.</summary>
/// <param name="Own">Own reports replayed.</param>
/// <param name="Whole">What whole-territory reports say that are sealed, by unit and period.</param>
/// <param name="Faults">What differs, is missing, or cannot have happened.</param>
internal sealed record FilingFindings(int Own, IReadOnlyDictionary<(UnitId Unit, PeriodId Period), Figures> Whole, IReadOnlyList<string> Faults);

/// <summary>Replays every report of both scopes from the ledger, and compares what own reports add with the filings as kept for totals and lists.</summary>
internal sealed class FilingCheck
{
    private const int PageSize = 5000;
    private readonly Dictionary<(UnitId Unit, PeriodId Period), Contribution> expected = [];
    private readonly Dictionary<(UnitId Unit, PeriodId Period), Figures> whole = [];
    private readonly List<string> faults = [];
    private int own;

    private FilingCheck()
    {
    }

    /// <summary>Runs it. Only one report is held at a time: a nation's reports do not fit into the memory of a small machine.</summary>
    public static async Task<FilingFindings> Run(ILedger ledger, IReadModels readModels, CancellationToken ct)
    {
        var check = new FilingCheck();
        foreach (var stream in await Streams(ledger, ct))
            check.Take(stream, await ledger.ReadStream(stream, 0, ct));
        foreach (var period in await readModels.Periods(ct))
            await check.Compare(readModels, PeriodId.Parse(period.Period), ct);
        check.faults.AddRange(check.expected.Keys.Select(k => $"{k.Unit}/{k.Period}: 账本中已报,汇总表中没有 / filed in the ledger, absent among the filings"));
        return new FilingFindings(check.own, check.whole, check.faults);
    }

    private static async Task<IReadOnlyCollection<string>> Streams(ILedger ledger, CancellationToken ct)
    {
        var streams = new HashSet<string>();
        for (long after = 0; await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page; after = page[^1].Position)
            streams.UnionWith(page.Select(e => e.Stream).Where(GrainKeys.IsReport));
        return streams;
    }

    private void Take(string stream, ImmutableArray<RecordedEvent> events)
    {
        var replayed = ReportReplay.Run(stream, events);
        faults.AddRange(replayed.Faults);
        var key = GrainKeys.UnitAndPeriodOf(stream);
        if (GrainKeys.ScopeOf(stream) == ReportScope.Whole)
        {
            if (replayed.Report.Filed is { } filed)
                whole[key] = filed.Content.Figures;
            return;
        }
        own++;
        if (replayed.ContributionOf(key.Unit) is { } contribution)
            expected[key] = contribution;
    }

    private async Task Compare(IReadModels readModels, PeriodId period, CancellationToken ct)
    {
        var after = -1;
        while (await readModels.Filings(period.ToString(), after, int.MaxValue, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Unit.Ord;
            foreach (var (unit, row) in page)
            {
                if (!expected.Remove((unit.Unit, period), out var replayed) || !Same(replayed, Contribution.From(row)))
                    faults.Add($"{unit.Unit}/{period}: 汇总所用的报告与账本不符 / the filing kept for totals is not the one in the ledger");
            }
        }
    }

    // Hashes are compared by content; arrays of a record are not.
    private static bool Same(Contribution a, Contribution b) =>
        a with { ContentHash = b.ContentHash, Head = b.Head } == b && a.ContentHash.SequenceEqual(b.ContentHash) && a.Head.SequenceEqual(b.Head);
}
