using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sync;

/// <summary>An entry as a feed tells it and as a copy keeps it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Seq">Its place in the feed of the source; every copy keeps the source's own numbers.</param>
/// <param name="Revision">Revision at the source.</param>
/// <param name="Hash">Hash of its content; null: it is removed.</param>
/// <param name="Entry">Its content; null for a tombstone.</param>
/// <param name="Reason">Why it was removed; empty while it is there.</param>
public sealed record CopyRow(EntryId Id, long Seq, long Revision, Digest? Hash, CatalogEntry? Entry, string Reason)
{
    /// <summary>Place in the digest tree, see <see cref="EntryId.Path"/>.</summary>
    public long Path { get; } = Id.Path;

    /// <summary>True for a tombstone.</summary>
    public bool Removed => Hash is null;
}

/// <summary>A page of a feed.</summary>
/// <param name="After">Cursor that was asked with.</param>
/// <param name="Changes">In order of sequence.</param>
/// <param name="NextSeq">Cursor to go on with.</param>
/// <param name="Complete">True: there is no more for now.</param>
/// <param name="Seq">Sequence of the source when it answered.</param>
/// <param name="Digest">Digest of the source at that sequence.</param>
public sealed record FeedPage(long After, ImmutableArray<CopyRow> Changes, long NextSeq, bool Complete, long Seq, Digest Digest);

/// <summary>What a page made of a copy.</summary>
/// <param name="Copy">The copy afterwards; the same as before when a finding blocks.</param>
/// <param name="Changed">Rows that are new or different, tombstones among them, in order of sequence.</param>
/// <param name="Findings">Why nothing was taken; empty when the page was taken, or held nothing new.</param>
public sealed record Taken(CatalogCopy Copy, ImmutableArray<CopyRow> Changed, ImmutableArray<Finding> Findings);

/// <summary>How a copy stands against its source.</summary>
public enum Proof
{
    /// <summary>The source has changed since: there is more to fetch before the two can be compared.</summary>
    Behind,

    /// <summary>Same sequence, same digest: the copy equals the source, entry by entry.</summary>
    Equal,

    /// <summary>Same sequence, another digest: something was lost or altered on the way. <see cref="DigestCompare"/> names the entries.</summary>
    Differs,
}
