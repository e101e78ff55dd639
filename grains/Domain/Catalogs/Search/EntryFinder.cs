using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Search;

/// <summary>An entry that was found, as it stands now.</summary>
/// <param name="Stored">The entry.</param>
/// <param name="Day">Its place in time.</param>
/// <param name="Title">Its title, marked.</param>
/// <param name="Snippet">Where else the words stand, marked; empty: in the title only, or nothing was looked for.</param>
/// <param name="In">Id of the field of the snippet; <c>body</c>, <c>attachments</c>; empty: no snippet.</param>
public sealed record FoundEntry(StoredEntry Stored, DateOnly Day, ImmutableArray<TextPiece> Title, ImmutableArray<TextPiece> Snippet, string In);

/// <summary>What was found.</summary>
/// <param name="Entries">In order.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
/// <param name="Found">How many, counted to <see cref="SearchPage.MostCounted"/>; null: not the first page.</param>
/// <param name="Behind">Changes of catalogs that the index does not know yet.</param>
/// <param name="Loosened">Nothing holds the words as typed; their parts were looked for apart.</param>
public sealed record FoundPage(ImmutableArray<FoundEntry> Entries, SearchCursor? Next, int? Found, long Behind, bool Loosened);

/// <summary>Finds entries in the index and shows them as the catalogs hold them now: what was removed meanwhile is not shown.</summary>
public sealed class EntryFinder(ICatalogSearch index, ICatalogReads catalogs)
{
    private const int SnippetLength = 90;

    /// <summary>One page.</summary>
    /// <param name="typed">What was typed; empty: everything that passes the filter.</param>
    /// <param name="filter">Narrowed to.</param>
    /// <param name="order">In which order.</param>
    /// <param name="cursor">Where the page begins; empty: the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    public async Task<(FoundPage? Page, ImmutableArray<Finding> Findings)> Find(string typed, SearchFilter filter, SearchOrder order, string cursor, int limit, CancellationToken ct)
    {
        var (query, findings) = SearchQuery.Parse(typed);
        var after = cursor.Length == 0 ? null : SearchCursor.Parse(cursor);
        if (cursor.Length > 0 && after is null)
            findings = findings.Add(SearchRules.BadCursor.At("page_token"));
        if (filter is { From: { } from, To: { } to } && from > to)
            findings = findings.Add(SearchRules.DaysReversed.At("from", $"起始日期 {from:yyyy-MM-dd} 晚于截止日期 {to:yyyy-MM-dd}", $"the first day {from:yyyy-MM-dd} is later than the last {to:yyyy-MM-dd}"));
        if (query is null || !findings.IsEmpty)
            return (null, findings);

        if (after is { Loosened: true })
            query = query.Loosen() ?? query;
        var page = await index.Search(query, filter, order, after, limit, ct);
        if (page.Hits.IsEmpty && after is null && query.Loosen() is { } loose && await index.Search(loose, filter, order, null, limit, ct) is { Hits.IsEmpty: false } wider)
            (query, page) = (loose, wider);
        var found = ImmutableArray.CreateBuilder<FoundEntry>(page.Hits.Length);
        foreach (var hit in page.Hits)
        {
            if (await catalogs.Entry(hit.Catalog, hit.Entry, ct) is { Entry: { } entry } stored)
                found.Add(await Show(stored, entry, query, ct));
        }
        var behind = Math.Max(0, await catalogs.FeedEnd(ct) - page.Position);
        return (new FoundPage(found.ToImmutable(), page.Next, page.Found, behind, query.Loosened), []);
    }

    /// <summary>What somebody may mean who has begun to type: key words first, then titles.</summary>
    public async Task<ImmutableArray<string>> Suggest(string typed, UnitId within, int limit, CancellationToken ct)
    {
        if (typed.Trim() is not { Length: > 0 and <= 50 } beginning || SearchText.Phrase(beginning).Tokens.Length == 0)
            return [];
        var words = await index.Words(beginning, limit, ct);
        var titles = new List<string>();
        if (words.Length < limit && SearchQuery.Parse($"\"{beginning}\"").Query is { } query)
        {
            var filter = SearchFilter.Everywhere with { Within = within };
            foreach (var hit in (await index.Search(query, filter, SearchOrder.Relevance, null, limit - words.Length, ct)).Hits)
            {
                if (await catalogs.Entry(hit.Catalog, hit.Entry, ct) is { Entry: { } entry } && Highlight.Whole(entry.Title, [beginning]).Any(p => p.Marked))
                    titles.Add(entry.Title);
            }
        }
        return [.. words.Concat(titles).Distinct().Take(limit)];
    }

    private async Task<FoundEntry> Show(StoredEntry stored, CatalogEntry entry, SearchQuery query, CancellationToken ct)
    {
        var words = query.Marked;
        var (snippet, where) = words.IsEmpty ? ([], "") : await Snippet(entry, words, ct);
        return new FoundEntry(stored, SearchDocument.DayOf(stored.Row), Highlight.Whole(entry.Title, words), snippet, where);
    }

    private async Task<(ImmutableArray<TextPiece> Snippet, string In)> Snippet(CatalogEntry entry, ImmutableArray<string> words, CancellationToken ct)
    {
        foreach (var field in EntryFields.All.Where(f => f.Type != FieldType.Day && entry[f.Id].Length > 0))
        {
            if (Highlight.Snippet(entry[field.Id], words, SnippetLength) is { } found)
                return (found, field.Id);
        }
        foreach (var file in entry.Attachments)
        {
            if (Highlight.Snippet(file.Name, words, SnippetLength) is { } found)
                return (found, "attachments");
        }
        if (entry.Body is { } hash && await catalogs.Content(hash, ct) is { } body && Highlight.Snippet(BodyText.Read(body.MediaType, body.Bytes), words, SnippetLength) is { } text)
            return (text, "body");
        return ([], "");
    }
}
