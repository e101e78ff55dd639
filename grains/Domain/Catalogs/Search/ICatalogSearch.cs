using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Search;

/// <summary>What a search is narrowed to; null and empty: not narrowed.</summary>
/// <param name="Within">The unit, and everything below it.</param>
/// <param name="Own">Only the unit's own catalog.</param>
/// <param name="Entry">Kind, attribute, validity, field and standard item.</param>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included.</param>
public sealed record SearchFilter(UnitId Within, bool Own, EntryFilter Entry, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Everything there is.</summary>
    public static SearchFilter Everywhere { get; } = new(UnitId.Nation, false, new EntryFilter());
}

/// <summary>An entry that was found.</summary>
/// <param name="Key">Its place in the order of days.</param>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Day">发布日期, else 成文日期, else the day on which it came in.</param>
public sealed record SearchHit(long Key, UnitId Catalog, EntryId Entry, DateOnly Day);

/// <summary>A page of what was found.</summary>
/// <param name="Hits">In order.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
/// <param name="Found">How many there are, counted to <see cref="MostCounted"/> at most; null: not the first page.</param>
/// <param name="Position">Place in the feed of all catalogs up to which the index knows.</param>
public sealed record SearchPage(ImmutableArray<SearchHit> Hits, SearchCursor? Next, int? Found, long Position)
{
    /// <summary>So many are counted, one more stands for more than that.</summary>
    public const int MostCounted = 1000;
}

/// <summary>全文检索: finds entries in an index that follows the catalogs a moment behind.</summary>
public interface ICatalogSearch
{
    /// <summary>One page.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="filter">Narrowed to.</param>
    /// <param name="order">In which order.</param>
    /// <param name="after">Where the page begins; null: the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<SearchPage> Search(SearchQuery query, SearchFilter filter, SearchOrder order, SearchCursor? after, int limit, CancellationToken ct);

    /// <summary>Key words that begin with a text, the most used first.</summary>
    ValueTask<ImmutableArray<string>> Words(string beginning, int limit, CancellationToken ct);
}

/// <summary>The index as it is written. It can be thrown away at any time and is made anew from the catalogs.</summary>
public interface ISearchIndex
{
    /// <summary>Place in the feed of all catalogs up to which the index knows; 0: it is empty.</summary>
    ValueTask<long> Position(CancellationToken ct);

    /// <summary>Empties it.</summary>
    ValueTask Clear(CancellationToken ct);

    /// <summary>Takes documents in, each in place of what there was of its entry, and removes entries.</summary>
    /// <param name="documents">As they are now.</param>
    /// <param name="removed">Entries that are no longer there.</param>
    /// <param name="position">Place up to which the index knows then; null: unchanged.</param>
    /// <param name="ct">Ends the write.</param>
    ValueTask Write(ImmutableArray<SearchDocument> documents, ImmutableArray<(UnitId Catalog, EntryId Entry)> removed, long? position, CancellationToken ct);

    /// <summary>Where each catalog lay when it was indexed: the unit and those above it, below the nation, as tokens.</summary>
    ValueTask<ImmutableDictionary<UnitId, string>> Places(CancellationToken ct);

    /// <summary>Entries of a catalog in the index after one, in order.</summary>
    ValueTask<ImmutableArray<EntryId>> EntriesOf(UnitId catalog, EntryId? after, int limit, CancellationToken ct);

    /// <summary>Every document of a catalog now lies there.</summary>
    ValueTask SetPlace(UnitId catalog, string place, CancellationToken ct);
}
