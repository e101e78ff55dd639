using Federation.Domain.Catalogs;

namespace Federation.Documents.Bundles.Units;

/// <summary>Digest of a catalog computed anew from its entries, without the tree that is kept.</summary>
internal static class WholeDigest
{
    /// <summary>The digest of entries in any order.</summary>
    public static Digest Of(IReadOnlyCollection<DigestLeaf> leaves) => At(leaves, "");

    private static Digest At(IReadOnlyCollection<DigestLeaf> leaves, string prefix)
    {
        if (leaves.Count <= DigestNode.LeafSize || prefix.Length == DigestNode.Deepest)
            return DigestTree.LeafOf(leaves).Digest;
        var branches = Enumerable.Repeat(Branch.Empty, DigestNode.Width).ToArray();
        foreach (var group in leaves.GroupBy(l => DigestNode.DigitOf(l.Path, prefix.Length)))
        {
            var below = group.ToList();
            branches[group.Key] = new Branch(At(below, DigestNode.Below(prefix, group.Key)), below.Count);
        }
        return new DigestNode(prefix, [.. branches]).Whole.Digest;
    }
}
