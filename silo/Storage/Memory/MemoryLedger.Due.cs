using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Storage.Memory;

public sealed partial class MemoryLedger
{
    private static readonly Comparer<DueRow> InOrder = Comparer<DueRow>.Create(Compare);
    private readonly SortedSet<DueRow> due = new(InOrder);
    private readonly Dictionary<string, ImmutableArray<DueRow>> duesOf = [];

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DueRow>> Due(DateTimeOffset from, DateTimeOffset until, DueRow? after, int limit, CancellationToken ct)
    {
        lock (gate)
        {
            return new([.. due.SkipWhile(row => row.At < from || (after is not null && Compare(row, after) <= 0)).TakeWhile(row => row.At <= until).Take(limit)]);
        }
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<DueRow>> DueOf(string reference, CancellationToken ct)
    {
        lock (gate)
            return new(duesOf.GetValueOrDefault(reference, []));
    }

    private void Change(DuesChanged changed)
    {
        foreach (var old in duesOf.GetValueOrDefault(changed.Ref, []))
            due.Remove(old);
        duesOf.Remove(changed.Ref);
        if (changed.Rows.IsEmpty)
            return;
        ImmutableArray<DueRow> rows = [.. changed.Rows.Select(row => row with { At = row.At.ToUniversalTime() }).Order(InOrder)];
        duesOf[changed.Ref] = rows;
        due.UnionWith(rows);
    }

    private static int Compare(DueRow a, DueRow b) =>
        a.At.CompareTo(b.At) is var byMoment and not 0 ? byMoment
        : string.CompareOrdinal(a.Ref, b.Ref) is var byRef and not 0 ? byRef
        : string.CompareOrdinal(a.Kind, b.Kind);
}
