using Federation.Domain.Ledger;

namespace Federation.Storage.Verification;

/// <summary>
/// Walks a whole ledger and reports every fault: an edited event, a missing one, swapped ones, a replaced predecessor, and filings
/// whose head is nowhere to be found. Works on any store through its ports, beside a running writer.
/// </summary>
public sealed class ChainVerifier
{
    private const int Batch = 1000;
    private readonly Dictionary<string, (long Seq, ReadOnlyMemory<byte> Hash)> heads = [];
    private readonly List<LedgerFault> faults = [];
    private long events;
    private long position;

    private ChainVerifier()
    {
    }

    /// <summary>Checks every event and the heads of every filing of every period opened.</summary>
    /// <param name="ledger">The events.</param>
    /// <param name="readModels">The filings; null to check the events alone.</param>
    /// <param name="ct">Ends the walk.</param>
    public static async Task<LedgerVerification> Verify(ILedger ledger, IReadModels? readModels, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        // the filings first: their events were recorded with them or before, so the walk that follows must meet them all
        var filed = readModels is null ? new FiledHeads() : await FiledHeads.Read(readModels, ct).ConfigureAwait(false);
        var wanted = filed.Count;
        var verifier = new ChainVerifier();
        await verifier.Walk(ledger, filed, ct).ConfigureAwait(false);
        verifier.faults.AddRange(filed.Missing());
        return new LedgerVerification(verifier.events, verifier.heads.Count, wanted, verifier.faults);
    }

    private async Task Walk(ILedger ledger, FiledHeads filed, CancellationToken ct)
    {
        while (true)
        {
            var batch = await ledger.ReadAll(position, Batch, ct).ConfigureAwait(false);
            if (batch.IsEmpty)
                return;
            foreach (var e in batch)
            {
                Check(e);
                filed.Met(e.Hash);
            }
        }
    }

    private void Check(RecordedEvent e)
    {
        events++;
        if (e.Position <= position)
            Fault(e, LedgerFaultKind.PositionRepeated, $"position {e.Position} stands after {position}");
        position = Math.Max(position, e.Position);
        var (seq, hash) = heads.TryGetValue(e.Stream, out var head) ? head : (0, EventHash.Origin);
        if (e.Seq != seq + 1)
            Fault(e, LedgerFaultKind.OutOfSequence, $"event {e.Seq} stands where event {seq + 1} of its stream should");
        else if (!e.PrevHash.Span.SequenceEqual(hash.Span))
            Fault(e, LedgerFaultKind.ChainBroken, $"event {e.Seq} follows another event {seq} than the one in the ledger");
        if (!EventHash.Holds(e))
            Fault(e, LedgerFaultKind.Edited, $"event {e.Seq} ({e.Kind}) does not match its hash");
        heads[e.Stream] = (e.Seq, e.Hash);
    }

    private void Fault(RecordedEvent e, LedgerFaultKind kind, string what) => faults.Add(new LedgerFault(e.Position, e.Stream, kind, what));
}
