using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// Copies the write-ahead log into the database file on a thread and a connection of its own, so that the writer's callers do not
/// wait for it. The log starts anew only when all of it is copied at a quiet moment; SQLite's own checkpoint in the writer, which
/// then finds little left to do, sees to that.
/// </summary>
internal sealed class Checkpointer : IAsyncDisposable
{
    private const int ActsBetween = 1000;

    private readonly Connection connection;
    private readonly AutoResetEvent wake = new(false);
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool closing;
    private int acts;

    public Checkpointer(Connection connection)
    {
        this.connection = connection;
        new Thread(Loop) { IsBackground = true, Name = "ledger checkpoint" }.Start();
    }

    /// <summary>Tells how much was written; called by the writer only.</summary>
    public void Written(int count)
    {
        acts += count;
        if (acts < ActsBetween)
            return;
        acts = 0;
        wake.Set();
    }

    public async ValueTask DisposeAsync()
    {
        closing = true;
        wake.Set();
        await stopped.Task.ConfigureAwait(false);
        connection.Dispose();
        wake.Dispose();
    }

    private void Loop()
    {
        while (wake.WaitOne() && !closing)
        {
            try
            {
                connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
            catch (SqliteFailure)
            {
                // nothing is lost: the log keeps what is not copied, and the writer meets the same failure where it counts
            }
        }

        stopped.SetResult();
    }
}
