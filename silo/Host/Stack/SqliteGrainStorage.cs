using System.Text.Json;
using Federation.Storage.Sqlite;
using Orleans.Storage;

namespace Federation.Host.Stack;

/// <summary>
/// States of grains in the ledger's file, as JSON. A checkpoint may be lost at any time: what counts is in the ledger. The cluster stack uses the
/// AdoNet package instead.
/// </summary>
internal sealed class SqliteGrainStorage(SqliteCheckpoints checkpoints) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var found = await checkpoints.Read(stateName, grainId.ToString(), CancellationToken.None);
        grainState.State = found is null ? Activator.CreateInstance<T>() : JsonSerializer.Deserialize<T>(found.Bytes.Span)!;
        grainState.ETag = found?.Etag!;
        grainState.RecordExists = found is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(grainState.State);
        grainState.ETag = await Guard(stateName, grainId, grainState.ETag, () => checkpoints.Write(stateName, grainId.ToString(), bytes, grainState.ETag, CancellationToken.None));
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Guard(stateName, grainId, grainState.ETag, async () =>
        {
            await checkpoints.Clear(stateName, grainId.ToString(), grainState.ETag, CancellationToken.None);
            return "";
        });
        grainState.State = Activator.CreateInstance<T>();
        grainState.ETag = null!;
        grainState.RecordExists = false;
    }

    private static async Task<string> Guard(string stateName, GrainId grainId, string? etag, Func<ValueTask<string>> write)
    {
        try
        {
            return await write();
        }
        catch (CheckpointConflictException e)
        {
            throw new InconsistentStateException($"state {stateName} of {grainId} was written by another activation", "", etag, e);
        }
    }
}
