using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>One change asked for.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Entry">Its new content; null: it is to be removed.</param>
/// <param name="ExpectedRevision">Revision that the sender knows, 0: none yet; null: whichever.</param>
/// <param name="Author">Who wrote or removed it at the origin; empty: unknown.</param>
/// <param name="SourceVersion">Version there; empty: none.</param>
/// <param name="Reason">Why it is removed.</param>
public sealed record EntryChange(EntryId Id, CatalogEntry? Entry, long? ExpectedRevision = null, string Author = "", string SourceVersion = "", string Reason = "");

/// <summary>How one change ended.</summary>
public enum EntryOutcome
{
    /// <summary>In the catalog.</summary>
    Recorded,

    /// <summary>The catalog said so before; nothing was recorded.</summary>
    Unchanged,

    /// <summary>Findings block it; the other changes go on.</summary>
    Refused,

    /// <summary>The entry changed meanwhile; the one in the catalog is shown.</summary>
    Conflict,

    /// <summary>It waits for another person: a removal over the bound, or what was written here and goes through review.</summary>
    Held,
}

/// <summary>How one change ended.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Outcome">How.</param>
/// <param name="Revision">Revision in the catalog afterwards; 0: it was never there.</param>
/// <param name="Seq">Its place in the feed; 0: none.</param>
/// <param name="Findings">Everything found.</param>
public sealed record EntryResult(EntryId Id, EntryOutcome Outcome, long Revision, long Seq, ImmutableArray<Finding> Findings);

/// <summary>What changes become: events in order, and how each ended.</summary>
public sealed record PushDecision(ImmutableArray<CatalogEvent> Events, ImmutableArray<EntryResult> Results);

/// <summary>What a push must know.</summary>
/// <param name="Head">The catalog.</param>
/// <param name="Rows">Present rows of the entries named, tombstones among them.</param>
/// <param name="IndexOwners">Which entry has which index number, of those that the changes name.</param>
/// <param name="Origin">Unit or source that sends.</param>
/// <param name="ApprovedBy">Who approved; empty: it was public at its origin.</param>
/// <param name="Today">Beijing date.</param>
public sealed record PushContext(
    CatalogHead Head, ImmutableDictionary<EntryId, EntryRow> Rows, ImmutableDictionary<string, EntryId> IndexOwners, string Origin, string ApprovedBy, DateOnly Today)
{
    /// <summary>A second person has agreed to the removals already: the guard against mass deletion has nothing to ask.</summary>
    public bool SecondPersonAgreed { get; init; }
}

/// <summary>Decides changes of many entries at once. One bad entry stops itself alone.</summary>
public static class CatalogPush
{
    /// <summary>Most changes of one batch.</summary>
    public const int MostChanges = 1000;

    /// <summary>Decides.</summary>
    /// <param name="changes">Each entry once; of an entry named twice both are refused.</param>
    /// <param name="context">What must be known.</param>
    public static PushDecision Decide(ImmutableArray<EntryChange> changes, PushContext context)
    {
        if (changes.Length > MostChanges)
            return new([], [.. changes.Select(c => Refused(c.Id, context, CatalogRules.TooMany.At("entries")))]);

        var events = ImmutableArray.CreateBuilder<CatalogEvent>();
        var results = new Dictionary<EntryId, EntryResult>();
        var twice = changes.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        var owners = context.IndexOwners.ToBuilder();
        var seq = context.Head.Seq;
        List<EntryChange> removals = [];
        foreach (var change in changes)
        {
            if (twice.Contains(change.Id))
                results[change.Id] = Refused(change.Id, context, CatalogRules.NamedTwice.At(change.Id.Value));
            else if (Stale(change, context) is { } conflict)
                results[change.Id] = conflict;
            else if (change.Entry is null)
                Remove(change);
            else
                Put(change, change.Entry);
        }
        Settle();
        return new(events.ToImmutable(), [.. changes.Select(c => results[c.Id])]);

        void Put(EntryChange change, CatalogEntry entry)
        {
            var row = context.Rows.GetValueOrDefault(change.Id);
            if (row?.Hash is { } hash && hash == entry.Hash)
            {
                results[change.Id] = new(change.Id, EntryOutcome.Unchanged, row.Revision, row.Seq, []);
                return;
            }
            ImmutableArray<Finding> findings = [.. EntryCheck.Public(entry), .. Index(entry, owners)];
            if (findings.Any(f => f.Blocks))
            {
                results[change.Id] = new(change.Id, EntryOutcome.Refused, row?.Revision ?? 0, row?.Seq ?? 0, findings);
                return;
            }
            if (entry.IndexNumber.Length > 0)
                owners[entry.IndexNumber] = entry.Id;
            var put = new EntryPut(entry, (row?.Revision ?? 0) + 1, context.Origin, change.Author, change.SourceVersion, context.ApprovedBy, row?.Seq ?? 0);
            events.Add(put);
            results[change.Id] = new(change.Id, EntryOutcome.Recorded, put.Revision, ++seq, findings);
        }

        void Remove(EntryChange change)
        {
            var row = context.Rows.GetValueOrDefault(change.Id);
            if (row is null)
                results[change.Id] = Refused(change.Id, context, CatalogRules.NotThere.At(change.Id.Value));
            else if (row.Removed)
                results[change.Id] = new(change.Id, EntryOutcome.Unchanged, row.Revision, row.Seq, []);
            else if (string.IsNullOrWhiteSpace(change.Reason))
                results[change.Id] = Refused(change.Id, context, CatalogRules.NoReason.At("reason"));
            else
                removals.Add(change);
        }

        void Settle()
        {
            if (removals.Count == 0)
                return;
            var before = context.Head.RemovedSo(context.Today);
            var bound = context.Head.Settings.Bound(context.Head.Whole.Count + before);
            if (!context.SecondPersonAgreed && before + removals.Count > bound)
            {
                var hold = context.Head.LastHold + 1;
                events.Add(new RemovalsHeld(hold, [.. removals.Select(r => r.Id)], removals[0].Reason, context.Origin));
                var finding = CatalogRules.RemovalsHeld.At("removals", $"今日将删除 {before + removals.Count} 条,限 {bound} 条;已列为第 {hold} 号待确认", $"{before + removals.Count} removals today, {bound} are free; waiting as hold {hold}");
                foreach (var removal in removals)
                    results[removal.Id] = new(removal.Id, EntryOutcome.Held, context.Rows[removal.Id].Revision, context.Rows[removal.Id].Seq, [finding]);
                return;
            }
            foreach (var removal in removals)
            {
                var row = context.Rows[removal.Id];
                var removed = new EntryRemoved(removal.Id, row.Revision + 1, removal.Reason, context.Origin, removal.Author, row.Seq);
                events.Add(removed);
                results[removal.Id] = new(removal.Id, EntryOutcome.Recorded, removed.Revision, ++seq, []);
            }
        }
    }

    private static EntryResult? Stale(EntryChange change, PushContext context)
    {
        var row = context.Rows.GetValueOrDefault(change.Id);
        var revision = row?.Revision ?? 0;
        if (change.ExpectedRevision is not { } expected || expected == revision)
            return null;
        if (change.Entry is { } entry && row?.Hash is { } hash && hash == entry.Hash)
            return null; // said before, and said again with an old revision: nothing is lost
        var finding = CatalogRules.StaleRevision.At(change.Id.Value, $"目录中为第 {revision} 次,所给为第 {expected} 次", $"the catalog holds revision {revision}, {expected} was given");
        return new(change.Id, EntryOutcome.Conflict, revision, row?.Seq ?? 0, [finding]);
    }

    private static IEnumerable<Finding> Index(CatalogEntry entry, ImmutableDictionary<string, EntryId>.Builder owners)
    {
        if (entry.IndexNumber.Length > 0 && owners.TryGetValue(entry.IndexNumber, out var owner) && owner != entry.Id)
            yield return CatalogRules.IndexTaken.At(EntryFields.IndexNumber, $"索引号 {entry.IndexNumber} 已用于条目 {owner}", $"index number {entry.IndexNumber} belongs to entry {owner}");
    }

    private static EntryResult Refused(EntryId id, PushContext context, Finding finding)
    {
        var row = context.Rows.GetValueOrDefault(id);
        return new(id, EntryOutcome.Refused, row?.Revision ?? 0, row?.Seq ?? 0, [finding]);
    }
}
