using System.Text.Json;
using Federation.Storage.Sqlite;

namespace Federation.Host.Stack;

/// <summary>Reminders in the ledger's file, so that they outlive the process. They are few: a reminder only wakes a scanner.</summary>
internal sealed class SqliteReminderTable(SqliteCheckpoints checkpoints) : IReminderTable
{
    private const string State = "reminder";

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new((await All()).Where(r => r.GrainId == grainId));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => new((await All()).Where(r => IsWithin(r.GrainId.GetUniformHashCode(), begin, end)));

    public async Task<ReminderEntry> ReadRow(GrainId grainId, string reminderName) =>
        await checkpoints.Read(State, Key(grainId, reminderName), CancellationToken.None) is { } found ? Entry(found) : null!;

    public async Task<string> UpsertRow(ReminderEntry entry)
    {
        var key = Key(entry.GrainId, entry.ReminderName);
        var standing = await checkpoints.Read(State, key, CancellationToken.None);
        var row = new Row(entry.GrainId.ToString(), entry.ReminderName, entry.StartAt, entry.Period);
        return await checkpoints.Write(State, key, JsonSerializer.SerializeToUtf8Bytes(row), standing?.Etag, CancellationToken.None);
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        try
        {
            if (await checkpoints.Read(State, Key(grainId, reminderName), CancellationToken.None) is null)
                return false;
            await checkpoints.Clear(State, Key(grainId, reminderName), eTag, CancellationToken.None);
            return true;
        }
        catch (CheckpointConflictException)
        {
            return false;
        }
    }

    public async Task TestOnlyClearTable()
    {
        foreach (var row in await checkpoints.List(State, CancellationToken.None))
            await checkpoints.Clear(State, row.Key, row.Etag, CancellationToken.None);
    }

    private async Task<IEnumerable<ReminderEntry>> All() => (await checkpoints.List(State, CancellationToken.None)).Select(Entry);

    private static ReminderEntry Entry(Checkpoint found)
    {
        var row = JsonSerializer.Deserialize<Row>(found.Bytes.Span)!;
        return new ReminderEntry { GrainId = GrainId.Parse(row.Grain), ReminderName = row.Name, StartAt = row.StartAt, Period = row.Period, ETag = found.Etag };
    }

    // the ring is a circle: a range may wrap around, and equal ends mean all of it
    private static bool IsWithin(uint hash, uint begin, uint end) => begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static string Key(GrainId grain, string name) => $"{grain}\n{name}";

    private sealed record Row(string Grain, string Name, DateTime StartAt, TimeSpan Period);
}
