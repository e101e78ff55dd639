using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs;

/// <summary>Digest of a unit's subtree.</summary>
/// <param name="Unit">Top of the subtree.</param>
/// <param name="Digest">Digest of every catalog in it; of none that has an entry <see cref="Digest.None"/>.</param>
/// <param name="Entries">Entries in it.</param>
/// <param name="Catalogs">Catalogs in it that have an entry.</param>
public sealed record SubtreePart(UnitId Unit, Digest Digest, long Entries, int Catalogs);

/// <summary>
/// Digests of subtrees: SHA-256 over the own digest and, in order of code, code and digest of every subtree directly below that is not empty. Computed by
/// set from the heads of the catalogs, so that nothing has to travel for it; two copies of a territory compare one hash and go down where it differs.
/// </summary>
public static class SubtreeDigest
{
    /// <summary>The subtree of a unit, and the subtrees directly below it that are not empty.</summary>
    /// <param name="tree">The tree of a day.</param>
    /// <param name="top">Order of the unit in it.</param>
    /// <param name="heads">Heads of the catalogs of the subtree; others are ignored.</param>
    public static (SubtreePart Whole, ImmutableArray<SubtreePart> Parts) Of(DivisionTree tree, int top, IReadOnlyDictionary<UnitId, CatalogHead> heads)
    {
        var own = heads.GetValueOrDefault(tree[top].Id)?.Whole ?? Branch.Empty;
        ImmutableArray<SubtreePart> parts = [.. tree.ChildrenOf(top).Select(child => Of(tree, child, heads).Whole).Where(p => p.Entries > 0).OrderBy(p => p.Unit)];
        var entries = own.Count + parts.Sum(p => p.Entries);
        return (new SubtreePart(tree[top].Id, entries == 0 ? Digest.None : DigestOf(own.Digest, parts), entries, (own.Count > 0 ? 1 : 0) + parts.Sum(p => p.Catalogs)), parts);
    }

    private static Digest DigestOf(Digest own, ImmutableArray<SubtreePart> parts)
    {
        List<byte> bytes = [(byte)'S', .. own.ToBytes()];
        foreach (var part in parts)
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(part.Unit.Value));
            bytes.Add(0);
            bytes.AddRange(part.Digest.ToBytes());
        }
        return Digest.Of(bytes.ToArray());
    }
}
