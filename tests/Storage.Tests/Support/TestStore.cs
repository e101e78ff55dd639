using Federation.Domain.Ledger;
using Federation.Storage.Memory;
using Federation.Storage.Sqlite;

namespace Federation.Storage.Tests.Support;

/// <summary>An empty store of its own for one test.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly IDisposable? folder;

    private TestStore(ILedger ledger, IDisposable? folder = null)
    {
        Ledger = ledger;
        this.folder = folder;
    }

    public ILedger Ledger { get; }

    public static TestStore InMemory() => new(new MemoryLedger());

    public static TestStore OnSqlite()
    {
        var folder = new TempFolder();
        return new TestStore(SqliteLedger.Open(folder.File, TimeProvider.System), folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (Ledger is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        folder?.Dispose();
    }
}
