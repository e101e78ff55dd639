using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Web.Catalogs;

/// <summary>What was asked on the page of the search, as typed.</summary>
/// <param name="Text">检索词</param>
/// <param name="Within">Code or name of a unit.</param>
/// <param name="Kind">Stable word.</param>
/// <param name="Disclosure">Stable word.</param>
/// <param name="Validity">Stable word.</param>
/// <param name="Domain">领域</param>
/// <param name="From">YYYY-MM-DD</param>
/// <param name="To">YYYY-MM-DD</param>
/// <param name="Order"><c>newest</c> or empty.</param>
public sealed record Asked(string Text, string Within, string Kind, string Disclosure, string Validity, string Domain, string From, string To, string Order);

/// <summary>The page of the search.</summary>
/// <param name="Asked">As typed.</param>
/// <param name="Page">What was found; null: something is wrong with what was asked.</param>
/// <param name="Names">Names of the units found.</param>
/// <param name="Findings">What is wrong.</param>
/// <param name="First">True for the first page.</param>
/// <param name="Within">The unit at or below which was looked; null: everywhere.</param>
public sealed record FindModel(Asked Asked, FoundPage? Page, ImmutableDictionary<UnitId, string> Names, ImmutableArray<Finding> Findings, bool First, Unit? Within);

/// <summary>A unit below, and what its subtree holds.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Entries">Entries at or below it; null: too many units to count for a page.</param>
public sealed record BelowLine(Unit Unit, long? Entries);

/// <summary>The page of a catalog.</summary>
/// <param name="Unit">Whose it is.</param>
/// <param name="Head">How it stands.</param>
/// <param name="Filter">Narrowed to.</param>
/// <param name="Rows">Entries.</param>
/// <param name="Next">Where the next page begins; null: this is the last.</param>
/// <param name="First">True for the first page.</param>
/// <param name="Below">Units directly below.</param>
/// <param name="Findings">What in the address is not understood; nothing is listed then.</param>
public sealed record BrowseModel(
    Unit Unit, CatalogHead Head, EntryFilter Filter, ImmutableArray<EntryRow> Rows, long? Next, bool First, ImmutableArray<BelowLine> Below, ImmutableArray<Finding> Findings)
{
    /// <summary>True when every entry would be listed.</summary>
    public bool Unfiltered => Filter == new EntryFilter();
}

/// <summary>A version of an entry beside the one before.</summary>
/// <param name="Act">What happened.</param>
/// <param name="Changes">Against the version before; empty: the first, or a removal.</param>
/// <param name="IsFirst">There was none before, or it was removed.</param>
public sealed record VersionLine(EntryAct Act, ImmutableArray<MemberChange> Changes, bool IsFirst);

/// <summary>A link to or from another entry.</summary>
/// <param name="Relation">As read from where it is recorded.</param>
/// <param name="FromThere">It is recorded at the other.</param>
/// <param name="Catalog">Whose catalog the other is in.</param>
/// <param name="Entry">The other.</param>
/// <param name="Title">Its title; null: it is not there.</param>
public sealed record LinkLine(LinkRelation Relation, bool FromThere, UnitId Catalog, EntryId Entry, string? Title);

/// <summary>The page of an entry.</summary>
/// <param name="Unit">Whose catalog.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Stored">The entry; a tombstone has no content.</param>
/// <param name="Body">Its readable text; null: it has no body, or none that can be shown as text.</param>
/// <param name="BodyCut">The text shown is only the beginning.</param>
/// <param name="Links">Both ways.</param>
/// <param name="Versions">Newest first.</param>
public sealed record EntryModel(UnitId Unit, string UnitName, StoredEntry Stored, string? Body, bool BodyCut, ImmutableArray<LinkLine> Links, ImmutableArray<VersionLine> Versions);
