using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;

namespace Federation.Domain.Catalogs;

/// <summary>An entry with its content.</summary>
/// <param name="Row">How it stands; a tombstone has no content.</param>
/// <param name="Entry">Its content; null for a tombstone.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Reason">Why it was removed; empty while it is there.</param>
public sealed record StoredEntry(EntryRow Row, CatalogEntry? Entry, Provenance Provenance, string Reason)
{
    /// <summary>A row with the event that it points at.</summary>
    /// <exception cref="InvalidOperationException">An event of another kind.</exception>
    public static StoredEntry Of(EntryRow row, CatalogEvent happened) => happened switch
    {
        EntryPut e => new StoredEntry(row, e.Entry, new Provenance(e.Origin, e.Author, e.SourceVersion, e.ApprovedBy, row.At), ""),
        EntryRemoved e => new StoredEntry(row, null, new Provenance(e.Origin, e.Author, "", "", row.At), e.Reason),
        _ => throw new InvalidOperationException($"entry {row.Id} of {row.Catalog} points at an event of another kind"),
    };
}

/// <summary>An act on an entry.</summary>
/// <param name="Seq">Place in the stream of the catalog.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Happened">What.</param>
public sealed record EntryAct(long Seq, DateTimeOffset At, string By, CatalogEvent Happened);

/// <summary>A change of any catalog, in the order in which they were recorded here.</summary>
/// <param name="Position">Place among all changes of this installation, from 1.</param>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Id">The entry.</param>
/// <param name="Seq">Its sequence in that catalog; it may have changed again since.</param>
public sealed record FeedRow(long Position, UnitId Catalog, EntryId Id, long Seq);

/// <summary>What a list of entries is narrowed to; null and empty: not narrowed.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Attribute">公开属性</param>
/// <param name="Validity">时效</param>
/// <param name="StandardItem">Item of the standard.</param>
/// <param name="Domain">领域</param>
public sealed record EntryFilter(EntryKind? Kind = null, DisclosureAttribute? Attribute = null, ValidityState? Validity = null, string StandardItem = "", string Domain = "");

/// <summary>A catalog changed: its head, some rows, some places of its digest tree.</summary>
/// <param name="Head">After the act.</param>
/// <param name="Rows">Rows that changed; each replaces its own.</param>
/// <param name="Nodes">Places of the digest tree that changed.</param>
/// <param name="Folded">Prefixes at and under which no place has branches any more; removed before the nodes are written.</param>
public sealed record CatalogChanged(CatalogHead Head, ImmutableArray<EntryRow> Rows, ImmutableArray<DigestNode> Nodes, ImmutableArray<string> Folded) : ReadModelChange;

/// <summary>Links of an entry as it is now; they replace those before.</summary>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Id">The entry.</param>
/// <param name="Links">Its links; empty when it has none, or is removed.</param>
public sealed record EntryLinksChanged(UnitId Catalog, EntryId Id, ImmutableArray<EntryLink> Links) : ReadModelChange;

/// <summary>A text or file is kept by its content; kept before: nothing changes.</summary>
/// <param name="Hash">SHA-256 of the bytes.</param>
/// <param name="MediaType">For example <c>text/plain</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ContentKept(Digest Hash, string MediaType, ReadOnlyMemory<byte> Bytes) : ReadModelChange;

/// <summary>Reads of catalogs on what acts have made true. Each costs what it returns, not what the catalog holds.</summary>
public interface ICatalogReads
{
    /// <summary>How a catalog stands; null when nothing has happened to it.</summary>
    ValueTask<CatalogHead?> Head(UnitId unit, CancellationToken ct);

    /// <summary>Heads of the catalogs of some units that have one, in order of unit.</summary>
    ValueTask<ImmutableArray<CatalogHead>> Heads(ImmutableArray<UnitId> units, CancellationToken ct);

    /// <summary>Rows of some entries, tombstones among them, in any order.</summary>
    ValueTask<ImmutableArray<EntryRow>> Rows(UnitId unit, ImmutableArray<EntryId> ids, CancellationToken ct);

    /// <summary>What an outside source keeps in a catalog, without its tombstones, in order of path and id. Costs what it returns.</summary>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="origin">The source with its unit, such as <c>330110/website</c>; nothing is found for the unit itself.</param>
    /// <param name="after">The last of the page before; null: the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<OriginRow>> ByOrigin(UnitId unit, string origin, EntryId? after, int limit, CancellationToken ct);

    /// <summary>Which entry that is not removed has which of these index numbers.</summary>
    ValueTask<ImmutableDictionary<string, EntryId>> IndexOwners(UnitId unit, ImmutableArray<string> numbers, CancellationToken ct);

    /// <summary>One entry with its content; null when it was never there.</summary>
    ValueTask<StoredEntry?> Entry(UnitId unit, EntryId id, CancellationToken ct);

    /// <summary>Entries that changed after a cursor, each once with its present content, tombstones among them, in order of sequence.</summary>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="after">Sequence after which to begin, exclusive.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<StoredEntry>> Changes(UnitId unit, long after, int limit, CancellationToken ct);

    /// <summary>Changes of all catalogs after a place, in order: for whoever follows a subtree, and for the search index.</summary>
    ValueTask<ImmutableArray<FeedRow>> Feed(long after, int limit, CancellationToken ct);

    /// <summary>Place of the newest change of any catalog; 0: there is none.</summary>
    ValueTask<long> FeedEnd(CancellationToken ct);

    /// <summary>Entries that are not removed, the one changed last first.</summary>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="filter">Narrowed to.</param>
    /// <param name="before">Sequence of the last of the page before; null: the first page.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    ValueTask<ImmutableArray<EntryRow>> List(UnitId unit, EntryFilter filter, long? before, int limit, CancellationToken ct);

    /// <summary>Every act on an entry, oldest first.</summary>
    ValueTask<ImmutableArray<EntryAct>> History(UnitId unit, EntryId id, CancellationToken ct);

    /// <summary>Entries of any catalog that link to this one, with the relation as read from there.</summary>
    ValueTask<ImmutableArray<(EntryRow From, LinkRelation Relation)>> LinksTo(UnitId unit, EntryId id, CancellationToken ct);

    /// <summary>A place of the digest tree of a catalog; null when it has no branches.</summary>
    ValueTask<DigestNode?> Node(UnitId unit, string prefix, CancellationToken ct);

    /// <summary>Entries of a catalog that are not removed, with paths from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    ValueTask<ImmutableArray<DigestLeaf>> Leaves(UnitId unit, long first, long last, CancellationToken ct);

    /// <summary>Sizes of those of some texts and files that are kept here.</summary>
    ValueTask<ImmutableDictionary<Digest, long>> Sizes(IReadOnlyCollection<Digest> hashes, CancellationToken ct);

    /// <summary>A text or file by its content; null when it is not kept here.</summary>
    ValueTask<(string MediaType, byte[] Bytes)?> Content(Digest hash, CancellationToken ct);
}
