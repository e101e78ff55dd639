using System.Collections.Immutable;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Reading;
using Federation.Storage.Sqlite.Writing;

namespace Federation.Storage.Sqlite;

/// <summary>
/// The ledger in one SQLite file: a single writer with group commit, a few readers beside it. Every acknowledged act is on disk.
/// </summary>
public sealed partial class SqliteLedger : ILedger, IReadModels, IDueTable, IAsyncDisposable
{
    private int closed;
    private readonly DatabaseFile file;
    private readonly Session session;
    private readonly Writer writer;
    private readonly ReaderPool readers;
    private readonly Checkpointer checkpointer;

    private SqliteLedger(DatabaseFile file, Session session, TimeProvider clock)
    {
        this.file = file;
        this.session = session;
        checkpointer = new Checkpointer(file.OpenCheckpointer());
        writer = new Writer(session, checkpointer, file.Options, clock);
        readers = new ReaderPool(() => new Reader(file.OpenReader()), file.Options.Readers);
        Checkpoints = new SqliteCheckpoints(writer, readers);
        Derived = new DerivedTables(readers);
    }

    /// <summary>Snapshots of grain state in the same file.</summary>
    public SqliteCheckpoints Checkpoints { get; }

    /// <summary>What follows from events and is kept beside them, as it stands in the file.</summary>
    public DerivedTables Derived { get; }

    /// <summary>Opens the ledger, creating the file and its directories when they are not there, and brings its schema up to date.</summary>
    /// <param name="path">The database file; the log files of SQLite lie beside it.</param>
    /// <param name="clock">For waiting and measuring; the moments in the ledger come with the acts.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">The file was written by a newer version of this program.</exception>
    /// <exception cref="LedgerUnavailableException">The file cannot be opened or is no database.</exception>
    public static SqliteLedger Open(string path, TimeProvider clock, SqliteLedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var file = new DatabaseFile(path, options ?? new SqliteLedgerOptions());
        return new SqliteLedger(file, file.OpenSession(clock.GetUtcNow()), clock);
    }

    /// <inheritdoc />
    public ValueTask<AppendResult> Append(Append append, CancellationToken ct)
    {
        ActRules.Check(append);
        return writer.Write(new AppendJob(append), ct);
    }

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RecordedEvent>> ReadStream(string stream, long afterSeq, CancellationToken ct) =>
        readers.Read(reader => LedgerReads.Stream(reader, stream, afterSeq), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<RecordedEvent>> ReadAll(long afterPosition, int limit, CancellationToken ct) =>
        readers.Read(reader => LedgerReads.All(reader, afterPosition, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<PendingMessage>> ReadOutbox(long afterPosition, int limit, CancellationToken ct) =>
        readers.Read(reader => LedgerReads.Outbox(reader, afterPosition, limit), ct);

    /// <summary>Carries the acts taken in to their end and closes the file. A repeat does nothing: a container that hands it out under several names closes it as often.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1)
            return;
        await writer.DisposeAsync().ConfigureAwait(false);
        await checkpointer.DisposeAsync().ConfigureAwait(false);
        await readers.DisposeAsync().ConfigureAwait(false);
        session.Dispose(); // last, so that SQLite copies its log into the file and removes it
    }
}
