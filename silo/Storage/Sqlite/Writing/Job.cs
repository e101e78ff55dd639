using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Something to be written, and someone who waits for it. Run, perhaps run again in a second transaction, then answered once.</summary>
internal abstract class Job
{
    /// <summary>Runs the statements; keeps the answer for later.</summary>
    public abstract void Run(Session session);

    /// <summary>The last run failed and its statements are undone: keeps the reason as the answer.</summary>
    public abstract void Refuse(Exception reason);

    /// <summary>The transaction is on disk: gives the caller the answer of the last run.</summary>
    public abstract void Acknowledge();

    /// <summary>Nothing of this job is recorded: gives the caller the reason.</summary>
    public abstract void Fail(Exception reason);
}

/// <summary>A job with an answer.</summary>
internal abstract class Job<T> : Job
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? refusal;

    /// <summary>Completes when the job is on disk, or will never be.</summary>
    public Task<T> Answer => answer.Task;

    public sealed override void Run(Session session)
    {
        refusal = null;
        result = Write(session, out refusal);
    }

    public sealed override void Acknowledge()
    {
        if (refusal is null)
            answer.SetResult(result!);
        else
            answer.SetException(refusal);
    }

    public sealed override void Refuse(Exception reason) => refusal = Translated(reason);

    public sealed override void Fail(Exception reason) => answer.SetException(Translated(reason));

    /// <summary>Runs the statements.</summary>
    /// <param name="session">The open transaction.</param>
    /// <param name="refusal">Set when the job was refused and has written nothing.</param>
    protected abstract T? Write(Session session, out Exception? refusal);

    private static Exception Translated(Exception reason) => reason is SqliteFailure
        ? new LedgerUnavailableException("Storage failed; nothing of this act was recorded.", reason)
        : reason;
}
