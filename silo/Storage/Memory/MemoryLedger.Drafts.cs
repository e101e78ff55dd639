using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger : IReviewReads
{
    private readonly Dictionary<(UnitId Unit, EntryId Entry), DraftRow> drafts = [];
    private readonly Dictionary<Digest, (string MediaType, byte[] Bytes)> draftContents = [];

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> DraftsOf(UnitId unit, ImmutableArray<EntryId> entries, CancellationToken ct)
    {
        lock (gate)
            return new([.. entries.Select(e => drafts.GetValueOrDefault((unit, e))).OfType<DraftRow>()]);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Work(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) =>
        Page(r => r.Unit == unit && !r.Tasks.IsEmpty, r => r.At.UtcTicks, after, limit);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Withheld(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) =>
        Page(r => r.Unit == unit && r.ReviewOn is not null, r => r.ReviewOn!.Value.DayNumber, after, limit);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DraftRow>> Limits(UnitId unit, DraftPlace? after, int limit, CancellationToken ct) =>
        Page(r => r.Unit == unit && r.LastDay is not null && (r.PublishedOn is null || r.Breached), r => r.LastDay!.Value.DayNumber, after, limit);

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<UnitId, int>> Breaches(CancellationToken ct)
    {
        lock (gate)
            return new(drafts.Values.Where(r => r.Breached).GroupBy(r => r.Unit).ToImmutableDictionary(g => g.Key, g => g.Count()));
    }

    /// <inheritdoc />
    public ValueTask<(string MediaType, byte[] Bytes)?> DraftContent(Digest hash, CancellationToken ct)
    {
        lock (gate)
            return new(draftContents.TryGetValue(hash, out var found) ? found : null);
    }

    private ValueTask<ImmutableArray<DraftRow>> Page(Func<DraftRow, bool> which, Func<DraftRow, long> number, DraftPlace? after, int limit)
    {
        lock (gate)
        {
            return new([.. drafts.Values.Where(which).OrderBy(number).ThenBy(r => r.Id)
                .Where(r => after is null || number(r) > after.Number || (number(r) == after.Number && r.Id.CompareTo(after.Entry) > 0)).Take(limit)]);
        }
    }
}
