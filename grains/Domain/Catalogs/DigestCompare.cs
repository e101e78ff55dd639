using System.Collections.Immutable;

namespace Federation.Domain.Catalogs;

/// <summary>An entry on which two copies do not agree.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Left">Its hash in the one; null: it is not there.</param>
/// <param name="Right">Its hash in the other; null: it is not there.</param>
public sealed record EntryMismatch(EntryId Id, Digest? Left, Digest? Right);

/// <summary>How two copies compare.</summary>
/// <param name="Mismatches">Entries on which they differ, in order of id.</param>
/// <param name="Steps">Places that had to be looked at; 1 when the copies are equal.</param>
public sealed record Comparison(ImmutableArray<EntryMismatch> Mismatches, int Steps);

/// <summary>Compares two copies of a catalog by their digest trees: equal branches are not entered.</summary>
public static class DigestCompare
{
    /// <summary>Finds every entry on which two copies differ.</summary>
    /// <param name="left">One copy.</param>
    /// <param name="leftWhole">Digest and number of all its entries.</param>
    /// <param name="right">The other.</param>
    /// <param name="rightWhole">Digest and number of all its entries.</param>
    public static async ValueTask<Comparison> Of(IDigestSource left, Branch leftWhole, IDigestSource right, Branch rightWhole)
    {
        List<EntryMismatch> found = [];
        var steps = 0;
        await Walk("", leftWhole, rightWhole);
        return new Comparison([.. found.OrderBy(m => m.Id)], steps);

        async ValueTask Walk(string prefix, Branch a, Branch b)
        {
            steps++;
            if (a == b)
                return;
            if (a.Count > DigestNode.LeafSize && b.Count > DigestNode.LeafSize && await left.Node(prefix) is { } mine && await right.Node(prefix) is { } theirs)
            {
                for (var digit = 0; digit < DigestNode.Width; digit++)
                {
                    if (mine.Branches[digit] != theirs.Branches[digit])
                        await Walk(DigestNode.Below(prefix, digit), mine.Branches[digit], theirs.Branches[digit]);
                }
                return;
            }
            found.AddRange(Differences(a.Count == 0 ? [] : await left.Leaves(prefix), b.Count == 0 ? [] : await right.Leaves(prefix)));
        }
    }

    private static IEnumerable<EntryMismatch> Differences(ImmutableArray<DigestLeaf> left, ImmutableArray<DigestLeaf> right)
    {
        var others = right.ToDictionary(l => l.Id, l => l.Hash);
        foreach (var leaf in left)
        {
            if (!others.Remove(leaf.Id, out var other) || other != leaf.Hash)
                yield return new EntryMismatch(leaf.Id, leaf.Hash, other);
        }
        foreach (var (id, hash) in others)
            yield return new EntryMismatch(id, null, hash);
    }
}
