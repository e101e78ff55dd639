using System.Buffers;
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
        // one buffer and one call: a hash object of the system for each field costs more than the hashing
        var longest = prevHash.Length + happened.Payload.Length + (8 * 9)
            + Encoding.UTF8.GetMaxByteCount(stream.Length + actor.Length + onBehalfOf.Length + key.Length + happened.Kind.Length);
        var rented = ArrayPool<byte>.Shared.Rent(longest);
        var to = rented.AsSpan();
        Add(ref to, prevHash);
        Add(ref to, stream);
        Add(ref to, seq);
        Add(ref to, at.UtcTicks);
        Add(ref to, actor);
        Add(ref to, onBehalfOf);
        Add(ref to, key);
        Add(ref to, happened.Kind);
        Add(ref to, happened.KindVersion);
        Add(ref to, happened.Payload.Length);
        Add(ref to, happened.Payload.Span);
        var hash = SHA256.HashData(rented.AsSpan(0, rented.Length - to.Length));
        ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>True when the event's hash follows from its fields and its predecessor's hash.</summary>
    public static bool Holds(RecordedEvent e) =>
        Of(e.PrevHash.Span, e.Stream, e.Seq, e.At, e.Actor, e.OnBehalfOf, e.Key, new NewEvent(e.Kind, e.KindVersion, e.Payload))
            .AsSpan().SequenceEqual(e.Hash.Span);

    private static void Add(ref Span<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to, number);
        to = to[8..];
    }

    private static void Add(ref Span<byte> to, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, to[8..]);
        Add(ref to, length);
        to = to[length..];
    }

    private static void Add(ref Span<byte> to, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(to);
        to = to[bytes.Length..];
    }
}
