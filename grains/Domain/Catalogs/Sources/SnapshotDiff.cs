using System.Collections.Immutable;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>What a list asks of a catalog.</summary>
/// <param name="Changes">Puts of what is new or different, then removals of what is no longer listed.</param>
/// <param name="Unchanged">Entries that the catalog has as listed.</param>
/// <param name="Problems">Entries that another origin keeps.</param>
/// <param name="Findings">What is wrong with the whole.</param>
public sealed record SourceChanges(ImmutableArray<EntryChange> Changes, int Unchanged, ImmutableArray<RecordProblem> Problems, ImmutableArray<Finding> Findings);

/// <summary>
/// A complete list against what the catalog has from it. Each source sees and removes only its own; a record that could not be read keeps its entry. The
/// guard against many removals is the catalog's (<see cref="CatalogPush"/>).
/// </summary>
public static class SnapshotDiff
{
    /// <summary>Decides.</summary>
    /// <param name="snapshot">The list as read; without a blocking finding.</param>
    /// <param name="origin">Source with its unit, such as <c>330110/website</c>.</param>
    /// <param name="rows">Entries listed that are there, tombstones among them, and all that this origin keeps.</param>
    /// <param name="unit">Who keeps the catalog, for the report.</param>
    public static SourceChanges Of(Snapshot snapshot, string origin, IReadOnlyDictionary<EntryId, OriginRow> rows, string unit)
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
        // an empty list never empties a catalog, not even that of a source that was registered anew and remembers nothing
        var own = rows.Values.Where(r => r.Hash is not null && r.Origin == origin);
        ImmutableArray<Finding> findings = snapshot.Complete && snapshot.Listed.IsEmpty && own.Any() ? [SyncRules.EmptySource.At("source")] : [];
        if (snapshot.Complete && findings.IsEmpty)
        {
            changes.AddRange(own.Where(r => !snapshot.Listed.Contains(r.Id)).OrderBy(r => r.Seq)
                .Select(r => new EntryChange(r.Id, null, r.Revision, Reason: $"来源 {origin} 不再列出")));
        }
        return new(changes.ToImmutable(), unchanged, problems.ToImmutable(), findings);
    }
}
