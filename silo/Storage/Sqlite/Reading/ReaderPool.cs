using System.Collections.Concurrent;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Reading;

/// <summary>A few read connections, opened when first needed. Reads are short and run on the caller's thread.</summary>
internal sealed class ReaderPool(Func<Reader> open, int size) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(size, size);
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool closed;

    /// <summary>Runs a read on a free connection; waits when all are busy.</summary>
    /// <exception cref="LedgerUnavailableException">The file cannot be read, or the ledger is closed.</exception>
    public async ValueTask<T> Read<T>(Func<Reader, T> read, CancellationToken ct)
    {
        await places.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return ReadNow(read);
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>Waits for the reads under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        closed = true;
        for (var i = 0; i < size; i++)
            await places.WaitAsync().ConfigureAwait(false);
        while (idle.TryTake(out var reader))
            reader.Dispose();
        places.Release(size); // a late caller learns that the ledger is closed
    }

    private T ReadNow<T>(Func<Reader, T> read)
    {
        if (closed)
            throw new LedgerUnavailableException("The ledger is closed.");
        Reader? reader = null;
        try
        {
            if (!idle.TryTake(out reader))
                reader = open();
            var answer = read(reader);
            idle.Add(reader);
            reader = null;
            return answer;
        }
        catch (SqliteFailure failure)
        {
            throw new LedgerUnavailableException("The ledger cannot be read.", failure);
        }
        finally
        {
            reader?.Dispose(); // only after a failure: it may stand in the middle of a statement
        }
    }
}
