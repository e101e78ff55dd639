namespace Federation.Storage.Verification;

/// <summary>What is wrong at a place in the ledger.</summary>
public enum LedgerFaultKind
{
    /// <summary>The hash of an event does not follow from its fields: it was edited.</summary>
    Edited,

    /// <summary>The event does not follow the one before it in its stream by number: events are missing, doubled or out of order.</summary>
    OutOfSequence,

    /// <summary>The event names another predecessor than the one that stands before it: that one was replaced.</summary>
    ChainBroken,

    /// <summary>Positions do not rise.</summary>
    PositionRepeated,

    /// <summary>A filing names a head that no event in the ledger bears: its stream was cut or rewritten.</summary>
    HeadMissing,
}

/// <summary>One fault found in the ledger.</summary>
/// <param name="Position">Position of the event; 0 when the fault is not at an event.</param>
/// <param name="Stream">Its stream, or the unit and period of the filing.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="What">A sentence for the operator.</param>
public sealed record LedgerFault(long Position, string Stream, LedgerFaultKind Kind, string What);

/// <summary>What a walk over the whole ledger found.</summary>
/// <param name="Events">Events checked.</param>
/// <param name="Streams">Streams they belong to.</param>
/// <param name="Heads">Heads of filings looked up.</param>
/// <param name="Faults">Every fault, in order of position.</param>
public sealed record LedgerVerification(long Events, long Streams, long Heads, IReadOnlyList<LedgerFault> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool Holds => Faults.Count == 0;
}
