using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Federation.Domain.Ledger;

namespace Federation.Contracts.Outbox;

/// <summary>A message on its way that counts for itself, unlike a contribution, of which the newest replaces the older.</summary>
/// <param name="Position">Place in the outbox of the ledger: the message's id.</param>
/// <param name="SentAt">Moment of the act that sent it.</param>
/// <param name="Sender">Address of the sender, for example <c>plan/330000/2026/12</c>.</param>
/// <param name="Receiver">Address of the receiver, for example <c>duties/330100/2026</c>.</param>
/// <param name="Kind">Stable name of the message; its carrier knows how to read it.</param>
/// <param name="Payload">Its content.</param>
[GenerateSerializer, Immutable, Alias("federation.parcel")]
public sealed record Parcel(
    [property: Id(0)] long Position,
    [property: Id(1)] DateTimeOffset SentAt,
    [property: Id(2)] string Sender,
    [property: Id(3)] string Receiver,
    [property: Id(4)] string Kind,
    [property: Id(5)] ImmutableArray<byte> Payload)
{
    /// <summary>A message as it stands in the outbox.</summary>
    public static Parcel From(PendingMessage pending) => Of(pending.Position, pending.At, pending.Message);

    /// <summary>A message just recorded.</summary>
    public static Parcel Of(long position, DateTimeOffset sentAt, NewMessage message) =>
        new(position, sentAt, message.Sender, message.Receiver, message.Kind, Shared(message.Payload));

    // many receivers may be sent one and the same text: it is not copied for each
    private static ImmutableArray<byte> Shared(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out var whole) && whole.Array is { } bytes && whole.Offset == 0 && whole.Count == bytes.Length
            ? ImmutableCollectionsMarshal.AsImmutableArray(bytes)
            : [.. payload.Span];
}
