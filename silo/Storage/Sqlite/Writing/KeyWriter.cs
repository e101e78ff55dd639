using Federation.Storage.Sqlite.Native;

namespace Federation.Storage.Sqlite.Writing;

/// <summary>
/// Idempotency keys: each claimed once, with the position of the act that claimed it. Keys come in no order, and an index written at
/// random costs a page for every act. So the table <c>act_key</c> lags behind: events bear their key anyway, the keys of the newest
/// are remembered here, and now and then a few thousand are entered together in order.
/// </summary>
internal sealed class KeyWriter(Connection connection, Counters counters)
{
    /// <summary>Keys remembered before they are entered into the table.</summary>
    public const int Lag = 8192;

    private readonly Dictionary<string, long> recent = new(Lag);
    private readonly Statement find = connection.Prepare("SELECT position FROM act_key WHERE key = ?1");
    private readonly Statement claim = connection.Prepare("INSERT INTO act_key VALUES (?1, ?2, ?3)");
    private readonly Statement tail = connection.Prepare("SELECT key, position FROM event WHERE position > ?1 AND key <> '' ORDER BY position");
    private readonly Statement enter = connection.Prepare(
        """
        INSERT OR IGNORE INTO act_key SELECT key, max(position), stream FROM event WHERE position > ?1 AND position <= ?2 AND key <> ''
        GROUP BY key ORDER BY key
        """);

    /// <summary>True when so many keys are remembered that they should be entered.</summary>
    public bool Lags => recent.Count >= Lag;

    /// <summary>Position of the act that claimed the key; null when none has.</summary>
    public long? Find(string key)
    {
        if (key.Length == 0)
            return null;
        if (recent.TryGetValue(key, out var position))
            return position;
        if (!find.Bind(1, key).Step())
            return null;
        position = find.Int64(0);
        find.Reset();
        return position;
    }

    /// <summary>Claims a key that <see cref="Find"/> has not found.</summary>
    /// <param name="key">The key.</param>
    /// <param name="position">Position of the act's last event, which bears the key; 0 when the act holds none.</param>
    /// <param name="stream">The act's stream.</param>
    public void Claim(string key, long position, string stream)
    {
        if (position == 0)
            claim.Bind(1, key).Bind(2, 0).Bind(3, stream).Run(); // no event remembers it
        else
            recent.Add(key, position);
    }

    /// <summary>Remembers anew the keys that the table lacks.</summary>
    public void Load()
    {
        recent.Clear();
        tail.Bind(1, counters.KeysEntered);
        while (tail.Step())
            recent[tail.Text(0)] = tail.Int64(1);
    }

    /// <summary>Enters the remembered keys into the table, in a transaction that does nothing else.</summary>
    public void EnterRecent()
    {
        enter.Bind(1, counters.KeysEntered).Bind(2, counters.Event).Run();
        counters.KeysEntered = counters.Event;
        recent.Clear();
    }
}
