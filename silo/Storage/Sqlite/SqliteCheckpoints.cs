using System.Collections.Immutable;
using System.Globalization;
using Federation.Storage.Sqlite.Reading;
using Federation.Storage.Sqlite.Writing;

namespace Federation.Storage.Sqlite;

/// <summary>
/// Snapshots of grain state and reminders, in the ledger's file and through the ledger's writer, so that many grains' snapshots
/// share a commit. From <see cref="SqliteLedger.Checkpoints"/>.
/// </summary>
public sealed class SqliteCheckpoints
{
    private readonly Writer writer;
    private readonly ReaderPool readers;

    internal SqliteCheckpoints(Writer writer, ReaderPool readers)
    {
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>A snapshot; null when there is none.</summary>
    /// <param name="state">Name of the state, unique across grain classes.</param>
    /// <param name="key">Key of the grain.</param>
    /// <param name="ct">Ends the read.</param>
    public ValueTask<Checkpoint?> Read(string state, string key, CancellationToken ct) =>
        readers.Read(reader => CheckpointReads.Find(reader, state, key), ct);

    /// <summary>All snapshots of one state, in order of key: for small sets such as reminders.</summary>
    /// <inheritdoc cref="Read" path="/param"/>
    public ValueTask<ImmutableArray<Checkpoint>> List(string state, CancellationToken ct) =>
        readers.Read(reader => CheckpointReads.List(reader, state), ct);

    /// <summary>Writes a snapshot; on disk when the task completes.</summary>
    /// <param name="state">Name of the state, unique across grain classes.</param>
    /// <param name="key">Key of the grain.</param>
    /// <param name="bytes">Content.</param>
    /// <param name="expectedEtag">Tag of the snapshot it replaces; null when there must be none.</param>
    /// <param name="ct">Gives up waiting for a place in the queue.</param>
    /// <returns>Its new tag.</returns>
    /// <exception cref="CheckpointConflictException">Another snapshot stands there; nothing is written.</exception>
    /// <exception cref="Domain.Ledger.LedgerUnavailableException">Storage failed or the queue is full; nothing is written.</exception>
    public async ValueTask<string> Write(string state, string key, ReadOnlyMemory<byte> bytes, string? expectedEtag, CancellationToken ct)
    {
        var etag = await writer.Write(new WriteCheckpoint(state, key, bytes, Number(expectedEtag)), ct).ConfigureAwait(false);
        return etag.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Removes a snapshot; nothing happens when there is none.</summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public async ValueTask Clear(string state, string key, string? expectedEtag, CancellationToken ct) =>
        await writer.Write(new ClearCheckpoint(state, key, Number(expectedEtag)), ct).ConfigureAwait(false);

    // a tag that is not ours matches nothing; positions start at 1
    private static long? Number(string? etag) =>
        etag is null ? null : long.TryParse(etag, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
