using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>The writer's connection with its prepared statements and what it remembers between transactions.</summary>
internal sealed class Session : IDisposable
{
    private readonly Connection connection;
    private readonly StreamHeads heads;
    private readonly Statement begin;
    private readonly Statement commit;
    private readonly Statement rollback;
    private readonly Statement dataVersion;
    private readonly Statement mark;
    private readonly Statement backToMark;
    private readonly Statement releaseMark;
    private long seenVersion = -1;

    public Session(Connection connection, int rememberedStreams)
    {
        this.connection = connection;
        heads = new StreamHeads(rememberedStreams);
        begin = connection.Prepare("BEGIN IMMEDIATE");
        commit = connection.Prepare("COMMIT");
        rollback = connection.Prepare("ROLLBACK");
        dataVersion = connection.Prepare("PRAGMA data_version");
        mark = connection.Prepare("SAVEPOINT act");
        backToMark = connection.Prepare("ROLLBACK TO act");
        releaseMark = connection.Prepare("RELEASE act");
        Counters = new Counters(connection);
        Events = new EventWriter(connection, Counters, heads);
        Keys = new KeyWriter(connection, Counters);
        Outbox = new OutboxWriter(connection, Counters);
        ReadModels = new ReadModelWriter(connection);
        Checkpoints = new CheckpointWriter(connection, Counters);
    }

    public Counters Counters { get; }

    public EventWriter Events { get; }

    public KeyWriter Keys { get; }

    public OutboxWriter Outbox { get; }

    public ReadModelWriter ReadModels { get; }

    public CheckpointWriter Checkpoints { get; }

    public void Begin()
    {
        begin.Run();
        ForgetWhatOthersChanged();
    }

    public void Commit()
    {
        Counters.Save();
        commit.Run();
    }

    /// <summary>True when there is work that is done better for many acts together, between transactions.</summary>
    public bool HasHousework => Keys.Lags;

    /// <summary>Does it, in a transaction of its own.</summary>
    public void DoHousework()
    {
        Begin();
        Keys.EnterRecent();
        Commit();
    }

    /// <summary>Ends the transaction without a trace.</summary>
    public void Rollback()
    {
        if (connection.InTransaction) // a full disk may have ended it already
            rollback.Run();
        seenVersion = -1; // what is remembered may never have been recorded
    }

    public void Mark() => mark.Run();

    public void ReleaseMark() => releaseMark.Run();

    /// <summary>Undoes everything since the mark. The numbers given out since then stay unused.</summary>
    public void BackToMark()
    {
        backToMark.Run();
        releaseMark.Run();
        heads.Clear();
        Keys.Load();
    }

    public void Dispose() => connection.Dispose();

    // Another process may write the same file, in a restart without a pause for example; SQLite then shows a new data version.
    private void ForgetWhatOthersChanged()
    {
        dataVersion.Step();
        var version = dataVersion.Int64(0);
        dataVersion.Reset();
        if (version == seenVersion)
            return;
        seenVersion = version;
        heads.Clear();
        Counters.Load();
        Keys.Load();
    }
}
