using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// The numbers the writer gives out: positions of events, positions in the outbox, tags of checkpoints. The latter two are kept in
/// the file, because the rows that bore the highest ones may be gone, and a receiver must never see a number twice.
/// </summary>
internal sealed class Counters(Connection connection)
{
    private readonly Statement save = connection.Prepare("UPDATE counter SET value = ?2 WHERE name = ?1");
    private long savedOutbox;
    private long savedCheckpoint;

    public long Event { get; set; }

    public long Outbox { get; set; }

    public long Checkpoint { get; set; }

    /// <summary>Reads them from the file.</summary>
    public void Load()
    {
        Event = connection.Scalar("SELECT coalesce(max(position), 0) FROM event");
        Outbox = savedOutbox = connection.Scalar("SELECT value FROM counter WHERE name = 'outbox'");
        Checkpoint = savedCheckpoint = connection.Scalar("SELECT value FROM counter WHERE name = 'checkpoint'");
    }

    /// <summary>Writes what was given out; once in every transaction, before its end.</summary>
    public void Save()
    {
        if (Outbox != savedOutbox)
            save.Bind(1, "outbox").Bind(2, savedOutbox = Outbox).Run();
        if (Checkpoint != savedCheckpoint)
            save.Bind(1, "checkpoint").Bind(2, savedCheckpoint = Checkpoint).Run();
    }
}
