using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>One report with every version ever sealed of it.</summary>
/// <param name="Now">How it stands; <see cref="Report.Blank"/> when nothing has happened.</param>
/// <param name="Versions">Sealed versions as they were sealed, oldest first, those that were returned among them.</param>
/// <param name="Corrections">更正: the filing that corrects, and the one that counted before, oldest first.</param>
public sealed record ReportHistory(Report Now, ImmutableArray<Filing> Versions, ImmutableArray<(Filing After, Filing Before)> Corrections)
{
    /// <summary>Highest version that was made public; null when none was.</summary>
    public long? NewestPublished => Now.Publications.IsEmpty ? null : Now.Publications.Max(p => p.Version);

    /// <summary>A version; null when there was none.</summary>
    /// <param name="version">Its number; 0: the one that counts.</param>
    public Filing? Find(long version) => version == 0 || version == Now.Filed?.Version ? Now.Filed : Versions.LastOrDefault(v => v.Version == version);
}

/// <summary>What the ledger says of past days: reports folded anew from their events, independent of every total and list.</summary>
public interface IReportHistories
{
    /// <summary>Each unit's own report as it stood at a moment, for units of a range of the frozen list that had one; and the last position looked at.</summary>
    Task<(ImmutableDictionary<UnitId, Report> Reports, long Position)> AsOf(Roster roster, RosterRow top, DateTimeOffset moment, CancellationToken ct);

    /// <summary>Version of the own filing with a content: what counts is kept by its hash, and its place among the filings is told by the ledger.</summary>
    /// <returns>0 when no such content was ever sealed.</returns>
    Task<long> VersionOf(UnitId unit, PeriodId period, ImmutableArray<byte> contentHash, CancellationToken ct);

    /// <summary>Every correction of a unit's own report: the filing that corrects, and the one that counted before.</summary>
    Task<ImmutableArray<(Filing After, Filing Before)>> CorrectionsOf(UnitId unit, PeriodId period, CancellationToken ct);

    /// <summary>A unit's report of one scope with all its versions.</summary>
    Task<ReportHistory> Find(UnitId unit, PeriodId period, ReportScope scope, CancellationToken ct);
}
