using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite.Native;
using Federation.Storage.Sqlite.Reading;

namespace Federation.Storage.Search;

/// <summary>
/// The full-text index in a file of its own beside the ledger. It holds nothing that the ledger does not: the file may be deleted while nothing runs, and an
/// index that is damaged or of another version is begun anew.
/// </summary>
public sealed class SqliteSearch : ICatalogSearch, ISearchIndex, IAsyncDisposable
{
    private const int Readers = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock gate = new();
    private readonly string path;
    private readonly ReaderPool readers;
    private readonly Connection connection;
    private SearchWriter writer;

    private SqliteSearch(string path, Connection connection)
    {
        (this.path, this.connection, writer) = (path, connection, new SearchWriter(connection));
        readers = new ReaderPool(() => new Reader(OpenReader()), Readers);
    }

    /// <summary>Opens the index; makes it when it is not there, damaged, or of another version.</summary>
    /// <exception cref="LedgerUnavailableException">The file cannot be made.</exception>
    public static SqliteSearch Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        if (TryOpen(full) is { } connection)
            return new SqliteSearch(full, connection);
        foreach (var file in new[] { full, full + "-wal", full + "-shm" })
            File.Delete(file);
        return new SqliteSearch(full, TryOpen(full) ?? throw new LedgerUnavailableException($"The search index at {full} cannot be made."));
    }

    /// <summary>Looks at an index without opening it for use: nothing is made or removed.</summary>
    /// <returns>Place in the feed up to which it knows, and its documents; null: there is none, or one that would be begun anew.</returns>
    public static (long Position, long Documents)? Look(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var connection = Connection.Open(Path.GetFullPath(path), writable: false, Patience);
            return connection.Scalar("PRAGMA user_version") == SearchTables.Version
                ? (connection.Scalar("SELECT value FROM mark WHERE name = 'position'"), connection.Scalar("SELECT count(*) FROM document"))
                : null;
        }
        catch (SqliteFailure)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public ValueTask<SearchPage> Search(SearchQuery query, SearchFilter filter, SearchOrder order, SearchCursor? after, int limit, CancellationToken ct) =>
        readers.Read(reader => SearchReads.Page(reader, query, filter, order, after, limit), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<string>> Words(string beginning, int limit, CancellationToken ct) => readers.Read(reader => SearchReads.Words(reader, beginning, limit), ct);

    /// <inheritdoc />
    public ValueTask<long> Position(CancellationToken ct) => readers.Read(reader => SearchReads.MarkOf(reader, "position"), ct);

    /// <inheritdoc />
    public ValueTask<ImmutableDictionary<UnitId, string>> Places(CancellationToken ct) => readers.Read(SearchReads.Places, ct);

    /// <inheritdoc />
    public ValueTask<ImmutableArray<EntryId>> EntriesOf(UnitId catalog, EntryId? after, int limit, CancellationToken ct) =>
        readers.Read(reader => SearchReads.EntriesOf(reader, catalog, after, limit), ct);

    /// <inheritdoc />
    public ValueTask Clear(CancellationToken ct) => Written(() =>
        connection.Execute("BEGIN IMMEDIATE; DROP TABLE document; DROP TABLE term; DROP TABLE word; DROP TABLE place; DROP TABLE mark;" + SearchTables.Sql + "COMMIT"), renewed: true);

    /// <inheritdoc />
    public ValueTask Write(ImmutableArray<SearchDocument> documents, ImmutableArray<(UnitId Catalog, EntryId Entry)> removed, long? position, CancellationToken ct) =>
        Written(() => writer.Write(documents, removed, position));

    /// <inheritdoc />
    public ValueTask SetPlace(UnitId catalog, string place, CancellationToken ct) => Written(() => writer.SetPlace(catalog, place));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await readers.DisposeAsync().ConfigureAwait(false);
        lock (gate)
            connection.Dispose();
    }

    private static Connection? TryOpen(string path)
    {
        Connection? opened = null;
        try
        {
            opened = Connection.Open(path, writable: true, Patience);
            opened.Execute("PRAGMA journal_mode = WAL");
            opened.Execute("PRAGMA synchronous = NORMAL"); // what a crash takes is indexed once more
            opened.Execute("PRAGMA cache_size = -65536");
            var version = opened.Scalar("PRAGMA user_version");
            if (version == 0 && opened.Scalar("SELECT count(*) FROM sqlite_schema") == 0)
                opened.Execute($"BEGIN IMMEDIATE; {SearchTables.Sql} PRAGMA user_version = {SearchTables.Version}; COMMIT");
            else if (version != SearchTables.Version)
                return null;
            opened.Scalar("SELECT count(*) FROM mark");
            var sound = opened;
            opened = null;
            return sound;
        }
        catch (SqliteFailure)
        {
            return null;
        }
        finally
        {
            opened?.Dispose();
        }
    }

    private Connection OpenReader()
    {
        var reader = Connection.Open(path, writable: false, Patience);
        reader.Execute("PRAGMA cache_size = -16384");
        return reader;
    }

    private ValueTask Written(Action write, bool renewed = false)
    {
        lock (gate)
        {
            try
            {
                write();
                if (renewed)
                    writer = new SearchWriter(connection);
                return ValueTask.CompletedTask;
            }
            catch (SqliteFailure failure)
            {
                throw new LedgerUnavailableException("The search index cannot be written.", failure);
            }
        }
    }
}
