using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Search;

/// <summary>Reads of the index.</summary>
internal static class SearchReads
{
    private const string Matching =
        """
        SELECT document.key, document.catalog, document.entry
        FROM (SELECT rowid AS key FROM term WHERE term MATCH ?1 AND rowid < ?2 AND rowid >= ?3 ORDER BY rowid DESC LIMIT ?4) AS found JOIN document ON document.key = found.key
        ORDER BY document.key DESC
        """;

    private const string Every = "SELECT key, catalog, entry FROM document WHERE ?1 = '' AND key < ?2 AND key >= ?3 ORDER BY key DESC LIMIT ?4";
    private const string CountMatching = "SELECT count(*) FROM (SELECT 1 FROM term WHERE term MATCH ?1 AND rowid < ?2 AND rowid >= ?3 LIMIT ?4)";
    private const string CountEvery = "SELECT count(*) FROM (SELECT 1 FROM document WHERE ?1 = '' AND key < ?2 AND key >= ?3 LIMIT ?4)";
    private const string Mark = "SELECT value FROM mark WHERE name = ?1";
    private const string WordsOf = "SELECT word FROM word WHERE folded >= ?1 AND folded < ?2 AND uses > 0 ORDER BY uses DESC, folded LIMIT ?3";
    private const string PlacesOf = "SELECT catalog, place FROM place";
    private const string Entries = "SELECT entry FROM document WHERE catalog = ?1 AND entry > ?2 ORDER BY entry LIMIT ?3";

    public static SearchPage Page(Reader reader, SearchQuery query, SearchFilter filter, SearchOrder order, SearchCursor? after, int limit)
    {
        var position = MarkOf(reader, "position"); // first: what is read after it is at least as new
        var tiers = MatchExpression.Tiers(query, filter, order);
        var (first, last) = (SearchKey.First(filter.From), SearchKey.After(filter.To));
        var hits = ImmutableArray.CreateBuilder<(int Tier, SearchHit Hit)>();
        for (var tier = after?.Tier ?? 0; tier < tiers.Length && hits.Count <= limit; tier++)
        {
            var before = after is not null && tier == after.Tier ? Math.Min(after.Key, last) : last;
            var number = tier;
            hits.AddRange(Reader.All(Bound(reader, tiers[tier], Matching, Every, before, first, limit + 1 - hits.Count), row => (number, ReadHit(row))));
        }
        int? found = after is null ? Count(reader, MatchExpression.All(query, filter), last, first) : null;
        var shown = hits.Take(limit).ToList();
        var next = hits.Count > limit ? new SearchCursor(shown[^1].Tier, shown[^1].Hit.Key, query.Loosened) : null;
        return new SearchPage([.. shown.Select(h => h.Hit)], next, found, position);
    }

    public static long MarkOf(Reader reader, string name) => Reader.One(reader.Query(Mark).Bind(1, name), row => Tuple.Create(row.Int64(0)))!.Item1;

    public static ImmutableArray<string> Words(Reader reader, string beginning, int limit) => Reader.All(
        reader.Query(WordsOf).Bind(1, SearchText.Fold(beginning)).Bind(2, SearchText.Fold(beginning) + '\uFFFD').Bind(3, limit), row => row.Text(0));

    public static ImmutableDictionary<UnitId, string> Places(Reader reader) =>
        Reader.All(reader.Query(PlacesOf), row => KeyValuePair.Create(UnitId.Parse(row.Text(0)), row.Text(1))).ToImmutableDictionary();

    public static ImmutableArray<EntryId> EntriesOf(Reader reader, UnitId catalog, EntryId? after, int limit) =>
        Reader.All(reader.Query(Entries).Bind(1, catalog.Value).Bind(2, after?.Value ?? "").Bind(3, limit), row => EntryId.Parse(row.Text(0)));

    private static int Count(Reader reader, string match, long before, long first) =>
        (int)Reader.One(Bound(reader, match, CountMatching, CountEvery, before, first, SearchPage.MostCounted + 1), row => Tuple.Create(row.Int64(0)))!.Item1;

    private static Statement Bound(Reader reader, string match, string matching, string every, long before, long first, int limit) =>
        reader.Query(match.Length == 0 ? every : matching).Bind(1, match).Bind(2, before).Bind(3, first).Bind(4, limit);

    private static SearchHit ReadHit(Statement row) => new(row.Int64(0), UnitId.Parse(row.Text(1)), EntryId.Parse(row.Text(2)), SearchKey.DayOf(row.Int64(0)));
}
