using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// One transaction for many jobs. A refused job has written nothing, so no savepoints are needed. Should a job fail in the middle
/// of its statements all the same, the transaction is undone and run again with a savepoint for each, and only the failing one is lost.
/// </summary>
internal sealed class Batch(Session session, TimeProvider clock)
{
    /// <summary>Writes the jobs and answers each. Never throws.</summary>
    public void Write(List<Job> jobs)
    {
        StorageMetrics.BatchSize.Record(jobs.Count);
        var started = clock.GetTimestamp();
        try
        {
            if (!TryWriteTogether(jobs))
                WriteApart(jobs);
        }
        catch (Exception reason) when (reason is not OutOfMemoryException)
        {
            StorageMetrics.FailedBatches.Add(1);
            Undo();
            foreach (var job in jobs)
                job.Fail(reason);
            return;
        }

        StorageMetrics.CommitDuration.Record(clock.GetElapsedTime(started).TotalSeconds);
        foreach (var job in jobs)
            job.Acknowledge();
        DoHousework();
    }

    private bool TryWriteTogether(List<Job> jobs)
    {
        session.Begin();
        try
        {
            foreach (var job in jobs)
                job.Run(session);
        }
        catch (Exception reason) when (IsOfOneAct(reason))
        {
            session.Rollback();
            return false;
        }

        session.Commit();
        return true;
    }

    private void WriteApart(List<Job> jobs)
    {
        session.Begin();
        foreach (var job in jobs)
        {
            session.Mark();
            try
            {
                job.Run(session);
                session.ReleaseMark();
            }
            catch (Exception reason) when (IsOfOneAct(reason))
            {
                session.BackToMark();
                job.Refuse(reason);
            }
        }

        session.Commit();
    }

    private static bool IsOfOneAct(Exception reason) => reason is not SqliteFailure failure || failure.IsOfOneAct;

    private void DoHousework()
    {
        if (!session.HasHousework)
            return;
        try
        {
            session.DoHousework();
        }
        catch (SqliteFailure)
        {
            Undo(); // nobody waits for it; it is tried again after the next batch
        }
    }

    private void Undo()
    {
        try
        {
            session.Rollback();
        }
        catch (SqliteFailure)
        {
            // the file cannot even be left in peace; the next transaction tries afresh, and its callers learn the same
        }
    }
}
