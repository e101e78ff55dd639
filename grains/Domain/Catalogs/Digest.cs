using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Federation.Domain.Catalogs;

/// <summary>摘要: a SHA-256 over the canonical form of something. Equal contents, equal digest, on every machine.</summary>
public sealed record Digest
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly ulong a;
    private readonly ulong b;
    private readonly ulong c;
    private readonly ulong d;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Of nothing at all: 32 zero bytes, which no content has.</summary>
    public static Digest None { get; } = new(new byte[Length]);

    /// <summary>The first eight bytes as a number: spreads evenly.</summary>
    public ulong Prefix => a;

    /// <summary>Digest of bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Length];
        SHA256.HashData(content, hash);
        return new Digest(hash);
    }

    /// <summary>The digest that these 32 bytes are.</summary>
    /// <exception cref="FormatException">Not 32 bytes.</exception>
    public static Digest From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new Digest(bytes) : throw new FormatException($"a digest has {Length} bytes, not {bytes.Length}");

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Digest Parse(string text) => TryParse(text, out var digest) ? digest : throw new FormatException($"'{text}' is no digest");

    /// <summary>Reads 64 hexadecimal digits of either case; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Digest? digest)
    {
        digest = null;
        if (text is not { Length: Length * 2 } || !text.All(char.IsAsciiHexDigit))
            return false;
        digest = new Digest(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Writes its 32 bytes.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, a);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(to[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(to[24..], d);
    }

    /// <summary>Its 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Write(bytes);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
