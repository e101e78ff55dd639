using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>A catalog with its feed: decided by the domain's own rules, told in order of sequence, tombstones among it.</summary>
internal sealed class FedCatalog
{
    private readonly PaperCatalog paper = new();
    private readonly Dictionary<EntryId, CopyRow> present = [];

    public CatalogHead Head => paper.Head;

    public IReadOnlyDictionary<EntryId, EntryRow> Rows => paper.Rows;

    public IReadOnlyDictionary<EntryId, CopyRow> Present => present;

    /// <summary>The catalog as a copy that missed nothing.</summary>
    public CatalogCopy Copy => CatalogCopy.Of(present.Values, Head.Seq).AsTask().GetAwaiter().GetResult();

    public PushDecision Push(params EntryChange[] changes) => PushFrom("330110", changes);

    public PushDecision PushFrom(string origin, params EntryChange[] changes)
    {
        var decision = CatalogPush.Decide([.. changes], new PushContext(
            Head, paper.Rows.ToImmutableDictionary(), ImmutableDictionary<string, EntryId>.Empty, origin, "", Entries.Today));
        Record(decision.Events, "zhang@330110");
        return decision;
    }

    public void DecideHold(int number, bool confirm) => Record(RemovalGuard.Decide(Head, paper.Rows.ToImmutableDictionary(), number, confirm, "已核对", "li@330110").Events, "li@330110");

    /// <summary>Another day: the free removals begin anew.</summary>
    public void NextDay() => paper.Head = Head with { RemovedOn = null, RemovedCount = 0 };

    public FeedPage Page(long after, int limit)
    {
        var changes = present.Values.Where(r => r.Seq > after).OrderBy(r => r.Seq).Take(limit).ToImmutableArray();
        var complete = changes.Length < limit;
        return new FeedPage(after, changes, complete ? Math.Max(after, Head.Seq) : changes[^1].Seq, complete, Head.Seq, Head.Whole.Digest);
    }

    private void Record(ImmutableArray<CatalogEvent> events, string by)
    {
        var seq = Head.Seq;
        if (!events.IsEmpty)
            paper.Record(events, by);
        foreach (var happened in events)
        {
            seq++;
            if (happened is EntryPut put)
                present[put.Entry.Id] = new CopyRow(put.Entry.Id, seq, put.Revision, put.Entry.Hash, put.Entry, "");
            if (happened is EntryRemoved removed)
                present[removed.Id] = new CopyRow(removed.Id, seq, removed.Revision, null, null, removed.Reason);
        }
    }
}
