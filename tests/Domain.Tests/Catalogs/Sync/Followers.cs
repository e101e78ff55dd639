using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>A copy as the simulation sees it.</summary>
internal interface IFollower
{
    long Cursor { get; }

    void Take(FeedPage page);

    FeedPage Page(long after, int limit);

    /// <summary>Entries that are not removed.</summary>
    IReadOnlySet<EntryId> Ids { get; }

    IReadOnlyDictionary<EntryId, Digest> Contents { get; }

    Digest Whole { get; }

    /// <summary>What is on disk now, to fall back to in a crash.</summary>
    object Save();

    void Restore(object saved);
}

/// <summary>The copy of the domain.</summary>
internal sealed class TrueFollower : IFollower
{
    private CatalogCopy copy = CatalogCopy.Empty;

    public long Cursor => copy.Cursor;

    public IReadOnlySet<EntryId> Ids => copy.Rows.Where(r => !r.Removed).Select(r => r.Id).ToHashSet();

    public IReadOnlyDictionary<EntryId, Digest> Contents => copy.Rows.Where(r => !r.Removed).ToDictionary(r => r.Id, r => r.Hash!);

    public Digest Whole => copy.Whole.Digest;

    public void Take(FeedPage page) => copy = copy.Take(page).AsTask().GetAwaiter().GetResult().Copy;

    public FeedPage Page(long after, int limit) => copy.Page(after, limit);

    public object Save() => copy;

    public void Restore(object saved) => copy = (CatalogCopy)saved;
}

/// <summary>Which guard a follower lacks.</summary>
internal enum Lack
{
    Nothing, Tombstones, Gaps, CursorFence, EmptySource, Absence, Hashes,
}

/// <summary>A copy as somebody might write it in a hurry, with one guard left out: the simulation must catch it.</summary>
internal sealed class HurriedFollower(Lack lack) : IFollower
{
    private ImmutableDictionary<EntryId, CopyRow> rows = ImmutableDictionary<EntryId, CopyRow>.Empty;

    public long Cursor { get; private set; }

    public IReadOnlySet<EntryId> Ids => rows.Values.Where(r => !r.Removed).Select(r => r.Id).ToHashSet();

    // It believes the hash that it was told, so contents are hashed anew here.
    public IReadOnlyDictionary<EntryId, Digest> Contents => rows.Values.Where(r => !r.Removed).ToDictionary(r => r.Id, r => r.Entry!.Hash);

    public Digest Whole => DigestTree.Change(CatalogCopy.Empty, [.. Contents.Select(c => DigestLeaf.Of(c.Key, c.Value))]).AsTask().GetAwaiter().GetResult().Whole.Digest;

    public void Take(FeedPage page)
    {
        if (page.Seq < page.After)
        {
            if (lack == Lack.EmptySource)
                rows = rows.Clear();
            return;
        }
        if (page.After > Cursor && lack != Lack.Gaps)
            return;
        if (lack != Lack.Hashes && page.Changes.Any(c => c.Entry is not null && c.Entry.Hash != c.Hash))
            return;
        foreach (var change in page.Changes.Where(c => lack == Lack.CursorFence || c.Seq > Cursor))
            rows = change.Removed && lack == Lack.Tombstones ? rows.Remove(change.Id) : rows.SetItem(change.Id, change);
        if (lack == Lack.Absence && page is { After: 0, Complete: true })
            rows = rows.RemoveRange(rows.Keys.Except(page.Changes.Select(c => c.Id)).ToList());
        Cursor = Math.Max(Cursor, page.NextSeq);
    }

    public FeedPage Page(long after, int limit)
    {
        var changes = rows.Values.Where(r => r.Seq > after).OrderBy(r => r.Seq).Take(limit).ToImmutableArray();
        var complete = changes.Length < limit;
        return new FeedPage(after, changes, complete ? Math.Max(after, Cursor) : changes[^1].Seq, complete, Cursor, Digest.None);
    }

    public object Save() => (rows, Cursor);

    public void Restore(object saved) => (rows, Cursor) = ((ImmutableDictionary<EntryId, CopyRow>, long))saved;
}
