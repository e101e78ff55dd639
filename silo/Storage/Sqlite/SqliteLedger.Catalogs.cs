using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

public sealed partial class SqliteLedger : ICatalogReads
{
    /// <inheritdoc />
    public ValueTask<CatalogHead?> Head(UnitId unit, CancellationToken ct) => readers.Read(reader => CatalogReads.Head(reader, unit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<CatalogHead>> Heads(ImmutableArray<UnitId> units, CancellationToken ct) => readers.Read(reader => CatalogReads.Heads(reader, units), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryRow>> Rows(UnitId unit, ImmutableArray<EntryId> ids, CancellationToken ct) => readers.Read(reader => CatalogReads.Rows(reader, unit, ids), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<OriginRow>> ByOrigin(UnitId unit, string origin, EntryId? after, int limit, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.ByOrigin(reader, unit, origin, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<string, EntryId>> IndexOwners(UnitId unit, ImmutableArray<string> numbers, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.IndexOwners(reader, unit, numbers), ct);

    /// <inheritdoc />
    public ValueTask<StoredEntry?> Entry(UnitId unit, EntryId id, CancellationToken ct) => readers.Read(reader => CatalogReads.Entry(reader, unit, id), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<StoredEntry>> Changes(UnitId unit, long after, int limit, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.Changes(reader, unit, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<FeedRow>> Feed(long after, int limit, CancellationToken ct) => readers.Read(reader => CatalogReads.FeedOf(reader, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<long> FeedEnd(CancellationToken ct) => readers.Read(CatalogReads.FeedEnd, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryRow>> List(UnitId unit, EntryFilter filter, long? before, int limit, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.List(reader, unit, filter, before, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryAct>> History(UnitId unit, EntryId id, CancellationToken ct) => readers.Read(reader => CatalogReads.History(reader, unit, id), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<(EntryRow From, LinkRelation Relation)>> LinksTo(UnitId unit, EntryId id, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.LinksTo(reader, unit, id), ct);

    /// <inheritdoc />
    public ValueTask<DigestNode?> Node(UnitId unit, string prefix, CancellationToken ct) => readers.Read(reader => CatalogReads.Node(reader, unit, prefix), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DigestLeaf>> Leaves(UnitId unit, long first, long last, CancellationToken ct) =>
        readers.Read(reader => CatalogReads.Leaves(reader, unit, first, last), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<Digest, long>> Sizes(IReadOnlyCollection<Digest> hashes, CancellationToken ct) => readers.Read(reader => DerivedReads.Sizes(reader, hashes), ct);

    /// <inheritdoc />
    public ValueTask<(string MediaType, byte[] Bytes)?> Content(Digest hash, CancellationToken ct) => readers.Read(reader => CatalogReads.Content(reader, hash), ct);
}
