using System.Collections.Immutable;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>One thing in which two versions differ.</summary>
/// <param name="Item">The item.</param>
/// <param name="Title">Its title, in the later version where it is there.</param>
/// <param name="Field">The field; empty: the item as a whole, which one version has and the other has not.</param>
/// <param name="Before">As in the earlier version; of a whole item its title; empty: it is not there.</param>
/// <param name="After">As in the later one.</param>
public sealed record StandardChange(string Item, string Title, string Field, string Before, string After);

/// <summary>What changed from one version of a standard to another, or from a standard to its refinement.</summary>
public static class StandardDifference
{
    /// <summary>Everything in which they differ, in order of item and field; empty when both say the same.</summary>
    public static ImmutableArray<StandardChange> Of(ImmutableSortedDictionary<string, StandardItem> before, ImmutableSortedDictionary<string, StandardItem> after) =>
        [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).SelectMany(id => Of(before.GetValueOrDefault(id), after.GetValueOrDefault(id)))];

    private static IEnumerable<StandardChange> Of(StandardItem? before, StandardItem? after)
    {
        if (before is null || after is null)
        {
            var there = (after ?? before)!;
            return [new(there.Id, there.Title, "", before?.Title ?? "", after?.Title ?? "")];
        }
        return before.Named.Union(after.Named).Order(StringComparer.Ordinal).Where(f => before[f] != after[f]).Select(f => new StandardChange(after.Id, after.Title, f, before[f], after[f]));
    }
}
