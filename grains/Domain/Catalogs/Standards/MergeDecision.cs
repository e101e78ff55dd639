using System.Collections.Immutable;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>What a person took at a conflict.</summary>
public enum ConflictChoice
{
    /// <summary>As in the new standard.</summary>
    Theirs,

    /// <summary>As it is here.</summary>
    Ours,
}

/// <summary>How a conflict was decided.</summary>
/// <param name="Place">See <see cref="MergeStep.Place"/>.</param>
/// <param name="Choice">What was taken.</param>
/// <param name="Reason">Why; needed where ours is kept against the standard.</param>
public sealed record ConflictDecision(string Place, ConflictChoice Choice, string Reason);

/// <summary>Decisions on the conflicts of a merge.</summary>
public static class MergeDecisions
{
    /// <summary>The items after decisions.</summary>
    /// <param name="merge">The merge.</param>
    /// <param name="new">Items of the newer version above.</param>
    /// <param name="decisions">One for each conflict decided.</param>
    /// <returns>The items, undecided conflicts as they are here; and everything that is wrong: CT-301, CT-302.</returns>
    public static (ImmutableSortedDictionary<string, StandardItem> Items, ImmutableArray<Finding> Findings) Apply(
        MergeResult merge, ImmutableSortedDictionary<string, StandardItem> @new, ImmutableArray<ConflictDecision> decisions)
    {
        var items = merge.Items.ToBuilder();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var conflicts = merge.Conflicts.ToDictionary(c => c.Place);
        foreach (var decision in decisions)
        {
            if (!conflicts.TryGetValue(decision.Place, out var conflict))
                findings.Add(StandardRules.NoSuchConflict.At(decision.Place));
            else if (decision.Choice == ConflictChoice.Ours && string.IsNullOrWhiteSpace(decision.Reason))
                findings.Add(StandardRules.KeptWithoutReason.At(decision.Place));
            else if (decision.Choice == ConflictChoice.Theirs)
                Take(conflict);
        }
        return (items.ToImmutable(), findings.ToImmutable());

        void Take(MergeStep conflict)
        {
            if (conflict.Field.Length > 0)
                items[conflict.Item] = items[conflict.Item].With(conflict.Field, conflict.Theirs);
            else if (@new.TryGetValue(conflict.Item, out var theirs))
                items[conflict.Item] = theirs;
            else
                items.Remove(conflict.Item);
        }
    }
}
