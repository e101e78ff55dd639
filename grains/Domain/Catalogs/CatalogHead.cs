using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs;

/// <summary>Removals that wait for a second person.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Entries">What would be removed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Origin">Unit or source that asks.</param>
/// <param name="By">Who asks, person@unit.</param>
/// <param name="At">When.</param>
public sealed record Hold(int Number, ImmutableArray<EntryId> Entries, string Reason, string Origin, string By, DateTimeOffset At);

/// <summary>How a catalog stands: small, whatever its size.</summary>
/// <param name="Unit">Whose it is.</param>
/// <param name="Seq">Events recorded: the cursor of a copy that has everything.</param>
/// <param name="Whole">Digest and number of its entries.</param>
/// <param name="ChangedAt">Moment of the last event; null: none yet.</param>
/// <param name="Settings">How it is kept.</param>
/// <param name="RemovedOn">Day on which entries were last removed without a second person.</param>
/// <param name="RemovedCount">How many on that day.</param>
/// <param name="Holds">Removals that wait, oldest first.</param>
/// <param name="LastHold">Number of the newest hold ever; 0: none yet.</param>
public sealed record CatalogHead(
    UnitId Unit, long Seq, Branch Whole, DateTimeOffset? ChangedAt, CatalogSettings Settings, DateOnly? RemovedOn, int RemovedCount, ImmutableArray<Hold> Holds, int LastHold)
{
    /// <summary>Last serial of each part of the index numbers made here.</summary>
    public ImmutableSortedDictionary<string, int> Serials { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The catalog before its first event.</summary>
    public static CatalogHead Start(UnitId unit) => new(unit, 0, Branch.Empty, null, CatalogSettings.Default, null, 0, [], 0);

    /// <summary>Removals of a day that nobody else has confirmed.</summary>
    public int RemovedSo(DateOnly day) => RemovedOn == day ? RemovedCount : 0;
}

/// <summary>As much of an entry as a source needs to know.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Seq">Event of its present content.</param>
/// <param name="Revision">How manieth content.</param>
/// <param name="Hash">Hash of its content; null: it is removed.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record OriginRow(EntryId Id, long Seq, long Revision, Digest? Hash, string Origin)
{
    /// <summary>So much of a row.</summary>
    public static OriginRow Of(EntryRow row) => new(row.Id, row.Seq, row.Revision, row.Hash, row.Origin);
}

/// <summary>An entry as lists and decisions see it; its content is the event at <paramref name="Seq"/>.</summary>
/// <param name="Catalog">Whose catalog.</param>
/// <param name="Id">The entry.</param>
/// <param name="Seq">Event of its present content: its place in the feed.</param>
/// <param name="Revision">How manieth content.</param>
/// <param name="Hash">Hash of its content; null: it is removed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title; of a removed one the last.</param>
/// <param name="Attribute">公开属性</param>
/// <param name="Validity">时效</param>
/// <param name="IndexNumber">索引号; empty: none.</param>
/// <param name="StandardItem">Item of the standard that it fulfils; empty: none.</param>
/// <param name="Domain">领域; empty: none.</param>
/// <param name="FormedOn">成文日期</param>
/// <param name="PublishedOn">发布日期</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="At">When it came in.</param>
public sealed record EntryRow(
    UnitId Catalog, EntryId Id, long Seq, long Revision, Digest? Hash, EntryKind Kind, string Title, DisclosureAttribute Attribute, ValidityState Validity,
    string IndexNumber, string StandardItem, string Domain, DateOnly? FormedOn, DateOnly? PublishedOn, string Origin, DateTimeOffset At)
{
    /// <summary>True for a tombstone.</summary>
    public bool Removed => Hash is null;

    /// <summary>The row of an entry as it was just put.</summary>
    public static EntryRow Of(UnitId catalog, EntryPut put, long seq, DateTimeOffset at) => new(
        catalog, put.Entry.Id, seq, put.Revision, put.Entry.Hash, put.Entry.Kind, put.Entry.Title, put.Entry.Disclosure.Attribute, put.Entry.Validity.State,
        put.Entry.IndexNumber, put.Entry.StandardItem, put.Entry[EntryFields.Domain], put.Entry.FormedOn, put.Entry.PublishedOn, put.Origin, at);

    /// <summary>The tombstone that a removal leaves.</summary>
    public EntryRow After(EntryRemoved removed, long seq, DateTimeOffset at) => this with { Seq = seq, Revision = removed.Revision, Hash = null, Origin = removed.Origin, At = at };
}
