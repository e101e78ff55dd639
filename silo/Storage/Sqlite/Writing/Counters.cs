using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// The numbers the writer gives out. Those of messages and checkpoints are kept in the file, because the rows that bore the highest
/// ones may be gone, and a receiver must never see a number twice.
/// </summary>
internal sealed class Counters(Connection connection)
{
    private readonly Statement save = connection.Prepare("UPDATE counter SET value = ?2 WHERE name = ?1");
    private long savedOutbox;
    private long savedCheckpoint;
    private long savedKeysEntered;

    /// <summary>Position of the last event.</summary>
    public long Event { get; set; }

    /// <summary>Position of the last message.</summary>
    public long Outbox { get; set; }

    /// <summary>Tag of the last checkpoint.</summary>
    public long Checkpoint { get; set; }

    /// <summary>Position up to which the keys of events are entered into their table.</summary>
    public long KeysEntered { get; set; }

    /// <summary>Reads them from the file.</summary>
    public void Load()
    {
        Event = connection.Scalar("SELECT coalesce(max(position), 0) FROM event");
        Outbox = savedOutbox = connection.Scalar("SELECT value FROM counter WHERE name = 'outbox'");
        Checkpoint = savedCheckpoint = connection.Scalar("SELECT value FROM counter WHERE name = 'checkpoint'");
        KeysEntered = savedKeysEntered = connection.Scalar("SELECT value FROM counter WHERE name = 'keys-entered'");
    }

    /// <summary>Writes what has changed; once in every transaction, before its end.</summary>
    public void Save()
    {
        Save("outbox", Outbox, ref savedOutbox);
        Save("checkpoint", Checkpoint, ref savedCheckpoint);
        Save("keys-entered", KeysEntered, ref savedKeysEntered);
    }

    private void Save(string name, long value, ref long saved)
    {
        if (value == saved)
            return;
        save.Bind(1, name).Bind(2, value).Run();
        saved = value;
    }
}
