using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Federation.Domain.Ledger;

/// <summary>
/// The hash chain of a stream: SHA-256 over the previous hash and every field of the event, each with its length before it, numbers
/// big-endian, moments as UTC ticks. Anyone can recompute it from an export; the position is left out, because a copy of the ledger
/// elsewhere has positions of its own.
/// </summary>
public static class EventHash
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Length = 32;

    /// <summary>The hash before the first event of a stream.</summary>
    public static ReadOnlyMemory<byte> Origin { get; } = new byte[Length];

    /// <summary>Hash of one event.</summary>
    /// <returns>32 bytes.</returns>
    public static byte[] Of(
        ReadOnlySpan<byte> prevHash, string stream, long seq, DateTimeOffset at, string actor, string onBehalfOf, string key, NewEvent happened)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(prevHash);
        Add(hash, stream);
        Add(hash, seq);
        Add(hash, at.UtcTicks);
        Add(hash, actor);
        Add(hash, onBehalfOf);
        Add(hash, key);
        Add(hash, happened.Kind);
        Add(hash, happened.KindVersion);
        Add(hash, happened.Payload.Length);
        hash.AppendData(happened.Payload.Span);
        return hash.GetHashAndReset();
    }

    /// <summary>True when the event's hash follows from its fields and its predecessor's hash.</summary>
    public static bool Holds(RecordedEvent e) =>
        Of(e.PrevHash.Span, e.Stream, e.Seq, e.At, e.Actor, e.OnBehalfOf, e.Key, new NewEvent(e.Kind, e.KindVersion, e.Payload))
            .AsSpan().SequenceEqual(e.Hash.Span);

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Add(IncrementalHash hash, string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > bytes.Length)
            bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Add(hash, length);
        hash.AppendData(bytes[..length]);
    }
}
