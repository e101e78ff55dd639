using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Grains.Tests;

/// <summary>A ledger in which some streams cannot be written for a while: how a unit looks from outside that is cut off.</summary>
internal sealed class CutOff(ILedger inner, string streams) : ILedger
{
    /// <summary>True while the unit is away.</summary>
    public bool Away { get; set; } = true;

    public ValueTask<AppendResult> Append(Append append, CancellationToken ct) =>
        Away && append.Stream.StartsWith(streams, StringComparison.Ordinal) ? throw new LedgerUnavailableException($"{streams} is cut off") : inner.Append(append, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct) => inner.ReadStream(stream, afterSeq, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct) => inner.ReadAll(afterPosition, limit, ct);

    public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct) => inner.ReadOutbox(afterPosition, limit, ct);
}
