using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Grains.Outbox;

namespace Federation.Grains.Catalogs;

/// <summary>
/// Records acts on a catalog. Unlike a journal it never holds the whole: an act reads the rows it names and the few places of the digest tree above
/// them, whatever the size of the catalog.
/// </summary>
internal sealed class CatalogJournal(UnitId unit, ILedger ledger, ICatalogReads reads, IGrainFactory grains, TimeProvider clock) : IDigestSource
{
    private const int MostPlaces = 4096;
    private readonly Dictionary<string, DigestNode?> places = []; // places read or written since the catalog was opened
    private readonly string stream = GrainKeys.Catalog(unit);

    /// <summary>How the catalog stands.</summary>
    public CatalogHead Head { get; private set; } = CatalogHead.Start(unit);

    /// <summary>Reads the head anew.</summary>
    public async Task Open(CancellationToken ct)
    {
        places.Clear();
        Head = await reads.Head(unit, ct) ?? CatalogHead.Start(unit);
    }

    /// <summary>Records events decided against the present head.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="requestId">Request id; empty: none.</param>
    /// <param name="events">At least one.</param>
    /// <param name="rows">Rows of the entries that the events name, as they were.</param>
    /// <param name="contents">Texts and files to be kept with them.</param>
    public Task<AppendOutcome> Record(
        string actor, string requestId, ImmutableArray<CatalogEvent> events, IReadOnlyDictionary<EntryId, EntryRow> rows, IEnumerable<ContentKept> contents) =>
        Record(clock.GetUtcNow(), actor, "", requestId, events, [.. events.Select(CatalogEventJson.Write)], rows, contents, false);

    /// <summary>Records an act of another installation as it was recorded there, byte for byte.</summary>
    public async Task<AppendOutcome> Restore(RestoredAct act, IEnumerable<ContentKept> contents)
    {
        ImmutableArray<NewEvent> encoded = [.. act.Events.Select(e => new NewEvent(e.Kind, e.KindVersion, e.Payload.AsMemory()))];
        ImmutableArray<CatalogEvent> events = [.. encoded.Select(e => CatalogEventJson.Read(e.Kind, e.KindVersion, e.Payload))];
        var rows = await reads.Rows(unit, [.. events.Select(Of).OfType<EntryId>().Distinct()], CancellationToken.None);
        return await Record(act.At, act.Actor, act.OnBehalfOf, act.Key, events, encoded, rows.ToDictionary(r => r.Id), contents, true);

        static EntryId? Of(CatalogEvent happened) => happened switch
        {
            EntryPut put => put.Entry.Id,
            EntryRemoved removed => removed.Id,
            _ => null,
        };
    }

    private async Task<AppendOutcome> Record(
        DateTimeOffset at, string actor, string onBehalfOf, string key, ImmutableArray<CatalogEvent> events, ImmutableArray<NewEvent> encoded, IReadOnlyDictionary<EntryId, EntryRow> rows,
        IEnumerable<ContentKept> contents, bool restored)
    {
        var (head, changed) = CatalogFold.Apply(Head, rows, events, at, actor);
        var digest = changed.IsEmpty ? new DigestChange(head.Whole, [], []) : await DigestTree.Change(this, [.. changed.Select(r => DigestLeaf.Of(r.Id, r.Hash))]);
        head = head with { Whole = digest.Whole };
        var outgoing = restored ? [] : await CatalogMessages.Of(unit, events, reads, BeijingTime.DateOf(at)); // whoever hears of an act has heard of it where it was recorded
        var append = new Append(stream, Head.Seq, at, actor, onBehalfOf, key, encoded)
        {
            Changes = [new CatalogChanged(head, changed, digest.Nodes, digest.Folded), .. Links(events, rows), .. contents],
            Outgoing = outgoing,
        };
        var result = await ledger.Append(append, CancellationToken.None);
        if (result.Outcome != AppendOutcome.Recorded)
        {
            await Open(CancellationToken.None);
            return result.Outcome;
        }
        Keep(head, digest);
        if (!outgoing.IsEmpty)
            await Parcels.Send(grains, at, outgoing, result.MessagePositions);
        return result.Outcome;
    }

    /// <inheritdoc />
    public async ValueTask<DigestNode?> Node(string prefix)
    {
        if (places.TryGetValue(prefix, out var known))
            return known;
        if (places.Count >= MostPlaces)
            places.Clear();
        return places[prefix] = await reads.Node(unit, prefix, CancellationToken.None);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix) => reads.Leaves(unit, DigestNode.First(prefix), DigestNode.Last(prefix), CancellationToken.None);

    private void Keep(CatalogHead head, DigestChange digest)
    {
        Head = head;
        foreach (var folded in digest.Folded)
        {
            foreach (var gone in places.Keys.Where(p => p.StartsWith(folded, StringComparison.Ordinal)).ToList())
                places.Remove(gone);
        }
        foreach (var node in digest.Nodes)
            places[node.Prefix] = node;
    }

    private IEnumerable<EntryLinksChanged> Links(ImmutableArray<CatalogEvent> events, IReadOnlyDictionary<EntryId, EntryRow> rows)
    {
        foreach (var happened in events)
        {
            if (happened is EntryPut put && (!put.Entry.Links.IsEmpty || rows.ContainsKey(put.Entry.Id)))
                yield return new EntryLinksChanged(unit, put.Entry.Id, put.Entry.Links);
            if (happened is EntryRemoved removed)
                yield return new EntryLinksChanged(unit, removed.Id, []);
        }
    }
}
