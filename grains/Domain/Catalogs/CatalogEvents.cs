using System.Collections.Immutable;

namespace Federation.Domain.Catalogs;

/// <summary>Something that happened to a catalog. Its place in the stream of the catalog is the sequence number that copies follow.</summary>
public abstract record CatalogEvent;

/// <summary>An entry is in the catalog, new or changed.</summary>
/// <param name="Entry">All of it.</param>
/// <param name="Revision">How manieth content of this entry, from 1; a removal counts too.</param>
/// <param name="Origin">Unit or source that it came from.</param>
/// <param name="Author">Who wrote it there; empty: unknown.</param>
/// <param name="SourceVersion">Version there; empty: none.</param>
/// <param name="ApprovedBy">Who approved its publication; empty: it was public at its origin.</param>
/// <param name="Previous">Sequence of the event before on this entry; 0: this is the first. So its history is read without an index.</param>
public sealed record EntryPut(CatalogEntry Entry, long Revision, string Origin, string Author, string SourceVersion, string ApprovedBy, long Previous) : CatalogEvent;

/// <summary>An entry was removed; what stays is this tombstone.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Revision">How manieth content, counted on.</param>
/// <param name="Reason">Why.</param>
/// <param name="Origin">Unit or source that removed it.</param>
/// <param name="Author">Who removed it there.</param>
/// <param name="Previous">Sequence of the event before on this entry.</param>
public sealed record EntryRemoved(EntryId Id, long Revision, string Reason, string Origin, string Author, long Previous) : CatalogEvent;

/// <summary>Removals wait for a second person.</summary>
/// <param name="Hold">Number of the hold, from 1.</param>
/// <param name="Entries">What would be removed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Origin">Who asks.</param>
public sealed record RemovalsHeld(int Hold, ImmutableArray<EntryId> Entries, string Reason, string Origin) : CatalogEvent;

/// <summary>A second person decided on removals that waited. When confirmed, the removals themselves follow in the same act.</summary>
/// <param name="Hold">Number of the hold.</param>
/// <param name="Confirmed">Whether they are to happen.</param>
/// <param name="Reason">Why.</param>
public sealed record RemovalsDecided(int Hold, bool Confirmed, string Reason) : CatalogEvent;

/// <summary>An index number was made for an entry that is put with the same act; serials of a part have no gap.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Number">索引号</param>
/// <param name="Part">Part in which the serial counts.</param>
/// <param name="Serial">From 1.</param>
public sealed record IndexNumberGiven(EntryId Id, string Number, string Part, int Serial) : CatalogEvent;

/// <summary>How the catalog is kept was set.</summary>
public sealed record CatalogSettingsChanged(CatalogSettings Settings) : CatalogEvent;

/// <summary>How a catalog is kept.</summary>
/// <param name="GuardShare">Percent of the entries that may be removed in one day without a second person.</param>
/// <param name="GuardCount">Most entries that may be removed in one day without a second person.</param>
/// <param name="ReviewSteps">Steps that an entry written here goes through before it is public, each by another person than its author; 保密审查 among them.</param>
/// <param name="IndexPattern">How index numbers are made, such as <c>11441700007280420Y/{year}-{serial:5}</c>; empty: not made here.</param>
/// <param name="ComparesWithPeers">It shows the numbers of its catalog to its peers that do so too, and sees theirs.</param>
public sealed record CatalogSettings(int GuardShare, int GuardCount, ImmutableArray<string> ReviewSteps, string IndexPattern, bool ComparesWithPeers = false)
{
    /// <summary>保密审查</summary>
    public const string SecrecyReview = "保密审查";

    /// <summary>Where nothing is set: 10%, at most 50 entries a day; secrecy review and release.</summary>
    public static CatalogSettings Default { get; } = new(10, 50, [SecrecyReview, "签发"], "");

    /// <summary>Most removals of a day without a second person; a handful is always free.</summary>
    /// <param name="entries">Entries in the catalog when the day began.</param>
    public int Bound(int entries) => Math.Min(GuardCount, Math.Max(3, (int)((long)entries * GuardShare / 100)));
}
