using System.Collections.Immutable;

namespace Federation.Domain.Ledger;

/// <summary>
/// The ledger: append-only events in streams, with everything that must become true together with them. Appends of many streams
/// are gathered into one transaction (group commit); an append is acknowledged only when it is on disk.
/// </summary>
public interface ILedger
{
    /// <summary>Records one act.</summary>
    /// <param name="append">The act.</param>
    /// <param name="ct">Gives up waiting for a place in the queue; an act already taken in is carried to its end.</param>
    /// <returns>Its outcome. A conflict or a repeat hurts no other act of the same batch.</returns>
    /// <exception cref="LedgerUnavailableException">Storage failed or the queue is full; nothing of this act is recorded.</exception>
    ValueTask<AppendResult> Append(Append append, CancellationToken ct);

    /// <summary>Events of a stream after a place in it, in order.</summary>
    ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct);

    /// <summary>Events of the whole ledger after a position, in order, at most <paramref name="limit"/>.</summary>
    ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct);

    /// <summary>Messages in the outbox after a position, oldest first, at most <paramref name="limit"/>.</summary>
    ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct);
}

/// <summary>Storage failed or is overloaded: try again later. Nothing of the act was recorded.</summary>
public sealed class LedgerUnavailableException : Exception
{
    /// <summary>Without a cause.</summary>
    public LedgerUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With the failure of the store below.</summary>
    public LedgerUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
