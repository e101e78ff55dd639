using System.Diagnostics.CodeAnalysis;
using SQLitePCL;

namespace Federation.Storage.Sqlite.Native;

/// <summary>One connection to a database file, used by one thread at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 handle;
    private readonly List<Statement> statements = [];

    static Connection() => Batteries_V2.Init();

    private Connection(sqlite3 handle) => this.handle = handle;

    /// <summary>True while a transaction is open on this connection.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(handle);

    /// <summary>Opens a file and applies the settings every connection shares.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="writable">When true the file is created if it is not there; when false every write is refused.</param>
    /// <param name="busyTimeout">How long a statement waits for a lock held by another connection.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "the connection owns the handle; closed below when it cannot be opened")]
    public static Connection Open(string path, bool writable, TimeSpan busyTimeout)
    {
        // every connection is used by one thread at a time, so SQLite's own mutex would only cost
        var flags = raw.SQLITE_OPEN_NOMUTEX | (writable ? raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE : raw.SQLITE_OPEN_READWRITE);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, null);
        var connection = new Connection(handle);
        if (code != raw.SQLITE_OK)
        {
            var failure = connection.Failure();
            connection.Dispose();
            throw failure;
        }

        raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
        if (!writable)
            connection.Execute("PRAGMA query_only = ON"); // not OPEN_READONLY: a reader must be able to set up the WAL index
        return connection;
    }

    /// <summary>Runs statements that return nothing of interest.</summary>
    public void Execute(string sql)
    {
        if (raw.sqlite3_exec(handle, sql) != raw.SQLITE_OK)
            throw Failure();
    }

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        if (raw.sqlite3_prepare_v3(handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var prepared) != raw.SQLITE_OK)
            throw Failure();
        var statement = new Statement(this, prepared);
        statements.Add(statement);
        return statement;
    }

    /// <summary>The one number a query answers.</summary>
    public long Scalar(string sql)
    {
        if (raw.sqlite3_prepare_v2(handle, sql, out var prepared) != raw.SQLITE_OK)
            throw Failure();
        using var statement = new Statement(this, prepared);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    /// <summary>The last error, to be thrown.</summary>
    public SqliteFailure Failure() => new(raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string());

    public void Dispose()
    {
        foreach (var statement in statements)
            statement.Dispose();
        raw.sqlite3_close_v2(handle);
    }
}
