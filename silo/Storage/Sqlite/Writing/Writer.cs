using System.Threading.Channels;
using Federation.Domain.Ledger;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// Group commit: one thread takes whatever waits in the queue, writes it in one transaction and then answers everyone. While one
/// batch is on its way to the disk the next one gathers, so batches grow with the load and a lone act does not wait.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private readonly Channel<Job> queue;
    private readonly Batch batch;
    private readonly SqliteLedgerOptions options;
    private readonly TimeProvider clock;
    private readonly TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Writer(Session session, SqliteLedgerOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        batch = new Batch(session, clock);
        queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        // its own thread: it waits for the disk most of the time, and the pool has few threads
        new Thread(Loop) { IsBackground = true, Name = "ledger writer" }.Start();
    }

    /// <summary>Puts a job into the queue and waits until it is on disk.</summary>
    public async ValueTask<T> Write<T>(Job<T> job, CancellationToken ct)
    {
        if (!queue.Writer.TryWrite(job))
            await WaitForPlace(job, ct).ConfigureAwait(false);
        StorageMetrics.QueueLength.Add(1);
        return await job.Answer.ConfigureAwait(false);
    }

    /// <summary>Takes nothing more in, carries what was taken in to its end.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await stopped.Task.ConfigureAwait(false);
    }

    private async ValueTask WaitForPlace(Job job, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(options.QueueWait, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            await queue.Writer.WriteAsync(job, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new LedgerUnavailableException($"{options.QueueCapacity} acts wait for the writer and none was done in {options.QueueWait}.");
        }
        catch (ChannelClosedException closed)
        {
            throw new LedgerUnavailableException("The ledger is closed.", closed);
        }
    }

    private void Loop()
    {
        var jobs = new List<Job>(options.BatchLimit);
        // the wait blocks this thread, which is nobody else's
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (jobs.Count < options.BatchLimit && queue.Reader.TryRead(out var job))
                jobs.Add(job);
            StorageMetrics.QueueLength.Add(-jobs.Count);
            batch.Write(jobs);
            jobs.Clear();
        }

        stopped.SetResult();
    }
}
