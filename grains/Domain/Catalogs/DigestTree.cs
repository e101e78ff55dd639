using System.Collections.Immutable;
using System.Text;

namespace Federation.Domain.Catalogs;

/// <summary>What a digest tree is read from.</summary>
public interface IDigestSource
{
    /// <summary>The place of a prefix; null when it has no branches.</summary>
    ValueTask<DigestNode?> Node(string prefix);

    /// <summary>Every entry under a prefix, in any order.</summary>
    ValueTask<ImmutableArray<DigestLeaf>> Leaves(string prefix);
}

/// <summary>What a change made of a digest tree.</summary>
/// <param name="Whole">Digest and number of all entries.</param>
/// <param name="Nodes">Places that are new or different.</param>
/// <param name="Folded">Prefixes at and under which no place has branches any more.</param>
public sealed record DigestChange(Branch Whole, ImmutableArray<DigestNode> Nodes, ImmutableArray<string> Folded);

/// <summary>
/// 摘要树: a hash tree over the entries of a catalog by the path of their ids. A place with more than <see cref="DigestNode.LeafSize"/> entries has
/// branches, any other has none; so the shape follows from the contents alone, and two copies with the same entries have the same tree, whatever the order
/// in which they came. One entry changes one leaf and the few places above it, never the whole.
/// </summary>
public static class DigestTree
{
    /// <summary>What follows when some entries change.</summary>
    /// <param name="source">The tree before.</param>
    /// <param name="changed">Entries that changed, each once; without a hash: removed.</param>
    public static async ValueTask<DigestChange> Change(IDigestSource source, IReadOnlyCollection<DigestLeaf> changed)
    {
        var work = new Work(source);
        var whole = await work.Change("", [.. changed]);
        return new DigestChange(whole, work.Nodes.ToImmutable(), work.Folded.ToImmutable());
    }

    /// <summary>Digest of entries that stand together without branches.</summary>
    public static Branch LeafOf(IReadOnlyCollection<DigestLeaf> leaves)
    {
        if (leaves.Count == 0)
            return Branch.Empty;
        var bytes = new List<byte>(leaves.Count * 64) { (byte)'L' };
        foreach (var leaf in leaves.OrderBy(l => l.Path).ThenBy(l => l.Id))
        {
            bytes.AddRange(Encoding.UTF8.GetBytes(leaf.Id.Value));
            bytes.Add(0);
            bytes.AddRange(leaf.Hash!.ToBytes());
        }
        return new Branch(Digest.Of(bytes.ToArray()), leaves.Count);
    }

    private sealed class Work(IDigestSource source)
    {
        public ImmutableArray<DigestNode>.Builder Nodes { get; } = ImmutableArray.CreateBuilder<DigestNode>();

        public ImmutableArray<string>.Builder Folded { get; } = ImmutableArray.CreateBuilder<string>();

        public async ValueTask<Branch> Change(string prefix, ImmutableArray<DigestLeaf> changed)
        {
            if (await source.Node(prefix) is not { } node)
                return Build(prefix, Merge(await source.Leaves(prefix), changed));

            var branches = node.Branches.ToBuilder();
            var begun = Nodes.Count;
            foreach (var group in changed.GroupBy(leaf => DigestNode.DigitOf(leaf.Path, prefix.Length)))
                branches[group.Key] = await Change(DigestNode.Below(prefix, group.Key), [.. group]);
            var after = node with { Branches = branches.DrainToImmutable() };
            if (after.Whole.Count > DigestNode.LeafSize)
            {
                Nodes.Add(after);
                return after.Whole;
            }
            while (Nodes.Count > begun) // what was made below is folded into one leaf
                Nodes.RemoveAt(Nodes.Count - 1);
            Folded.Add(prefix);
            return LeafOf(Merge(await source.Leaves(prefix), changed));
        }

        private Branch Build(string prefix, List<DigestLeaf> leaves)
        {
            if (leaves.Count <= DigestNode.LeafSize || prefix.Length == DigestNode.Deepest)
                return LeafOf(leaves);
            var branches = new Branch[DigestNode.Width];
            Array.Fill(branches, Branch.Empty);
            foreach (var group in leaves.GroupBy(leaf => DigestNode.DigitOf(leaf.Path, prefix.Length)))
                branches[group.Key] = Build(DigestNode.Below(prefix, group.Key), [.. group]);
            var node = new DigestNode(prefix, [.. branches]);
            Nodes.Add(node);
            return node.Whole;
        }

        private static List<DigestLeaf> Merge(ImmutableArray<DigestLeaf> before, ImmutableArray<DigestLeaf> changed)
        {
            var ids = changed.Select(c => c.Id).ToHashSet();
            return [.. before.Where(b => !ids.Contains(b.Id)), .. changed.Where(c => c.Hash is not null)];
        }
    }
}
