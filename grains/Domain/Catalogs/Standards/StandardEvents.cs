using System.Collections.Immutable;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>Something that happened to a unit's standard.</summary>
public abstract record StandardEvent;

/// <summary>What is being worked on was changed.</summary>
/// <param name="Title">Title from now on.</param>
/// <param name="Basis">Document from now on.</param>
/// <param name="Put">Items new or changed.</param>
/// <param name="Remove">Ids of items left out.</param>
public sealed record StandardEdited(string Title, string Basis, ImmutableArray<StandardItem> Put, ImmutableArray<string> Remove) : StandardEvent;

/// <summary>What was being worked on is a version now.</summary>
public sealed record StandardPublished(int Version) : StandardEvent;

/// <summary>An item in force does not apply to the unit; with an empty reason: it does again.</summary>
public sealed record StandardItemSetAside(string Item, string Reason) : StandardEvent;

/// <summary>A version above is taken over; nothing conflicted.</summary>
/// <param name="Base">That version.</param>
/// <param name="Items">What is being worked on from now on.</param>
public sealed record StandardSynced(StandardCatalog Base, ImmutableSortedDictionary<string, StandardItem> Items) : StandardEvent;

/// <summary>A version above conflicts with what was changed here; a person decides.</summary>
/// <param name="To">That version.</param>
public sealed record StandardSyncProposed(StandardCatalog To) : StandardEvent;

/// <summary>Conflicts were decided; with the last of them the version above is taken over.</summary>
public sealed record StandardConflictsDecided(ImmutableArray<ConflictDecision> Decisions) : StandardEvent;
