using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Grains.Journals;

/// <summary>How an aggregate is kept in a stream: its start, its encoding, its fold.</summary>
/// <typeparam name="TState">The aggregate.</typeparam>
/// <typeparam name="TEvent">Its events.</typeparam>
public interface IStreamOf<TState, TEvent>
{
    /// <summary>The aggregate before its first event.</summary>
    static abstract TState Start { get; }

    /// <summary>Encodes an event.</summary>
    static abstract NewEvent Write(TEvent happened);

    /// <summary>Decodes an event.</summary>
    static abstract TEvent Read(RecordedEvent recorded);

    /// <summary>The aggregate after an event.</summary>
    static abstract TState Apply(TState state, Act<TEvent> act);
}

/// <summary>An act as recorded: the event with who, when and its place in the chain.</summary>
/// <typeparam name="TEvent">Family of events.</typeparam>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Key">Request id; empty when none.</param>
/// <param name="Hash">Hash of the event.</param>
/// <param name="Position">Place in the ledger; 0 while it is being recorded.</param>
public sealed record Act<TEvent>(TEvent Event, DateTimeOffset At, string Actor, string Key, ImmutableArray<byte> Hash, long Position);
