using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>Idempotency keys: each claimed once, with the position of the act that claimed it.</summary>
internal sealed class KeyWriter(Connection connection)
{
    private readonly Statement find = connection.Prepare("SELECT position FROM act_key WHERE key = ?1");
    private readonly Statement claim = connection.Prepare("INSERT INTO act_key VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING");

    /// <summary>Position of the act that claimed the key; null when none has.</summary>
    public long? Find(string key)
    {
        if (key.Length == 0 || !find.Bind(1, key).Step())
            return null;
        var position = find.Int64(0);
        find.Reset();
        return position;
    }

    /// <summary>Claims a key.</summary>
    /// <returns>False when it was claimed before; nothing is written then.</returns>
    public bool TryClaim(string key, long position, string stream)
    {
        claim.Bind(1, key).Bind(2, position).Bind(3, stream).Run();
        return connection.Changes == 1;
    }
}
