using System.Collections.Immutable;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>Reads of tables that follow from events, row by row as they stand.</summary>
internal static class DerivedReads
{
    private const string EventsAfter = "SELECT * FROM event WHERE stream = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
    private const string Newest = "SELECT position FROM event WHERE stream = ?1 ORDER BY seq DESC LIMIT 1";

    private const string OneHead = "SELECT * FROM catalog WHERE catalog = ?1";
    private const string EntriesAfter = "SELECT * FROM entry WHERE catalog = ?1 AND (path, entry) > (?2, ?3) ORDER BY path, entry LIMIT ?4";
    private const string NodesOf = "SELECT prefix, branches FROM digest_node WHERE catalog = ?1 ORDER BY prefix";
    private const string LinksOf = "SELECT entry, relation, to_catalog, to_entry FROM entry_link WHERE catalog = ?1 ORDER BY entry, relation, to_catalog, to_entry";
    private const string FeedAfter = "SELECT position, catalog, entry, seq FROM catalog_feed WHERE position > ?1 ORDER BY position LIMIT ?2";
    private const string FeedOfOne = "SELECT position, catalog, entry, seq FROM catalog_feed WHERE catalog = ?1 ORDER BY position";
    private const string PublicContents = "SELECT rowid, hash, bytes FROM content WHERE rowid > ?1 ORDER BY rowid LIMIT ?2";
    private const string DraftContents = "SELECT rowid, hash, bytes FROM draft_content WHERE rowid > ?1 ORDER BY rowid LIMIT ?2";
    private const string SizeOf = "SELECT length(bytes) FROM content WHERE hash = ?1";
    private const string Counted = "SELECT (SELECT count(*) FROM content) + (SELECT count(*) FROM draft_content)";
    private const string DraftsOf = "SELECT * FROM draft WHERE unit = ?1 ORDER BY entry";
    private const string DueFrom = "SELECT ref FROM due WHERE ref >= ?1 ORDER BY ref LIMIT 1";
    private const string DuesBelow = "SELECT unit, at, kind, ref FROM due WHERE ref >= 'entry/' || ?1 || '/' AND ref < 'entry/' || ?1 || '0' ORDER BY ref, at, kind";
    private const string StandardsOf = "SELECT version, at, title, base_owner, base_version, items, hash, content FROM standard WHERE owner = ?1 ORDER BY version";
    private const string AsideOf = "SELECT item, reason FROM set_aside WHERE unit = ?1 ORDER BY item";

    public static ImmutableArray<string> UnitsOfCatalogs(Reader reader) => Together(
        Streams(reader, "catalog"), Column(reader, "catalog", "catalog"), Column(reader, "entry", "catalog"), Column(reader, "digest_node", "catalog"), Column(reader, "entry_link", "catalog"));

    public static ImmutableArray<string> UnitsOfDrafts(Reader reader) =>
        Together(Streams(reader, "entry"), Column(reader, "draft", "unit"), StreamReads.Units("entry", from => Reader.One(reader.Query(DueFrom).Bind(1, from), row => row.Text(0))));

    public static ImmutableArray<string> UnitsOfStandards(Reader reader) => Together(Streams(reader, "standard"), Column(reader, "standard", "owner"), Column(reader, "set_aside", "unit"));

    public static ImmutableArray<RecordedEvent> Events(Reader reader, string stream, long afterSeq, int limit) =>
        Reader.All(reader.Query(EventsAfter).Bind(1, stream).Bind(2, afterSeq).Bind(3, limit), LedgerReads.Event);

    public static long NewestOf(Reader reader, string kind) =>
        StreamReads.Below(reader, kind + "/").Select(stream => Reader.One(reader.Query(Newest).Bind(1, stream), row => Tuple.Create(row.Int64(0)))!.Item1).DefaultIfEmpty().Max();

    public static StoredRow<CatalogHead>? Head(Reader reader, string catalog) => Reader.One(reader.Query(OneHead).Bind(1, catalog), row => Try(row, catalog, CatalogReads.ReadHead));

    public static EntryPage Entries(Reader reader, string catalog, (long Path, string Entry) after, int limit)
    {
        var last = after;
        var rows = Reader.All(reader.Query(EntriesAfter).Bind(1, catalog).Bind(2, after.Path).Bind(3, after.Entry).Bind(4, limit), row =>
        {
            last = (row.Int64(1), row.Text(2));
            return Try(row, last.Entry, Entry);
        });
        return new EntryPage(rows, rows.Length < limit ? null : last);
    }

    public static ImmutableArray<StoredRow<DigestNode>> Nodes(Reader reader, string catalog) =>
        Reader.All(reader.Query(NodesOf).Bind(1, catalog), row => Try(row, row.Text(0), r => CatalogReads.ReadNode(r.Text(0), r.Blob(1))));

    public static ImmutableArray<StoredLink> Links(Reader reader, string catalog) =>
        Reader.All(reader.Query(LinksOf).Bind(1, catalog), row => new StoredLink(row.Text(0), row.Int32(1), row.Text(2), row.Text(3)));

    public static ImmutableArray<StoredChange> Feed(Reader reader, long after, int limit) => Reader.All(reader.Query(FeedAfter).Bind(1, after).Bind(2, limit), Change);

    public static ImmutableArray<StoredChange> FeedOf(Reader reader, string catalog) => Reader.All(reader.Query(FeedOfOne).Bind(1, catalog), Change);

    public static ImmutableArray<StoredContent> Contents(Reader reader, bool drafts, long after, int limit) =>
        Reader.All(reader.Query(drafts ? DraftContents : PublicContents).Bind(1, after).Bind(2, limit), row =>
        {
            var bytes = row.Blob(2);
            return new StoredContent(row.Int64(0), Convert.ToHexStringLower(row.Blob(1)), Digest.Of(bytes), bytes.Length);
        });

    public static ImmutableDictionary<Digest, long> Sizes(Reader reader, IReadOnlyCollection<Digest> hashes)
    {
        var sizes = ImmutableDictionary.CreateBuilder<Digest, long>();
        foreach (var hash in hashes)
        {
            if (Reader.One(reader.Query(SizeOf).Bind(1, hash.ToBytes()), row => Tuple.Create(row.Int64(0))) is { } found)
                sizes[hash] = found.Item1;
        }
        return sizes.ToImmutable();
    }

    public static long CountContents(Reader reader) => Reader.One(reader.Query(Counted), row => Tuple.Create(row.Int64(0)))!.Item1;

    public static ImmutableArray<StoredRow<DraftRow>> Drafts(Reader reader, string unit) => Reader.All(reader.Query(DraftsOf).Bind(1, unit), row => Try(row, row.Text(1), DraftReads.Row));

    public static ImmutableArray<StoredRow<DueRow>> DuesOfDrafts(Reader reader, string unit) =>
        Reader.All(reader.Query(DuesBelow).Bind(1, unit), row => Try(row, row.Text(3), DueReads.Row));

    public static ImmutableArray<StoredStandard> Standards(Reader reader, string owner) => Reader.All(reader.Query(StandardsOf).Bind(1, owner), row => new StoredStandard(
        row.Int64(0), row.Int64(1), row.Text(2), row.IsNull(3) ? "" : $"{row.Text(3)}/v{row.Int64(4)}", row.Int64(5), Convert.ToHexStringLower(row.Blob(6)), Digest.Of(row.Blob(7))));

    public static ImmutableDictionary<string, string> SetAside(Reader reader, string unit) =>
        Reader.All(reader.Query(AsideOf).Bind(1, unit), row => KeyValuePair.Create(row.Text(0), row.Text(1))).ToImmutableDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> Streams(Reader reader, string kind) => StreamReads.Units(kind, from => StreamReads.Next(reader, from));

    // From value to value along the key: the cost is that of the units, not of their rows.
    private static IEnumerable<string> Column(Reader reader, string table, string column)
    {
        var next = $"SELECT {column} FROM {table} WHERE {column} > ?1 ORDER BY {column} LIMIT 1";
        for (var at = Reader.One(reader.Query(next).Bind(1, ""), row => row.Text(0)); at is not null; at = Reader.One(reader.Query(next).Bind(1, at), row => row.Text(0)))
            yield return at;
    }

    private static ImmutableArray<string> Together(params IEnumerable<string>[] some) => [.. some.SelectMany(s => s).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static EntryRow Entry(Statement row)
    {
        var read = CatalogReads.ReadRow(row);
        return read.Id.Path == row.Int64(1) ? read : throw new FormatException($"path {row.Int64(1)} is not that of the id, {read.Id.Path}");
    }

    private static StoredChange Change(Statement row) => new(row.Int64(0), row.Text(1), row.Text(2), row.Int64(3));

    private static StoredRow<T> Try<T>(Statement row, string key, Func<Statement, T> read)
        where T : class
    {
        try
        {
            return new StoredRow<T>(key, read(row), "");
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new StoredRow<T>(key, null, e.Message);
        }
    }
}
