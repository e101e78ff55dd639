using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Sqlite;

/// <summary>
/// Tables that follow from events, read as they stand and whole, for whoever proves them: a row that cannot be read is told and stops nothing. Each read
/// sees one state of the file; several do not see the same one, so prove a ledger at rest.
/// </summary>
public sealed class DerivedTables
{
    private readonly ReaderPool readers;

    internal DerivedTables(ReaderPool readers) => this.readers = readers;

    /// <summary>Units that have events of a catalog, or any row of one, in order.</summary>
    public ValueTask<ImmutableArray<string>> UnitsOfCatalogs(CancellationToken ct) => readers.Read(DerivedReads.UnitsOfCatalogs, ct);

    /// <summary>Units that have events of an entry before it is public, or a row or an open date of one, in order.</summary>
    public ValueTask<ImmutableArray<string>> UnitsOfDrafts(CancellationToken ct) => readers.Read(DerivedReads.UnitsOfDrafts, ct);

    /// <summary>Units that have events of a standard, or any row of one, in order.</summary>
    public ValueTask<ImmutableArray<string>> UnitsOfStandards(CancellationToken ct) => readers.Read(DerivedReads.UnitsOfStandards, ct);

    /// <summary>Events of a stream after a place in it, in order, at most so many.</summary>
    public ValueTask<ImmutableArray<RecordedEvent>> Events(string stream, long afterSeq, int limit, CancellationToken ct) =>
        readers.Read(reader => DerivedReads.Events(reader, stream, afterSeq, limit), ct);

    /// <summary>Streams whose name begins so, in order.</summary>
    public ValueTask<ImmutableArray<string>> StreamsBelow(string prefix, CancellationToken ct) => readers.Read(reader => StreamReads.Below(reader, prefix).ToImmutableArray(), ct);

    /// <summary>Position of the newest event of the streams of a kind; 0: there is none.</summary>
    /// <param name="kind">The word before the first slash, for example <c>standard</c>.</param>
    /// <param name="ct">Ends the read.</param>
    public ValueTask<long> NewestOf(string kind, CancellationToken ct) => readers.Read(reader => DerivedReads.NewestOf(reader, kind), ct);

    /// <summary>The head of a catalog; null: it has no row.</summary>
    public ValueTask<StoredRow<CatalogHead>?> Head(string catalog, CancellationToken ct) => readers.Read(reader => DerivedReads.Head(reader, catalog), ct);

    /// <summary>Rows of a catalog's entries after a place, tombstones among them.</summary>
    public ValueTask<EntryPage> Entries(string catalog, (long Path, string Entry) after, int limit, CancellationToken ct) =>
        readers.Read(reader => DerivedReads.Entries(reader, catalog, after, limit), ct);

    /// <summary>Every place of a catalog's digest tree.</summary>
    public ValueTask<ImmutableArray<StoredRow<DigestNode>>> Nodes(string catalog, CancellationToken ct) => readers.Read(reader => DerivedReads.Nodes(reader, catalog), ct);

    /// <summary>Every link from entries of a catalog.</summary>
    public ValueTask<ImmutableArray<StoredLink>> Links(string catalog, CancellationToken ct) => readers.Read(reader => DerivedReads.Links(reader, catalog), ct);

    /// <summary>The common feed after a place.</summary>
    public ValueTask<ImmutableArray<StoredChange>> Feed(long after, int limit, CancellationToken ct) => readers.Read(reader => DerivedReads.Feed(reader, after, limit), ct);

    /// <summary>One catalog's changes in the common feed, in order. Costs the whole feed.</summary>
    public ValueTask<ImmutableArray<StoredChange>> FeedOf(string catalog, CancellationToken ct) => readers.Read(reader => DerivedReads.FeedOf(reader, catalog), ct);

    /// <summary>Texts and files after a place, each hashed anew.</summary>
    /// <param name="drafts">Those of entries before they are public; else those that are public.</param>
    /// <param name="after">Place after which to begin; 0: the first.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends the read.</param>
    public ValueTask<ImmutableArray<StoredContent>> Contents(bool drafts, long after, int limit, CancellationToken ct) =>
        readers.Read(reader => DerivedReads.Contents(reader, drafts, after, limit), ct);

    /// <summary>Sizes of public texts and files; of one that is not kept, none.</summary>
    public ValueTask<ImmutableDictionary<Digest, long>> Sizes(IReadOnlyCollection<Digest> hashes, CancellationToken ct) => readers.Read(reader => DerivedReads.Sizes(reader, hashes), ct);

    /// <summary>How many texts and files are kept, public and not.</summary>
    public ValueTask<long> CountContents(CancellationToken ct) => readers.Read(DerivedReads.CountContents, ct);

    /// <summary>Rows of a unit's entries before they are public.</summary>
    public ValueTask<ImmutableArray<StoredRow<DraftRow>>> Drafts(string unit, CancellationToken ct) => readers.Read(reader => DerivedReads.Drafts(reader, unit), ct);

    /// <summary>Open dates of a unit's entries before they are public.</summary>
    public ValueTask<ImmutableArray<StoredRow<DueRow>>> DuesOfDrafts(string unit, CancellationToken ct) => readers.Read(reader => DerivedReads.DuesOfDrafts(reader, unit), ct);

    /// <summary>Published versions of a unit's standard, oldest first.</summary>
    public ValueTask<ImmutableArray<StoredStandard>> Standards(string owner, CancellationToken ct) => readers.Read(reader => DerivedReads.Standards(reader, owner), ct);

    /// <summary>What a unit has set aside: item and reason.</summary>
    public ValueTask<ImmutableDictionary<string, string>> SetAside(string unit, CancellationToken ct) => readers.Read(reader => DerivedReads.SetAside(reader, unit), ct);
}
