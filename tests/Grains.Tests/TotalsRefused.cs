using System.Collections.Immutable;
using Federation.Domain.Ledger;

namespace Federation.Grains.Tests;

/// <summary>A ledger that takes filings and writes no total: what a process leaves that dies between the two.</summary>
internal sealed class TotalsRefused(ILedger inner) : ILedger
{
    public ValueTask<AppendResult> Append(Append append, CancellationToken ct) =>
        append.Stream.Length == 0 ? throw new LedgerUnavailableException("no total is written") : inner.Append(append, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct) => inner.ReadStream(stream, afterSeq, ct);

    public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct) => inner.ReadAll(afterPosition, limit, ct);

    public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct) => inner.ReadOutbox(afterPosition, limit, ct);
}
