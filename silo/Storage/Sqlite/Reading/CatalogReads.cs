using System.Buffers.Binary;
using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of catalogs: heads, rows, feed, digest trees, content.</summary>
internal static class CatalogReads
{
    private const string OneHead = "SELECT * FROM catalog WHERE catalog = ?1";
    private const string OneRow = "SELECT * FROM entry WHERE catalog = ?1 AND path = ?2 AND entry = ?3";
    private const string Owner = "SELECT entry FROM entry INDEXED BY entry_index_number WHERE catalog = ?1 AND index_number = ?2 AND index_number <> '' AND hash IS NOT NULL";

    private const string OfOrigin =
        """
        SELECT entry, seq, revision, hash FROM entry INDEXED BY entry_origin
        WHERE catalog = ?1 AND origin = ?2 AND origin <> catalog AND hash IS NOT NULL AND (path, entry) > (?3, ?4) ORDER BY path, entry LIMIT ?5
        """;

    private const string Event = "SELECT kind, kind_version, payload, at, actor FROM event WHERE stream = 'catalog/' || ?1 AND seq = ?2";
    private const string NodeOf = "SELECT branches FROM digest_node WHERE catalog = ?1 AND prefix = ?2";
    private const string LeavesOf = "SELECT path, entry, hash FROM entry WHERE catalog = ?1 AND path BETWEEN ?2 AND ?3 AND hash IS NOT NULL";
    private const string ContentOf = "SELECT media_type, bytes FROM content WHERE hash = ?1";

    private const string Feed =
        """
        SELECT entry.*, kind_version, payload, event.kind FROM entry JOIN event ON event.stream = 'catalog/' || ?1 AND event.seq = entry.seq
        WHERE catalog = ?1 AND entry.seq > ?2 ORDER BY entry.seq LIMIT ?3
        """;

    private const string Listed =
        """
        SELECT * FROM entry
        WHERE catalog = ?1 AND seq < ?2 AND hash IS NOT NULL AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR attribute = ?4) AND (?5 IS NULL OR validity = ?5)
          AND (?6 = '' OR item = ?6) AND (?7 = '' OR domain = ?7)
        ORDER BY seq DESC LIMIT ?8
        """;

    private const string FeedAfter = "SELECT position, catalog, entry, seq FROM catalog_feed WHERE position > ?1 ORDER BY position LIMIT ?2";
    private const string End = "SELECT coalesce(max(position), 0) FROM catalog_feed";
    private const string LinkedFrom = "SELECT catalog, entry, relation FROM entry_link WHERE to_catalog = ?1 AND to_entry = ?2 ORDER BY catalog, entry";

    public static CatalogHead? Head(Reader reader, UnitId unit) => Reader.One(reader.Query(OneHead).Bind(1, unit.Value), ReadHead);

    public static ImmutableArray<CatalogHead> Heads(Reader reader, ImmutableArray<UnitId> units) =>
        [.. units.Order().Select(unit => Head(reader, unit)).OfType<CatalogHead>()];

    public static EntryRow? Row(Reader reader, UnitId unit, EntryId id) =>
        Reader.One(reader.Query(OneRow).Bind(1, unit.Value).Bind(2, id.Path).Bind(3, id.Value), ReadRow);

    public static ImmutableArray<EntryRow> Rows(Reader reader, UnitId unit, ImmutableArray<EntryId> ids) =>
        [.. ids.Select(id => Row(reader, unit, id)).OfType<EntryRow>()];

    public static ImmutableArray<OriginRow> ByOrigin(Reader reader, UnitId unit, string origin, EntryId? after, int limit) => Reader.All(
        reader.Query(OfOrigin).Bind(1, unit.Value).Bind(2, origin).Bind(3, after?.Path ?? -1).Bind(4, after?.Value ?? "").Bind(5, limit),
        row => new OriginRow(EntryId.Parse(row.Text(0)), row.Int64(1), row.Int64(2), Digest.From(row.Blob(3)), origin));

    public static ImmutableDictionary<string, EntryId> IndexOwners(Reader reader, UnitId unit, ImmutableArray<string> numbers) =>
        numbers.Distinct()
            .Select(number => (number, Owner: Reader.One(reader.Query(Owner).Bind(1, unit.Value).Bind(2, number), row => EntryId.Parse(row.Text(0)))))
            .Where(found => found.Owner is not null).ToImmutableDictionary(found => found.number, found => found.Owner!);

    public static StoredEntry? Entry(Reader reader, UnitId unit, EntryId id) =>
        Row(reader, unit, id) is { } row ? Reader.One(reader.Query(Event).Bind(1, unit.Value).Bind(2, row.Seq), e => StoredEntry.Of(row, Read(e, 0, 1, 2))) : null;

    public static ImmutableArray<StoredEntry> Changes(Reader reader, UnitId unit, long after, int limit) => Reader.All(
        reader.Query(Feed).Bind(1, unit.Value).Bind(2, after).Bind(3, limit), row => StoredEntry.Of(ReadRow(row), Read(row, 19, 17, 18)));

    public static ImmutableArray<FeedRow> FeedOf(Reader reader, long after, int limit) => Reader.All(
        reader.Query(FeedAfter).Bind(1, after).Bind(2, limit), row => new FeedRow(row.Int64(0), UnitId.Parse(row.Text(1)), EntryId.Parse(row.Text(2)), row.Int64(3)));

    public static long FeedEnd(Reader reader) => Reader.One(reader.Query(End), row => Tuple.Create(row.Int64(0)))!.Item1;

    public static ImmutableArray<EntryRow> List(Reader reader, UnitId unit, EntryFilter filter, long? before, int limit)
    {
        var query = reader.Query(Listed).Bind(1, unit.Value).Bind(2, before ?? long.MaxValue);
        Bind(query, 3, (int?)filter.Kind);
        Bind(query, 4, (int?)filter.Attribute);
        Bind(query, 5, (int?)filter.Validity);
        return Reader.All(query.Bind(6, filter.StandardItem).Bind(7, filter.Domain).Bind(8, limit), ReadRow);
    }

    /// <summary>Follows the events of an entry back from its newest: each names the one before.</summary>
    public static ImmutableArray<EntryAct> History(Reader reader, UnitId unit, EntryId id)
    {
        List<EntryAct> acts = [];
        for (var seq = Row(reader, unit, id)?.Seq ?? 0; seq > 0;)
        {
            if (Reader.One(reader.Query(Event).Bind(1, unit.Value).Bind(2, seq), e => new EntryAct(seq, Columns.Moment(e, 3), e.Text(4), Read(e, 0, 1, 2))) is not { } act)
                break;
            acts.Add(act);
            seq = act.Happened switch
            {
                EntryPut e => e.Previous,
                EntryRemoved e => e.Previous,
                _ => 0,
            };
        }
        acts.Reverse();
        return [.. acts];
    }

    public static ImmutableArray<(EntryRow From, LinkRelation Relation)> LinksTo(Reader reader, UnitId unit, EntryId id) =>
        [.. Reader.All(reader.Query(LinkedFrom).Bind(1, unit.Value).Bind(2, id.Value), row => (Catalog: UnitId.Parse(row.Text(0)), Entry: EntryId.Parse(row.Text(1)), Relation: (LinkRelation)row.Int32(2)))
            .Select(link => (Row: Row(reader, link.Catalog, link.Entry), link.Relation)).Where(link => link.Row is { Removed: false }).Select(link => (link.Row!, link.Relation))];

    public static DigestNode? Node(Reader reader, UnitId unit, string prefix) =>
        Reader.One(reader.Query(NodeOf).Bind(1, unit.Value).Bind(2, prefix), row => ReadNode(prefix, row.Blob(0)));

    public static ImmutableArray<DigestLeaf> Leaves(Reader reader, UnitId unit, long first, long last) => Reader.All(
        reader.Query(LeavesOf).Bind(1, unit.Value).Bind(2, first).Bind(3, last), row => new DigestLeaf(row.Int64(0), EntryId.Parse(row.Text(1)), Digest.From(row.Blob(2))));

    public static (string MediaType, byte[] Bytes)? Content(Reader reader, Digest hash) =>
        Reader.One(reader.Query(ContentOf).Bind(1, hash.ToBytes()), row => Tuple.Create(row.Text(0), row.Blob(1))) is { } found ? (found.Item1, found.Item2) : null;

    private static CatalogEvent Read(Statement row, int kind, int version, int payload) => CatalogEventJson.Read(row.Text(kind), row.Int32(version), row.Blob(payload));

    internal static CatalogHead ReadHead(Statement row)
    {
        var (settings, holds, serials) = CatalogHeadJson.Read(row.Blob(8));
        return new CatalogHead(
            UnitId.Parse(row.Text(0)), row.Int64(1), new Branch(Digest.From(row.Blob(2)), row.Int32(3)), row.IsNull(4) ? null : Columns.Moment(row, 4), settings, Day(row, 5), row.Int32(6),
            holds, row.Int32(7)) { Serials = serials };
    }

    internal static EntryRow ReadRow(Statement row) => new(
        UnitId.Parse(row.Text(0)), EntryId.Parse(row.Text(2)), row.Int64(3), row.Int64(4), row.IsNull(5) ? null : Digest.From(row.Blob(5)), (EntryKind)row.Int32(6), row.Text(7),
        (DisclosureAttribute)row.Int32(8), (ValidityState)row.Int32(9), row.Text(10), row.Text(11), row.Text(12), Day(row, 13), Day(row, 14), row.Text(15), Columns.Moment(row, 16));

    internal static DigestNode ReadNode(string prefix, ReadOnlySpan<byte> bytes)
    {
        var branches = ImmutableArray.CreateBuilder<Branch>(DigestNode.Width);
        for (var i = 0; i < DigestNode.Width; i++, bytes = bytes[(Digest.Length + sizeof(int))..])
            branches.Add(new Branch(Digest.From(bytes[..Digest.Length]), BinaryPrimitives.ReadInt32BigEndian(bytes[Digest.Length..])));
        return new DigestNode(prefix, branches.MoveToImmutable());
    }

    private static DateOnly? Day(Statement row, int column) => row.IsNull(column) ? null : Columns.Day(row, column);

    private static void Bind(Statement query, int parameter, int? value) => _ = value is { } known ? query.Bind(parameter, known) : query.BindNull(parameter);
}
