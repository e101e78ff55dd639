using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Benchmarks.Floors;

/// <summary>The acts of a surge as the ledger took them in, made anew from what it holds: same event, same row, same message, byte for byte.</summary>
internal static class FiledActs
{
    private const int PageSize = 5000;

    /// <summary>All first filings of a period, in the order they arrived.</summary>
    public static async Task<Append[]> Of(ILedger ledger, IReadModels readModels, PeriodId period, CancellationToken ct)
    {
        var rows = await Contributions(readModels, period, ct);
        var acts = new List<Append>(rows.Count);
        long after = 0;
        while (await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            foreach (var filed in page.Where(e => e.Kind == "report-submitted" && e.Stream.EndsWith(period.ToString(), StringComparison.Ordinal)))
                acts.Add(ActOf(filed, rows[GrainKeys.UnitAndPeriodOf(filed.Stream).Unit], period));
        }
        return [.. acts];
    }

    private static Append ActOf(RecordedEvent filed, ContributionRow row, PeriodId period) =>
        new(filed.Stream, filed.Seq - 1, filed.At, filed.Actor, filed.OnBehalfOf, filed.Key, [new NewEvent(filed.Kind, filed.KindVersion, filed.Payload)])
        {
            Changes = [new ContributionChanged(row)],
            Outgoing = [new NewMessage(filed.Stream, GrainKeys.RollUp(UnitId.Parse(row.RollsInto), period), $"{row.Unit}/{row.Scope}", "contribution-changed", ReadOnlyMemory<byte>.Empty)],
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
