using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Writes snapshots of grain state.</summary>
internal sealed class CheckpointWriter(Connection connection, Counters counters)
{
    private readonly Statement find = connection.Prepare("SELECT etag FROM checkpoint WHERE state = ?1 AND key = ?2");
    private readonly Statement delete = connection.Prepare("DELETE FROM checkpoint WHERE state = ?1 AND key = ?2");
    private readonly Statement upsert = connection.Prepare(
        """
        INSERT INTO checkpoint VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (state, key) DO UPDATE SET etag = excluded.etag, bytes = excluded.bytes
        """);

    /// <summary>The tag of a snapshot; null when there is none.</summary>
    public long? Find(string state, string key)
    {
        if (!find.Bind(1, state).Bind(2, key).Step())
            return null;
        var etag = find.Int64(0);
        find.Reset();
        return etag;
    }

    /// <summary>Writes a snapshot.</summary>
    /// <returns>Its new tag.</returns>
    public long Write(string state, string key, ReadOnlyMemory<byte> bytes)
    {
        var etag = ++counters.Checkpoint;
        upsert.Bind(1, state).Bind(2, key).Bind(3, etag).Bind(4, bytes.Span).Run();
        return etag;
    }

    public void Delete(string state, string key) => delete.Bind(1, state).Bind(2, key).Run();
}
