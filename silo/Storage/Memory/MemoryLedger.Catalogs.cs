using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger : ICatalogReads
{
    private readonly Dictionary<UnitId, CatalogHead> catalogs = [];
    private readonly Dictionary<UnitId, Dictionary<EntryId, EntryRow>> entries = [];
    private readonly Dictionary<UnitId, SortedDictionary<string, DigestNode>> nodes = [];
    private readonly List<FeedRow> feed = [];
    private readonly Dictionary<(UnitId Catalog, EntryId Entry), ImmutableArray<EntryLink>> links = [];
    private readonly Dictionary<Digest, (string MediaType, byte[] Bytes)> contents = [];

    /// <inheritdoc />
    public ValueTask<CatalogHead?> Head(UnitId unit, CancellationToken ct)
    {
        lock (gate)
            return new(catalogs.GetValueOrDefault(unit));
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<CatalogHead>> Heads(ImmutableArray<UnitId> units, CancellationToken ct)
    {
        lock (gate)
            return new([.. units.Order().Select(u => catalogs.GetValueOrDefault(u)).OfType<CatalogHead>()]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryRow>> Rows(UnitId unit, ImmutableArray<EntryId> ids, CancellationToken ct)
    {
        lock (gate)
            return new([.. ids.Select(id => RowOf(unit, id)).OfType<EntryRow>()]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<OriginRow>> ByOrigin(UnitId unit, string origin, EntryId? after, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var place = (Path: after?.Path ?? -1, Id: after?.Value ?? "");
            return new([.. RowsOf(unit).Where(r => !r.Removed && r.Origin == origin && origin != unit.Value).Select(r => (r.Id.Path, Row: OriginRow.Of(r)))
                .Where(r => r.Path > place.Path || (r.Path == place.Path && string.CompareOrdinal(r.Row.Id.Value, place.Id) > 0))
                .OrderBy(r => r.Path).ThenBy(r => r.Row.Id).Take(limit).Select(r => r.Row)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<string, EntryId>> IndexOwners(UnitId unit, ImmutableArray<string> numbers, CancellationToken ct)
    {
        lock (gate)
        {
            return new(RowsOf(unit).Where(r => !r.Removed && r.IndexNumber.Length > 0 && numbers.Contains(r.IndexNumber))
                .ToImmutableDictionary(r => r.IndexNumber, r => r.Id));
        }
    }

    /// <inheritdoc />
    public ValueTask<StoredEntry?> Entry(UnitId unit, EntryId id, CancellationToken ct)
    {
        lock (gate)
            return new(RowOf(unit, id) is { } row ? Stored(row) : null);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StoredEntry>> Changes(UnitId unit, long after, int limit, CancellationToken ct)
    {
        lock (gate)
            return new([.. RowsOf(unit).Where(r => r.Seq > after).OrderBy(r => r.Seq).Take(limit).Select(Stored)]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<FeedRow>> Feed(long after, int limit, CancellationToken ct)
    {
        lock (gate)
            return new([.. feed.Skip((int)after).Take(limit)]);
    }

    /// <inheritdoc />
    public ValueTask<long> FeedEnd(CancellationToken ct)
    {
        lock (gate)
            return new(feed.Count);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryRow>> List(UnitId unit, EntryFilter filter, long? before, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            var rows = RowsOf(unit).Where(r => !r.Removed && r.Seq < (before ?? long.MaxValue) && (filter.Kind is null || r.Kind == filter.Kind)
                && (filter.Attribute is null || r.Attribute == filter.Attribute) && (filter.Validity is null || r.Validity == filter.Validity)
                && (filter.StandardItem.Length == 0 || r.StandardItem == filter.StandardItem) && (filter.Domain.Length == 0 || r.Domain == filter.Domain));
            return new([.. rows.OrderByDescending(r => r.Seq).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryAct>> History(UnitId unit, EntryId id, CancellationToken ct)
    {
        lock (gate)
        {
            return new([.. streams.GetValueOrDefault($"catalog/{unit}", []).Select(e => new EntryAct(e.Seq, e.At, e.Actor, CatalogEventJson.Read(e.Kind, e.KindVersion, e.Payload)))
                .Where(act => act.Happened is EntryPut put ? put.Entry.Id == id : act.Happened is EntryRemoved removed && removed.Id == id)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(EntryRow From, LinkRelation Relation)>> LinksTo(UnitId unit, EntryId id, CancellationToken ct)
    {
        lock (gate)
        {
            var found = from pair in links
                        from link in pair.Value
                        where link.Entry == id && (link.Catalog ?? pair.Key.Catalog) == unit
                        let row = RowOf(pair.Key.Catalog, pair.Key.Entry)
                        where row is { Removed: false }
                        orderby row.Catalog, row.Id
                        select (row, link.Relation);
            return new([.. found]);
        }
    }

    /// <inheritdoc />
    public ValueTask<DigestNode?> Node(UnitId unit, string prefix, CancellationToken ct)
    {
        lock (gate)
            return new(nodes.GetValueOrDefault(unit)?.GetValueOrDefault(prefix));
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DigestLeaf>> Leaves(UnitId unit, long first, long last, CancellationToken ct)
    {
        lock (gate)
            return new([.. RowsOf(unit).Where(r => !r.Removed && r.Id.Path >= first && r.Id.Path <= last).Select(r => new DigestLeaf(r.Id.Path, r.Id, r.Hash))]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<Digest, long>> Sizes(IReadOnlyCollection<Digest> hashes, CancellationToken ct)
    {
        lock (gate)
            return new(hashes.Distinct().Where(contents.ContainsKey).ToImmutableDictionary(h => h, h => (long)contents[h].Bytes.Length));
    }

    /// <inheritdoc />
    public ValueTask<(string MediaType, byte[] Bytes)?> Content(Digest hash, CancellationToken ct)
    {
        lock (gate)
            return new(contents.TryGetValue(hash, out var found) ? found : null);
    }

    private Dictionary<EntryId, EntryRow>.ValueCollection RowsOf(UnitId unit) => (entries.TryGetValue(unit, out var rows) ? rows : []).Values;

    private EntryRow? RowOf(UnitId unit, EntryId id) => entries.GetValueOrDefault(unit)?.GetValueOrDefault(id);

    private StoredEntry Stored(EntryRow row)
    {
        var recorded = streams[$"catalog/{row.Catalog}"][(int)row.Seq - 1];
        return StoredEntry.Of(row, CatalogEventJson.Read(recorded.Kind, recorded.KindVersion, recorded.Payload));
    }

    private void Change(CatalogChanged changed)
    {
        var unit = changed.Head.Unit;
        catalogs[unit] = changed.Head;
        if (!entries.TryGetValue(unit, out var rows))
            entries[unit] = rows = [];
        foreach (var row in changed.Rows)
        {
            rows[row.Id] = row;
            feed.Add(new FeedRow(feed.Count + 1, unit, row.Id, row.Seq));
        }
        if (!nodes.TryGetValue(unit, out var places))
            nodes[unit] = places = new(StringComparer.Ordinal);
        foreach (var folded in changed.Folded)
        {
            foreach (var gone in places.Keys.Where(p => p.StartsWith(folded, StringComparison.Ordinal)).ToList())
                places.Remove(gone);
        }
        foreach (var node in changed.Nodes)
            places[node.Prefix] = node;
    }
}
