namespace Federation.Storage.Sqlite;

/// <summary>Settings of a ledger on SQLite; the defaults suit one process on one machine.</summary>
public sealed record SqliteLedgerOptions
{
    /// <summary>Acts that may wait for the writer; further callers wait for a place.</summary>
    public int QueueCapacity { get; init; } = 8192;

    /// <summary>How long a caller waits for a place in the queue before the ledger is called unavailable.</summary>
    public TimeSpan QueueWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Acts gathered into one transaction at most.</summary>
    public int BatchLimit { get; init; } = 1000;

    /// <summary>How long a statement waits for a lock held by another process.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Streams whose heads the writer remembers.</summary>
    public int RememberedStreams { get; init; } = 200_000;

    /// <summary>Reads that run at once; further ones wait.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Page cache of the writer in kibibytes.</summary>
    public int WriterCacheKib { get; init; } = 64 * 1024;

    /// <summary>Page cache of each reader in kibibytes.</summary>
    public int ReaderCacheKib { get; init; } = 4 * 1024;

    /// <summary>Pages in the write-ahead log after which it is copied into the database file.</summary>
    public int CheckpointPages { get; init; } = 8192;

    /// <summary>Pages the file may have at most; null for no limit. For tests of a full disk.</summary>
    internal int? PageLimit { get; init; }
}
