using System.Collections.Immutable;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>What a merge did with an item or a field of it.</summary>
public enum MergeKind
{
    /// <summary>采纳: as in the new standard.</summary>
    TakenOver,

    /// <summary>保留: as it was here.</summary>
    KeptLocal,

    /// <summary>撤销: the new standard has it no more, and nothing was changed here.</summary>
    Withdrawn,

    /// <summary>冲突: both changed it; a person decides.</summary>
    Conflict,
}

/// <summary>One thing that a merge did.</summary>
/// <param name="Item">The item.</param>
/// <param name="Field">The field; empty: the item as a whole, which one side has and the other has not.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Before">As in the old standard; empty: it was not there.</param>
/// <param name="Theirs">As in the new standard.</param>
/// <param name="Ours">As it was here.</param>
public sealed record MergeStep(string Item, string Field, MergeKind Kind, string Before, string Theirs, string Ours)
{
    /// <summary>Where a decision on it is made: item, and field after a full stop.</summary>
    public string Place => Field.Length == 0 ? Item : $"{Item}.{Field}";
}

/// <summary>What a merge gives.</summary>
/// <param name="Items">The items as they would be; at a conflict as they were here, until it is decided.</param>
/// <param name="Steps">What was done, in order of item and field; what is the same on all sides is no step.</param>
public sealed record MergeResult(ImmutableSortedDictionary<string, StandardItem> Items, ImmutableArray<MergeStep> Steps)
{
    /// <summary>What a person must decide.</summary>
    public IEnumerable<MergeStep> Conflicts => Steps.Where(s => s.Kind == MergeKind.Conflict);
}

/// <summary>
/// Three-way merge of standards, field by field: what only the standard above changed is taken over, what only we changed is kept, what both changed
/// otherwise is a conflict. Pure: the same three give the same result every time.
/// </summary>
public static class CatalogMerge
{
    /// <summary>Merges.</summary>
    /// <param name="old">Items of the version above that ours rests on.</param>
    /// <param name="new">Items of the newer version above.</param>
    /// <param name="ours">Our items.</param>
    public static MergeResult Merge(
        ImmutableSortedDictionary<string, StandardItem> old, ImmutableSortedDictionary<string, StandardItem> @new, ImmutableSortedDictionary<string, StandardItem> ours)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, StandardItem>(StringComparer.Ordinal);
        var steps = ImmutableArray.CreateBuilder<MergeStep>();
        foreach (var id in old.Keys.Union(@new.Keys).Union(ours.Keys).Order(StringComparer.Ordinal))
        {
            if (One(old.GetValueOrDefault(id), @new.GetValueOrDefault(id), ours.GetValueOrDefault(id), steps) is { } merged)
                items[id] = merged;
        }
        return new(items.ToImmutable(), steps.ToImmutable());
    }

    private static StandardItem? One(StandardItem? old, StandardItem? theirs, StandardItem? ours, ImmutableArray<MergeStep>.Builder steps)
    {
        switch (old, theirs, ours)
        {
            case (_, { }, { }):
                return Fields(old, theirs, ours, steps);
            case (null, { }, null):
                steps.Add(Whole(MergeKind.TakenOver));
                return theirs;
            case ({ }, null, { }) when ours.SameAs(old):
                steps.Add(Whole(MergeKind.Withdrawn));
                return null;
            case ({ }, null, { }): // withdrawn above, refined here
                steps.Add(Whole(MergeKind.Conflict));
                return ours;
            case ({ }, { }, null):
                steps.Add(Whole(theirs.SameAs(old) ? MergeKind.KeptLocal : MergeKind.Conflict)); // left out here
                return null;
            case (null, null, { }):
                steps.Add(Whole(MergeKind.KeptLocal));
                return ours;
            default: // left out on both sides
                return null;
        }

        MergeStep Whole(MergeKind kind) => new((old ?? theirs ?? ours)!.Id, "", kind, old?.Title ?? "", theirs?.Title ?? "", ours?.Title ?? "");
    }

    private static StandardItem Fields(StandardItem? old, StandardItem theirs, StandardItem ours, ImmutableArray<MergeStep>.Builder steps)
    {
        var merged = ours;
        foreach (var field in theirs.Named.Union(ours.Named).Union(old?.Named ?? []).Order(StringComparer.Ordinal))
        {
            var (before, above, here) = (old?[field] ?? "", theirs[field], ours[field]);
            if (above == here)
                continue;
            if (here == before)
            {
                steps.Add(new(ours.Id, field, MergeKind.TakenOver, before, above, here));
                merged = merged.With(field, above);
            }
            else
                steps.Add(new(ours.Id, field, above == before || OwnedHere(field) ? MergeKind.KeptLocal : MergeKind.Conflict, before, above, here));
        }
        return merged;
    }

    private static bool OwnedHere(string field) => EntryFields.Find(field) is { Owner: FieldOwner.Unit };
}
