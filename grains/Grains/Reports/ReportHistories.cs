using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Grains.Reports;

/// <summary>
/// What the ledger says of past days: reports folded anew from their events. Independent of every total and list, so it also shows that
/// those are right.
/// </summary>
public sealed class ReportHistories(ILedger ledger) : IReportHistories
{
    // Below so many units each stream is read by itself; above, one pass over the whole ledger costs less: it reads the reports of
    // everybody, drafts and all, but in pages.
    private const int FewUnits = 20_000;
    private const int PageSize = 5_000;

    // Moments are taken before an act gets its place in the ledger, so neighbours may stand in the other order, but never so far apart.
    private static readonly TimeSpan Disorder = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<(ImmutableDictionary<UnitId, Report> Reports, long Position)> AsOf(Roster roster, RosterRow top, DateTimeOffset moment, CancellationToken ct)
    {
        var fold = new Fold();
        if (top.Last - top.Ord < FewUnits)
        {
            for (var ord = top.Ord; ord <= top.Last; ord++)
            {
                foreach (var recorded in (await ledger.ReadStream(GrainKeys.Report(roster.Rows[ord].Unit, roster.Period), 0, ct)).TakeWhile(e => e.At <= moment))
                    fold.Take(roster.Rows[ord].Unit, recorded);
            }
        }
        else
        {
            var units = Enumerable.Range(top.Ord, top.Last - top.Ord + 1).ToDictionary(o => GrainKeys.Report(roster.Rows[o].Unit, roster.Period), o => roster.Rows[o].Unit);
            for (long after = 0; await ledger.ReadAll(after, PageSize, ct) is { IsEmpty: false } page; after = page[^1].Position)
            {
                foreach (var recorded in page.Where(e => e.At <= moment && units.ContainsKey(e.Stream)))
                    fold.Take(units[recorded.Stream], recorded);
                if (page[0].At > moment + Disorder)
                    break; // nothing that follows was there then
            }
        }
        return (fold.Reports.ToImmutableDictionary(), fold.Position);
    }

    /// <inheritdoc />
    public async Task<long> VersionOf(UnitId unit, PeriodId period, ImmutableArray<byte> contentHash, CancellationToken ct)
    {
        foreach (var recorded in (await ledger.ReadStream(GrainKeys.Report(unit, period), 0, ct)).Reverse().Where(e => e is { Kind: "report-sealed" } or { Kind: "report-submitted", KindVersion: 1 }))
        {
            switch (ReportEventJson.Read(recorded))
            {
                case ReportSealed seal when seal.ContentHash.SequenceEqual(contentHash):
                    return seal.Version;
                case ReportFiled filed when filed.ContentHash.SequenceEqual(contentHash):
                    return filed.Version;
            }
        }
        return 0;
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<(Filing After, Filing Before)>> CorrectionsOf(UnitId unit, PeriodId period, CancellationToken ct) =>
        (await Find(unit, period, ReportScope.Own, ct)).Corrections;

    /// <inheritdoc />
    public async Task<ReportHistory> Find(UnitId unit, PeriodId period, ReportScope scope, CancellationToken ct)
    {
        var report = Report.Blank;
        var versions = ImmutableArray.CreateBuilder<Filing>();
        var corrections = ImmutableArray.CreateBuilder<(Filing, Filing)>();
        foreach (var recorded in await ledger.ReadStream(GrainKeys.Report(unit, period, scope), 0, ct))
        {
            var before = report.Filed;
            var happened = ReportEventJson.Read(recorded);
            report = report.Apply(happened, recorded.At, recorded.Actor, [.. recorded.Hash.Span]);
            if (happened is not (ReportSealed or ReportFiled))
                continue;
            versions.Add(report.Filed!);
            if (before is not null && report.Filed!.Correction.Length > 0)
                corrections.Add((report.Filed, report.Corrected ?? before));
        }
        return new ReportHistory(report, versions.ToImmutable(), corrections.ToImmutable());
    }

    private sealed class Fold
    {
        public Dictionary<UnitId, Report> Reports { get; } = [];

        public long Position { get; private set; }

        public void Take(UnitId unit, RecordedEvent recorded)
        {
            Position = Math.Max(Position, recorded.Position);
            if (recorded.Kind != "report-draft-saved") // a draft changes nothing that counted, and is the largest event
                Reports[unit] = Reports.GetValueOrDefault(unit, Report.Blank).Apply(ReportEventJson.Read(recorded), recorded.At, recorded.Actor, [.. recorded.Hash.Span]);
        }
    }
}
