using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Host.Composition;

/// <summary>Replays every report from the ledger and compares what it contributes with the filing as kept for totals and lists.</summary>
internal sealed class FilingCheck
{
    private const int PageSize = 5000;
    private readonly Dictionary<string, Report> reports = [];
    private readonly Dictionary<(UnitId Unit, PeriodId Period), Contribution> expected = [];
    private readonly List<string> faults = [];

    private FilingCheck()
    {
    }

    /// <summary>Runs it.</summary>
    /// <returns>Every filing that differs, is missing, or that no report vouches for.</returns>
    public static async Task<IReadOnlyList<string>> Run(ILedger ledger, IReadModels readModels, CancellationToken ct)
    {
        var check = new FilingCheck();
        await check.Replay(ledger, ct);
        foreach (var period in await readModels.Periods(ct))
            await check.Compare(readModels, PeriodId.Parse(period.Period), ct);
        check.faults.AddRange(check.expected.Keys.Select(k => $"{k.Unit}/{k.Period}: 账本中已报,汇总表中没有 / filed in the ledger, absent among the filings"));
        return check.faults;
    }

    private async Task Replay(ILedger ledger, CancellationToken ct)
    {
        long after = 0;
        while (await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            foreach (var recorded in page.Where(e => e.Stream.StartsWith("report/", StringComparison.Ordinal)))
                Apply(recorded);
        }
    }

    private void Apply(RecordedEvent recorded)
    {
        try
        {
            var happened = ReportEventJson.Read(recorded);
            var report = reports.GetValueOrDefault(recorded.Stream, Report.Blank).Apply(happened, recorded.At, recorded.Actor, [.. recorded.Hash.Span]);
            reports[recorded.Stream] = report;
            if (happened.Counts)
                expected[GrainKeys.UnitAndPeriodOf(recorded.Stream)] = Contribution.Of(GrainKeys.UnitAndPeriodOf(recorded.Stream).Unit, report, [.. recorded.Hash.Span]);
        }
        catch (FormatException e)
        {
            faults.Add($"{recorded.Stream} @{recorded.Position}: {e.Message}");
        }
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
