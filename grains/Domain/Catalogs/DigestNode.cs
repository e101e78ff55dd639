using System.Collections.Immutable;

namespace Federation.Domain.Catalogs;

/// <summary>What a branch of a digest tree is: its digest and how many entries are below it.</summary>
/// <param name="Digest">Digest of everything below; of no entries <see cref="Digest.None"/>.</param>
/// <param name="Count">Entries below.</param>
public sealed record Branch(Digest Digest, int Count)
{
    /// <summary>Nothing below.</summary>
    public static Branch Empty { get; } = new(Digest.None, 0);
}

/// <summary>A place of a digest tree that has branches: one for each next hexadecimal digit of the path.</summary>
/// <param name="Prefix">Digits of the path so far; empty at the root.</param>
/// <param name="Branches">Sixteen.</param>
public sealed record DigestNode(string Prefix, ImmutableArray<Branch> Branches)
{
    /// <summary>Branches of a place.</summary>
    public const int Width = 16;

    /// <summary>Digits of a whole path.</summary>
    public const int Deepest = 15;

    /// <summary>Most entries that stand together without branches.</summary>
    public const int LeafSize = 32;

    /// <summary>The place as a branch of the one above.</summary>
    public Branch Whole => new(DigestOf(Branches), Branches.Sum(b => b.Count));

    /// <summary>First path under a prefix.</summary>
    public static long First(string prefix) => prefix.Length == 0 ? 0 : Convert.ToInt64(prefix, 16) << (4 * (Deepest - prefix.Length));

    /// <summary>Last path under a prefix.</summary>
    public static long Last(string prefix) => First(prefix) + (1L << (4 * (Deepest - prefix.Length))) - 1;

    /// <summary>Next digit of a path after a prefix of so many digits.</summary>
    public static int DigitOf(long path, int depth) => (int)(path >> (4 * (Deepest - 1 - depth))) & 15;

    /// <summary>The prefix with one digit more.</summary>
    public static string Below(string prefix, int digit) => prefix + "0123456789abcdef"[digit];

    private static Digest DigestOf(ImmutableArray<Branch> branches)
    {
        Span<byte> bytes = stackalloc byte[1 + (Width * Digest.Length)];
        bytes[0] = (byte)'N';
        for (var i = 0; i < Width; i++)
            branches[i].Digest.Write(bytes[(1 + (i * Digest.Length))..]);
        return Digest.Of(bytes);
    }
}

/// <summary>An entry as a digest tree sees it.</summary>
/// <param name="Path">See <see cref="EntryId.Path"/>.</param>
/// <param name="Id">The entry.</param>
/// <param name="Hash">Hash of its content; null: it is removed.</param>
public sealed record DigestLeaf(long Path, EntryId Id, Digest? Hash)
{
    /// <summary>The leaf of an entry.</summary>
    public static DigestLeaf Of(EntryId id, Digest? hash) => new(id.Path, id, hash);
}
