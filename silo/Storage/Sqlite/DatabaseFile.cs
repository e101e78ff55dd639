using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Sqlite.Schema;
using Federation.Storage.Sqlite.Writing;

namespace Federation.Storage.Sqlite;

/// <summary>A database file and the settings of its connections.</summary>
internal sealed class DatabaseFile(string path, SqliteLedgerOptions options)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public SqliteLedgerOptions Options { get; } = options;

    /// <summary>Opens the writer's connection; creates the file and brings its schema up to date.</summary>
    public Session OpenSession(DateTimeOffset now)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Connection? connection = null;
        try
        {
            connection = Connection.Open(Path, writable: true, Options.BusyTimeout);
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL"); // every commit waits for the disk
            connection.Execute("PRAGMA temp_store = MEMORY");
            connection.Execute($"PRAGMA cache_size = -{Options.WriterCacheKib}");
            connection.Execute($"PRAGMA wal_autocheckpoint = {Options.CheckpointPages}");
            Migrations.Apply(connection, now);
            if (Options.PageLimit is { } pages)
                connection.Execute($"PRAGMA max_page_count = {pages}");
            var session = new Session(connection, Options.RememberedStreams);
            connection = null;
            return session;
        }
        catch (SqliteFailure failure)
        {
            throw new LedgerUnavailableException($"The ledger at {Path} cannot be opened.", failure);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>Opens a connection that only reads.</summary>
    public Connection OpenReader()
    {
        var connection = Connection.Open(Path, writable: false, Options.BusyTimeout);
        connection.Execute($"PRAGMA cache_size = -{Options.ReaderCacheKib}");
        return connection;
    }
}
