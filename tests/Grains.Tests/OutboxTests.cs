using System.Collections.Immutable;
using Federation.Domain.Ledger;
using Federation.Grains.Outbox;
using Federation.Storage.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace Federation.Grains.Tests;

/// <summary>What stands in the outbox is sent again, whatever the store is like in between.</summary>
public sealed class OutboxTests
{
    [Fact] // a background service that fails takes the whole server with it
    public async Task Sweep_WhileTheStoreIsDown_GoesOnLater()
    {
        await using var nation = await SmallNation.Start();
        var store = new DownOnce(nation.Ledger);
        using var sweep = new OutboxSweep(store, nation.Ledger, nation.Grains, TimeProvider.System, NullLogger<OutboxSweep>.Instance);

        await sweep.StartAsync(CancellationToken.None);
        await store.Asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Task.Delay(100);

        Assert.False(sweep.ExecuteTask!.IsCompleted, sweep.ExecuteTask.Exception?.Message);
        await sweep.StopAsync(CancellationToken.None);
    }

    private sealed class DownOnce(MemoryLedger inner) : ILedger
    {
        public TaskCompletionSource Asked { get; } = new();

        public ValueTask<AppendResult> Append(Append append, CancellationToken ct) => inner.Append(append, ct);

        public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct) => inner.ReadStream(stream, afterSeq, ct);

        public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct) => inner.ReadAll(afterPosition, limit, ct);

        public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct)
        {
            Asked.TrySetResult();
            throw new LedgerUnavailableException("the store is down");
        }
    }
}
