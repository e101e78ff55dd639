using System.Collections.Immutable;
using Federation.Domain.Catalogs.Sync;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>What a list asks of a catalog.</summary>
/// <param name="Changes">Puts of what is new or different, then removals of what is no longer listed.</param>
/// <param name="Unchanged">Entries that the catalog has as listed.</param>
/// <param name="Problems">Entries that another origin keeps.</param>
public sealed record SourceChanges(ImmutableArray<EntryChange> Changes, int Unchanged, ImmutableArray<RecordProblem> Problems);

/// <summary>
/// A complete list against what the catalog has from it. Each source sees and removes only its own; a record that could not be read keeps its entry. The
/// guard against many removals is the catalog's (<see cref="CatalogPush"/>).
/// </summary>
public static class SnapshotDiff
{
    /// <summary>Decides.</summary>
    /// <param name="snapshot">The list as read; without a blocking finding.</param>
    /// <param name="origin">Source with its unit, such as <c>330110/website</c>.</param>
    /// <param name="rows">Rows of the entries listed, and all rows of this origin.</param>
    /// <param name="unit">Who keeps the catalog, for the report.</param>
    public static SourceChanges Of(Snapshot snapshot, string origin, IReadOnlyDictionary<EntryId, EntryRow> rows, string unit)
    {
        var changes = ImmutableArray.CreateBuilder<EntryChange>();
        var problems = ImmutableArray.CreateBuilder<RecordProblem>();
        var unchanged = 0;
        foreach (var entry in snapshot.Entries)
        {
            var row = rows.GetValueOrDefault(entry.Id);
            if (row?.Hash is { } hash && hash == entry.Hash)
                unchanged++;
            else if (row is not null && row.Origin != origin)
                problems.Add(new(0, entry.Id.Value, "", unit, SyncRules.KeptElsewhere.At(entry.Id.Value, $"条目 {entry.Id} 由 {row.Origin} 维护,来源不覆盖", $"entry {entry.Id} is kept by {row.Origin}: the source does not overwrite it")));
            else
                changes.Add(new EntryChange(entry.Id, entry, row?.Revision ?? 0));
        }
        if (snapshot.Complete)
        {
            changes.AddRange(rows.Values.Where(r => !r.Removed && r.Origin == origin && !snapshot.Listed.Contains(r.Id)).OrderBy(r => r.Seq)
                .Select(r => new EntryChange(r.Id, null, r.Revision, Reason: $"来源 {origin} 不再列出")));
        }
        return new(changes.ToImmutable(), unchanged, problems.ToImmutable());
    }
}
