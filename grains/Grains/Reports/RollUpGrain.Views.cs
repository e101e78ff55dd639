using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;

namespace Federation.Grains.Reports;

/// <summary>How a total is read.</summary>
public sealed partial class RollUpGrain
{
    /// <summary>Longest wait of a watcher, well below the response timeout.</summary>
    private static readonly TimeSpan WatchFor = TimeSpan.FromSeconds(3);

    /// <inheritdoc />
    public async Task<TotalView?> Get()
    {
        await LookAgainAtList();
        await ReadLeafAgain();
        return row is null ? null : new TotalView(
            unit, row.Name, Tally.Of(total.Sums.AsSpan()), WholeLine(), version, total.Newest == DateTimeOffset.MinValue ? null : total.Newest);
    }

    /// <inheritdoc />
    public async Task<TerritoryPartsView?> Parts()
    {
        await LookAgainAtList();
        await ReadLeafAgain();
        if (row is null)
            return null;
        Tally SumOf(Func<Contribution, bool> belongs)
        {
            var sums = new long[roster!.Form.Cells.Length];
            foreach (var part in total.Parts.Values.Where(belongs))
                part.Tally.AddTo(sums);
            return Tally.Of(sums);
        }
        return new TerritoryPartsView(
            SumOf(p => p.Unit == unit), SumOf(p => p.Unit.IsAgency && p.Unit != unit), SumOf(p => !p.Unit.IsAgency && p.Unit != unit),
            roster!.ExpectedIn(row), total.Counts.Filed, version);
    }

    /// <inheritdoc />
    public async Task<CoverageView?> Coverage()
    {
        await LookAgainAtList();
        await ReadLeafAgain();
        return row is null ? null : new CoverageView(WholeLine(), [.. roster!.ChildrenOf(row).Select(ChildLine)], version);
    }

    /// <inheritdoc />
    public async Task<CoverageView?> Watch(long afterVersion, CancellationToken ct)
    {
        if (row is not null && version <= afterVersion)
            await Task.WhenAny(changed.Task, Task.Delay(WatchFor, clock, ct));
        return await Coverage();
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<CellPartView>> Explain(int cell)
    {
        await LookAgainAtList();
        await ReadLeafAgain();
        return row is null ? [] : [.. total.Parts.Values
            .Select(part => (part, listed: roster!.Find(part.Unit)!))
            .OrderBy(p => p.listed.Ord)
            .Select(p => new CellPartView(
                p.part.Unit, p.listed.Name, p.part.Scope == ContributionScope.Own, p.part.Tally[cell], p.part.Version, p.part.ContentHash, p.part.Head, p.part.Signer, p.part.At))];
    }

    // The list of an open period may be amended; who rolls into whom never changes for a unit on it.
    private async ValueTask LookAgainAtList()
    {
        if (await rosters.Find(period) is { } newest && !ReferenceEquals(newest, roster))
            (roster, row) = (newest, newest.Find(unit));
    }

    // Nothing rolls into a unit with nothing below it: its filing goes straight to the total above, and its own total is read when asked.
    private async ValueTask ReadLeafAgain()
    {
        if (row is null || !IsLeaf)
            return;
        total = RollUp.Empty(roster!.Form).Accept((await OwnFiling(CancellationToken.None)).Select(Contribution.From));
        version = total.Parts.Values.FirstOrDefault()?.Version ?? 0;
    }

    private CoverageLine WholeLine() => Line(row!, total.Counts, cell => total.Sums[cell]);

    private CoverageLine ChildLine(RosterRow child)
    {
        var part = total.Parts.GetValueOrDefault((child.Unit, ContributionScope.Total)) ?? total.Parts.GetValueOrDefault((child.Unit, ContributionScope.Own));
        return Line(child, part?.Counts ?? default, cell => part?.Tally[cell] ?? 0);
    }

    private CoverageLine Line(RosterRow of, FilingCounts counts, Func<int, long> value) => new(
        of.Unit, of.Name, of.Tier, roster!.ExpectedIn(of), counts, [.. roster.Form.Headlines.Select(h => h.Cells.Sum(value))]);
}
