using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Federation.Embedded.Engine;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps states for as long as the silo runs, as JSON, so that a state is only what was written.</summary>
public class MemoryGrainStorage : IGrainStorage
{
    private static readonly JsonSerializerOptions Json = new() { IncludeFields = true };

    private readonly ConcurrentDictionary<(string State, GrainId Grain), Record> _records = new();
    private readonly string _name;
    private long _version;

    internal MemoryGrainStorage(string name) => _name = name;

    public virtual Task ReadStateAsync<T>(string grainType, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        if (_records.TryGetValue((grainType, grainId), out var record))
        {
            grainState.State = JsonSerializer.Deserialize<T>(record.Json, Json);
            grainState.ETag = record.ETag;
            grainState.RecordExists = true;
        }
        else
        {
            grainState.State = StateStorage.New<T>();
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    public virtual Task WriteStateAsync<T>(string grainType, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var key = (grainType, grainId);
        var written = new Record(
            JsonSerializer.SerializeToUtf8Bytes(grainState.State, Json), Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
        var stored = _records.GetValueOrDefault(key);
        var done = stored?.ETag == grainState.ETag && (stored is null ? _records.TryAdd(key, written) : _records.TryUpdate(key, written, stored));
        if (!done)
            return Task.FromException(Conflict(key, grainState.ETag));
        grainState.ETag = written.ETag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public virtual Task ClearStateAsync<T>(string grainType, GrainId grainId, IGrainState<T> grainState)
    {
        ArgumentNullException.ThrowIfNull(grainState);
        var key = (grainType, grainId);
        if (_records.TryGetValue(key, out var stored)
            && (stored.ETag != grainState.ETag || !_records.TryRemove(new KeyValuePair<(string, GrainId), Record>(key, stored))))
            return Task.FromException(Conflict(key, grainState.ETag));
        grainState.ETag = null;
        grainState.RecordExists = false;
        return Task.CompletedTask;
    }

    private InconsistentStateException Conflict((string State, GrainId Grain) key, string? current) =>
        new($"State {key.State} of {key.Grain} in memory storage {_name} was changed elsewhere.", _records.GetValueOrDefault(key)?.ETag, current);

    private sealed record Record(byte[] Json, string ETag);
}
