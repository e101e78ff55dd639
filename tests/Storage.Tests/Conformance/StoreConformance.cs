using Federation.Domain.Ledger;
using Federation.Storage.Tests.Support;

namespace Federation.Storage.Tests.Conformance;

/// <summary>What every store must do. A store joins by deriving from each class of the suite; see <see cref="SqliteAppendTests"/>.</summary>
public abstract class StoreConformance(TestStore store) : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected ILedger Ledger => store.Ledger;

    protected IReadModels Models => (IReadModels)store.Ledger;

    protected IDueTable Dues => (IDueTable)store.Ledger;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => store.DisposeAsync().AsTask();

    protected async Task<AppendResult> Record(Append act)
    {
        var answer = await Ledger.Append(act, None);
        Assert.Equal(AppendOutcome.Recorded, answer.Outcome);
        return answer;
    }
}
