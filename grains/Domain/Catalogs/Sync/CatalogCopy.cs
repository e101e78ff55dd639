using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sync;

/// <summary>
/// 目录副本: what a follower keeps of a catalog: entries, tombstones, cursor and digest tree. Pages may come twice, late or in any order, and a crash may
/// throw it back to an older state: it ends equal to its source. It keeps the source's own sequence, so it can be followed in turn, tier by tier. Nothing
/// is ever removed because it is missing somewhere: only a tombstone removes. A value; a page costs what it changes, not what the copy holds.
/// </summary>
public sealed class CatalogCopy : IDigestSource
{
    private readonly ImmutableDictionary<EntryId, CopyRow> rows;
    private readonly ImmutableSortedSet<CopyRow> bySeq;
    private readonly ImmutableSortedSet<CopyRow> byPath;
    private readonly ImmutableDictionary<string, DigestNode> places;

    private CatalogCopy(
        long cursor, Branch whole, ImmutableDictionary<EntryId, CopyRow> rows, ImmutableSortedSet<CopyRow> bySeq, ImmutableSortedSet<CopyRow> byPath, ImmutableDictionary<string, DigestNode> places) =>
        (Cursor, Whole, this.rows, this.bySeq, this.byPath, this.places) = (cursor, whole, rows, bySeq, byPath, places);

    /// <summary>A copy that has nothing yet.</summary>
    public static CatalogCopy Empty { get; } = new(
        0, Branch.Empty, ImmutableDictionary<EntryId, CopyRow>.Empty, ImmutableSortedSet.Create<CopyRow>(Comparer<CopyRow>.Create((a, b) => a.Seq.CompareTo(b.Seq))),
        ImmutableSortedSet.Create<CopyRow>(Comparer<CopyRow>.Create((a, b) => a.Path != b.Path ? a.Path.CompareTo(b.Path) : a.Id.CompareTo(b.Id))), ImmutableDictionary<string, DigestNode>.Empty);

    /// <summary>Everything up to this sequence of the source is here.</summary>
    public long Cursor { get; }

    /// <summary>Digest and number of the entries that are not removed.</summary>
    public Branch Whole { get; }

    /// <summary>Every row, tombstones among them, in order of sequence.</summary>
    public IEnumerable<CopyRow> Rows => bySeq;

    /// <summary>Number of rows, tombstones among them.</summary>
    public int Count => rows.Count;

    /// <summary>A copy of rows that were kept, for example on disk.</summary>
    /// <param name="kept">Rows as they were taken, oldest first; of a row that stands twice the newer holds.</param>
    /// <param name="cursor">Cursor that was kept with them.</param>
    public static ValueTask<CatalogCopy> Of(IEnumerable<CopyRow> kept, long cursor)
    {
        Dictionary<EntryId, CopyRow> newest = [];
        foreach (var row in kept)
        {
            if (!newest.TryGetValue(row.Id, out var other) || other.Seq < row.Seq)
                newest[row.Id] = row;
        }
        return Empty.With([.. newest.Values], cursor);
    }

    /// <summary>The row of an entry; null when it was never here.</summary>
    public CopyRow? Find(EntryId id) => rows.GetValueOrDefault(id);

    /// <summary>Takes a page.</summary>
    /// <returns>The copy with it; the same copy when there is nothing new in it, or with CT-401 to CT-404 when it cannot be taken.</returns>
    public async ValueTask<Taken> Take(FeedPage page)
    {
        if (Check(page) is { IsEmpty: false } findings)
            return new(this, [], findings);
        // what the cursor covers was here before: a page that comes late may tell an older state of it
        ImmutableArray<CopyRow> fresh = [.. page.Changes.Where(c => c.Seq > Cursor && (Find(c.Id)?.Seq ?? 0) < c.Seq)];
        if (fresh.IsEmpty && page.NextSeq <= Cursor)
            return new(this, [], []);
        return new(await With(fresh, Math.Max(Cursor, page.NextSeq)), fresh, []);
    }

    /// <summary>Takes single entries as the source holds them now, to mend what a comparison named.</summary>
    /// <returns>The copy with those that are newer than its own; an older one changes nothing.</returns>
    public async ValueTask<Taken> Mend(ImmutableArray<CopyRow> entries)
    {
        if (Contents(entries).ToImmutableArray() is { IsEmpty: false } findings)
            return new(this, [], findings);
        ImmutableArray<CopyRow> newer = [.. entries.Where(e => Find(e.Id) is not { } here || here.Seq < e.Seq || (here.Seq == e.Seq && here.Hash != e.Hash))];
        return new(newer.IsEmpty ? this : await With(newer, Cursor), newer, []);
    }

    /// <summary>How the copy stands against the source that sent a page.</summary>
    public Proof Against(FeedPage last) => !last.Complete || Cursor != last.Seq ? Proof.Behind : Whole.Digest == last.Digest ? Proof.Equal : Proof.Differs;

    /// <summary>A page of this copy for whoever follows it, tombstones among it.</summary>
    /// <param name="after">Cursor of the follower.</param>
    /// <param name="limit">At most so many.</param>
    public FeedPage Page(long after, int limit)
    {
        var page = ImmutableArray.CreateBuilder<CopyRow>();
        var at = After(bySeq, s => s.Seq > after);
        for (; at < bySeq.Count && page.Count < limit; at++)
            page.Add(bySeq[at]);
        var complete = at >= bySeq.Count;
        return new FeedPage(after, page.ToImmutable(), complete ? Math.Max(Math.Max(after, Cursor), page.Count == 0 ? 0 : page[^1].Seq) : page[^1].Seq, complete, Cursor, Whole.Digest);
    }

    /// <inheritdoc />
    public ValueTask<DigestNode?> Node(string prefix) => new(places.GetValueOrDefault(prefix));

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix)
    {
        var (first, last) = (DigestNode.First(prefix), DigestNode.Last(prefix));
        var leaves = ImmutableArray.CreateBuilder<DigestLeaf>();
        for (var at = After(byPath, r => r.Path >= first); at < byPath.Count && byPath[at].Path <= last; at++)
            leaves.Add(new DigestLeaf(byPath[at].Path, byPath[at].Id, byPath[at].Hash));
        return new(leaves.ToImmutable());
    }

    private async ValueTask<CatalogCopy> With(ImmutableArray<CopyRow> fresh, long cursor)
    {
        if (fresh.IsEmpty)
            return new(cursor, Whole, rows, bySeq, byPath, places);
        var change = await DigestTree.Change(this, [.. fresh.Select(r => new DigestLeaf(r.Path, r.Id, r.Hash))]);
        var (all, seqs, paths, nodes) = (rows.ToBuilder(), bySeq.ToBuilder(), byPath.ToBuilder(), places.ToBuilder());
        foreach (var row in fresh)
        {
            if (all.TryGetValue(row.Id, out var before))
            {
                seqs.Remove(before);
                paths.Remove(before);
            }
            all[row.Id] = row;
            seqs.Add(row);
            if (!row.Removed)
                paths.Add(row);
        }
        foreach (var folded in change.Folded)
            nodes.RemoveRange(nodes.Keys.Where(k => k.StartsWith(folded, StringComparison.Ordinal)).ToList());
        foreach (var node in change.Nodes)
            nodes[node.Prefix] = node;
        return new(cursor, change.Whole, all.ToImmutable(), seqs.ToImmutable(), paths.ToImmutable(), nodes.ToImmutable());
    }

    private ImmutableArray<Finding> Check(FeedPage page)
    {
        if (page.Seq < page.After)
            return [SyncRules.WentBack.At("seq", $"来源的序号为 {page.Seq},副本已到 {page.After};副本不作改动", $"the source is at {page.Seq}, the copy at {page.After}; the copy is left as it is")];
        if (page.After > Cursor)
            return [SyncRules.PageMissing.At("after", $"缺 {Cursor} 至 {page.After} 之间的内容", $"what lies between {Cursor} and {page.After} is missing")];
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var before = page.After;
        foreach (var change in page.Changes)
        {
            if (change.Seq <= before || change.Seq > page.NextSeq)
                findings.Add(SyncRules.Disordered.At(change.Id.Value, $"{change.Id} 的序号 {change.Seq} 不在 {before} 与 {page.NextSeq} 之间", $"sequence {change.Seq} of {change.Id} is not between {before} and {page.NextSeq}"));
            before = change.Seq;
        }
        findings.AddRange(page.Changes.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => SyncRules.Disordered.At(g.Key.Value, $"条目 {g.Key} 在一页中出现两次", $"entry {g.Key} stands twice in one page")));
        findings.AddRange(Contents(page.Changes));
        return findings.ToImmutable();
    }

    private static IEnumerable<Finding> Contents(ImmutableArray<CopyRow> entries) => entries
        .Where(c => c.Entry is null ? c.Hash is not null : c.Entry.Id != c.Id || c.Entry.Hash != c.Hash)
        .Select(c => SyncRules.WrongHash.At(c.Id.Value, $"条目 {c.Id} 的内容与其哈希 {c.Hash} 不符", $"the content of entry {c.Id} is not that of its hash {c.Hash}"));

    // First place of a sorted set from which on something holds.
    private static int After(ImmutableSortedSet<CopyRow> sorted, Predicate<CopyRow> holds)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (holds(sorted[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
