using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Reports;

/// <summary>How many filings a contribution holds, by how they stand.</summary>
/// <param name="Filed">Filings that count; accepted ones are among them.</param>
/// <param name="Late">Those filed after their due date.</param>
/// <param name="Returned">Returned and not filed again; their figures do not count.</param>
/// <param name="Accepted">Accepted by the superior, published ones among them.</param>
/// <param name="Published">Made public, in this version or an earlier one.</param>
/// <param name="Corrected">Corrections of a filing that had been accepted.</param>
public readonly record struct FilingCounts(long Filed, long Late, long Returned, long Accepted, long Published = 0, long Corrected = 0)
{
    /// <summary>Both together.</summary>
    public static FilingCounts operator +(FilingCounts a, FilingCounts b) =>
        new(a.Filed + b.Filed, a.Late + b.Late, a.Returned + b.Returned, a.Accepted + b.Accepted, a.Published + b.Published, a.Corrected + b.Corrected);

    /// <summary>The first without the second.</summary>
    public static FilingCounts operator -(FilingCounts a, FilingCounts b) =>
        new(a.Filed - b.Filed, a.Late - b.Late, a.Returned - b.Returned, a.Accepted - b.Accepted, a.Published - b.Published, a.Corrected - b.Corrected);
}

/// <summary>What a body or a territory adds to the total above, with what makes it traceable.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Scope">Own filing, or total of a territory.</param>
/// <param name="Version">A higher one replaces a lower one; an equal or lower one has no effect.</param>
/// <param name="Counts">Filings in it.</param>
/// <param name="Tally">Figures in it.</param>
/// <param name="ContentHash">Hash of what was filed; empty for a total.</param>
/// <param name="Head">Head of the filing's chain; the parent keeps it, so a chain rewritten below is found. Empty for a total.</param>
/// <param name="Signer">Who filed; empty for a total.</param>
/// <param name="At">Moment of the filing, or of the newest filing in the total.</param>
public sealed record Contribution(
    UnitId Unit,
    ContributionScope Scope,
    long Version,
    FilingCounts Counts,
    Tally Tally,
    ImmutableArray<byte> ContentHash,
    ImmutableArray<byte> Head,
    string Signer,
    DateTimeOffset At)
{
    /// <summary>What a report adds after an act that counts: its figures, or only the mark that it was returned.</summary>
    /// <param name="unit">Whose report.</param>
    /// <param name="report">The report right after the act; sealed at least once.</param>
    /// <param name="head">Hash of the act.</param>
    public static Contribution Of(UnitId unit, Report report, ImmutableArray<byte> head)
    {
        if (report.Filed is not { } filing)
        {
            var returned = report.Rejected!;
            return new(unit, ContributionScope.Own, report.Revision, new FilingCounts(0, 0, 1, 0), Tally.Empty, [], head, returned.By, returned.At);
        }
        var counts = new FilingCounts(
            1, filing.Late ? 1 : 0, 0, filing.State == ReportState.Sealed ? 0 : 1, report.Publications.IsEmpty ? 0 : 1, filing.Correction.Length > 0 ? 1 : 0);
        return new(unit, ContributionScope.Own, report.Revision, counts, Tally.Of(filing.Content.Figures), filing.ContentHash, head, filing.By, filing.At);
    }

    /// <summary>The row in which it is kept.</summary>
    public ContributionRow ToRow(PeriodId period, UnitId? rollsInto) => new(
        Unit, Scope, period.ToString(), rollsInto?.Value ?? "", Version, Counts.Filed, Counts.Late, Counts.Returned, Counts.Accepted,
        Tally.Encode(), ContentHash.AsMemory(), Head.AsMemory(), Signer, At, Counts.Published, Counts.Corrected);

    /// <summary>Reads the row in which it was kept.</summary>
    public static Contribution From(ContributionRow row) => new(
        row.Unit, row.Scope, row.Version, new FilingCounts(row.Filed, row.Late, row.Returned, row.Accepted, row.Published, row.Corrected),
        Tally.Decode(row.Figures.Span), [.. row.ContentHash.Span], [.. row.Head.Span], row.Signer, row.At);
}

/// <summary>
/// 汇总: the total of a territory: its own filing, its agencies' and its child territories'. Keeps its parts, so that it can always name
/// them. Order and grouping of what arrives do not matter, and a repeat has no effect.
/// </summary>
/// <param name="Parts">Current contribution of each part.</param>
/// <param name="Sums">Cell by cell, the sum over all parts.</param>
/// <param name="Counts">Filings in the total.</param>
/// <param name="Newest">Moment of the newest filing in it.</param>
public sealed record RollUp(
    ImmutableDictionary<(UnitId Unit, ContributionScope Scope), Contribution> Parts,
    ImmutableArray<long> Sums,
    FilingCounts Counts,
    DateTimeOffset Newest)
{
    /// <summary>Nothing in yet.</summary>
    public static RollUp Empty(ReportForm form) =>
        new(ImmutableDictionary<(UnitId, ContributionScope), Contribution>.Empty, [.. new long[form.Cells.Length]], default, DateTimeOffset.MinValue);

    /// <summary>Takes contributions in: each replaces an older one of the same part; older and equal versions change nothing.</summary>
    /// <exception cref="OverflowException">A sum leaves the range of 64 bits.</exception>
    public RollUp Accept(params IEnumerable<Contribution> contributions)
    {
        long[]? sums = null;
        var (parts, counts, newest) = (Parts, Counts, Newest);
        foreach (var contribution in contributions)
        {
            var key = (contribution.Unit, contribution.Scope);
            var before = parts.GetValueOrDefault(key);
            if (before is not null && before.Version >= contribution.Version)
                continue;
            sums ??= [.. Sums];
            before?.Tally.TakeFrom(sums);
            contribution.Tally.AddTo(sums);
            counts = counts + contribution.Counts - (before?.Counts ?? default);
            parts = parts.SetItem(key, contribution);
            // A correction may carry an earlier moment than what it replaces (clocks differ); then the newest is sought among all.
            newest = before?.At == newest && contribution.At < newest ? parts.Values.Max(p => p.At)
                : contribution.At > newest ? contribution.At : newest;
        }
        return sums is null ? this : new RollUp(parts, ImmutableCollectionsMarshal.AsImmutableArray(sums), counts, newest);
    }

    /// <summary>The total as a contribution to the total above.</summary>
    public Contribution ToContribution(UnitId unit, long version) =>
        new(unit, ContributionScope.Total, version, Counts, Tally.Of(Sums.AsSpan()), [], [], "", Newest);
}
