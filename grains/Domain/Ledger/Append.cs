using System.Collections.Immutable;

namespace Federation.Domain.Ledger;

/// <summary>
/// One act on one stream, recorded whole or not at all: events, audit fields, read-model rows, outgoing messages, messages
/// absorbed and the idempotency key go into one transaction.
/// </summary>
/// <param name="Stream">Name of the stream, for example <c>report/500151/annual-2025</c>. Empty when the act records no event (a total).</param>
/// <param name="ExpectedSeq">Number of events the stream held when the act was decided: the fence against a second writer.</param>
/// <param name="At">Moment of the act.</param>
/// <param name="Actor">Who acted: person and unit, for example <c>zhang@500151</c>.</param>
/// <param name="OnBehalfOf">Unit for which the actor acted; empty when its own.</param>
/// <param name="Key">Idempotency key chosen by the caller; empty when the act has none.</param>
/// <param name="Events">Events, in order.</param>
public sealed record Append(
    string Stream,
    long ExpectedSeq,
    DateTimeOffset At,
    string Actor,
    string OnBehalfOf,
    string Key,
    ImmutableArray<NewEvent> Events)
{
    /// <summary>Rows of read models that the act changes.</summary>
    public ImmutableArray<ReadModelChange> Changes { get; init; } = [];

    /// <summary>Messages to other units, delivered at least once.</summary>
    public ImmutableArray<NewMessage> Outgoing { get; init; } = [];

    /// <summary>Positions in the outbox of messages that this act has absorbed; they are removed with it.</summary>
    public ImmutableArray<long> Absorbed { get; init; } = [];
}

/// <summary>An event about to be recorded.</summary>
/// <param name="Kind">Stable name, for example <c>report-submitted</c>; never the name of a class.</param>
/// <param name="KindVersion">Version of the payload's layout, from 1.</param>
/// <param name="Payload">UTF-8 JSON or another stable encoding named by the kind.</param>
public sealed record NewEvent(string Kind, int KindVersion, ReadOnlyMemory<byte> Payload);

/// <summary>A message about to be put into the outbox.</summary>
/// <param name="Sender">Address of the sender, for example <c>report/500151/annual-2025</c>.</param>
/// <param name="Receiver">Address of the receiver, for example <c>rollup/500100/annual-2025</c>.</param>
/// <param name="Topic">Messages of one topic to one receiver replace each other (state-based); empty when each one counts.</param>
/// <param name="Kind">Stable name of the message.</param>
/// <param name="Payload">Its content.</param>
public sealed record NewMessage(string Sender, string Receiver, string Topic, string Kind, ReadOnlyMemory<byte> Payload);

/// <summary>How an append ended.</summary>
public enum AppendOutcome
{
    /// <summary>On disk.</summary>
    Recorded,

    /// <summary>The stream had moved on: nothing recorded; reload and decide again.</summary>
    Conflict,

    /// <summary>The idempotency key was recorded before: nothing recorded; <see cref="AppendResult.Position"/> is the earlier act's.</summary>
    Repeated,
}

/// <summary>Answer of the ledger to one append.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Position">Position of the last event recorded (or of the earlier act); 0 when the act held none.</param>
/// <param name="HeadHash">Hash at the head of the stream after the act; empty on conflict.</param>
/// <param name="MessagePositions">Outbox positions of the outgoing messages, in their order.</param>
public sealed record AppendResult(AppendOutcome Outcome, long Position, ReadOnlyMemory<byte> HeadHash, ImmutableArray<long> MessagePositions);
