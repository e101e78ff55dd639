using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Journeys.Tests.Support;

/// <summary>A ledger in which one unit's stream cannot be written for a while: how the unit looks from outside that is cut off.</summary>
internal sealed class CutOff(ILedger inner, string stream) : ILedger
{
    /// <summary>True while the unit is away.</summary>
    public bool Away { get; set; }

    public ValueTask<AppendResult> Append(Append append, CancellationToken ct) =>
        Away && append.Stream.StartsWith(stream, StringComparison.Ordinal) ? throw new LedgerUnavailableException($"{stream} is cut off") : inner.Append(append, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string name, long afterSeq, CancellationToken ct) => inner.ReadStream(name, afterSeq, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct) => inner.ReadAll(afterPosition, limit, ct);

    public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct) => inner.ReadOutbox(afterPosition, limit, ct);
}
