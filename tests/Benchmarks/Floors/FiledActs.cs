using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Benchmarks.Floors;

/// <summary>The acts of a surge as the ledger took them in, made anew from what it holds: same events, same row, same message, byte for byte.</summary>
internal static class FiledActs
{
    private const int PageSize = 5000;

    /// <summary>The hand-in and the seal of all first filings of a period, filings in the order they were handed in.</summary>
    public static async Task<Append[][]> Of(ILedger ledger, IReadModels readModels, PeriodId period, CancellationToken ct)
    {
        var rows = await Contributions(readModels, period, ct);
        var acts = new Dictionary<string, List<Append>>(rows.Count);
        long after = 0;
        while (await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            foreach (var act in page.Where(e => GrainKeys.IsOwnReport(e.Stream) && e.Stream.EndsWith(period.ToString(), StringComparison.Ordinal)))
            {
                if (act.Kind == "report-submitted")
                    acts[act.Stream] = [EventOf(act)];
                else if (act.Kind == "report-sealed")
                    acts[act.Stream].Add(Counting(EventOf(act), rows[GrainKeys.UnitAndPeriodOf(act.Stream).Unit], period));
            }
        }
        return [.. acts.Values.Select(a => a.ToArray())];
    }

    private static Append EventOf(RecordedEvent act) =>
        new(act.Stream, act.Seq - 1, act.At, act.Actor, act.OnBehalfOf, act.Key, [new NewEvent(act.Kind, act.KindVersion, act.Payload)]);

    private static Append Counting(Append seal, ContributionRow row, PeriodId period) => seal with
    {
        Changes = [new ContributionChanged(row)],
        Outgoing = [new NewMessage(seal.Stream, GrainKeys.RollUp(UnitId.Parse(row.RollsInto), period), $"{row.Unit}/{row.Scope}", "contribution-changed", ReadOnlyMemory<byte>.Empty)],
    };

    private static async Task<Dictionary<UnitId, ContributionRow>> Contributions(IReadModels readModels, PeriodId period, CancellationToken ct)
    {
        var rows = new Dictionary<UnitId, ContributionRow>();
        var after = -1;
        while (await readModels.Filings(period.ToString(), after, int.MaxValue, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Unit.Ord;
            foreach (var (unit, filing) in page)
                rows[unit.Unit] = filing;
        }
        return rows;
    }
}
