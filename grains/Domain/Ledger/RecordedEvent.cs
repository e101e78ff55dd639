namespace Federation.Domain.Ledger;

/// <summary>An event as it stands in the ledger.</summary>
/// <param name="Position">Place in the whole ledger, rising in arrival order, from 1; gaps are possible.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Seq">Place in its stream, from 1 without gaps.</param>
/// <param name="At">Moment of the act.</param>
/// <param name="Actor">Who acted.</param>
/// <param name="OnBehalfOf">For which unit, when not the actor's own.</param>
/// <param name="Key">Idempotency key of the act; empty when none.</param>
/// <param name="Kind">Stable name.</param>
/// <param name="KindVersion">Layout version of the payload.</param>
/// <param name="Payload">Content.</param>
/// <param name="PrevHash">Hash of the event before it in the stream; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over everything above but the position; see <see cref="EventHash"/>.</param>
public sealed record RecordedEvent(
    long Position,
    string Stream,
    long Seq,
    DateTimeOffset At,
    string Actor,
    string OnBehalfOf,
    string Key,
    string Kind,
    int KindVersion,
    ReadOnlyMemory<byte> Payload,
    ReadOnlyMemory<byte> PrevHash,
    ReadOnlyMemory<byte> Hash);

/// <summary>A message waiting in the outbox.</summary>
/// <param name="Position">Place in the outbox, rising; the message's id for its receiver.</param>
/// <param name="At">Moment of the act that sent it.</param>
/// <param name="Message">The message.</param>
public sealed record PendingMessage(long Position, DateTimeOffset At, NewMessage Message);
