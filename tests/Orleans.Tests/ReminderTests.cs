using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Tests.Orleans;

public interface IWakeGrain : IGrainWithStringKey
{
    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    Task<string[]> Reminders();

    Task<bool> Has(string name);

    Task Forget(string name);
}

public sealed class WakeGrain : Grain, IWakeGrain, IRemindable
{
    public Task Remind(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task<string[]> Reminders() => [.. (await this.GetReminders()).Select(r => r.ReminderName).Order(StringComparer.Ordinal)];

    public async Task<bool> Has(string name) => await this.GetReminder(name) is not null;

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Signals.Note(this.GetPrimaryKeyString(), $"{reminderName} every {status.Period} {status.CurrentTickTime >= status.FirstTickTime}");
        Signals.Reach($"{this.GetPrimaryKeyString()}:{reminderName}");
        return Task.CompletedTask;
    }
}

public sealed class ReminderTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Reminder_WhenDue_WakesTheGrain()
    {
        await using var silo = await Silo.Start(s => s.UseInMemoryReminderService());
        var key = Signals.NewKey("wake");

        await silo.Grain<IWakeGrain>(key).Remind("due", Soon, Hour).For("the registration");
        await Signals.Reached($"{key}:due").For("the tick");

        Assert.Equal(["due every 01:00:00 True"], Signals.NotesOf(key));
    }

    [Fact]
    public async Task Reminder_Unregistered_IsGone()
    {
        await using var silo = await Silo.Start(s => s.UseInMemoryReminderService());
        var grain = silo.Grain<IWakeGrain>(Signals.NewKey("wake"));

        await grain.Remind("a", Hour, Hour).For("the first registration");
        await grain.Remind("b", Hour, Hour).For("the second registration");
        Assert.Equal(["a", "b"], await grain.Reminders());
        await grain.Forget("a").For("the removal");

        Assert.Equal(["b"], await grain.Reminders());
        Assert.False(await grain.Has("a"));
        Assert.True(await grain.Has("b"));
    }

    [Fact]
    public async Task Reminder_WithAPeriodBelowTheMinimum_IsRefused()
    {
        await using var silo = await Silo.Start(s => s.UseInMemoryReminderService());

        await Assert.ThrowsAsync<ArgumentException>(
            () => silo.Grain<IWakeGrain>(Signals.NewKey("wake")).Remind("often", Soon, TimeSpan.FromSeconds(59)).For("the refusal"));
    }

    [Fact]
    public async Task Reminder_WithoutAReminderService_IsRefused()
    {
        await using var silo = await Silo.Start();

        await Assert.ThrowsAnyAsync<Exception>(() => silo.Grain<IWakeGrain>(Signals.NewKey("wake")).Remind("never", Soon, Hour).For("the refusal"));
    }

    [Fact]
    public async Task Reminder_InASharedTable_WakesTheGrainInTheNextHost()
    {
        var table = new SharedTable();
        var key = Signals.NewKey("wake");
        await using (var before = await Start(table))
            await before.Grain<IWakeGrain>(key).Remind("later", TimeSpan.FromSeconds(2), Hour).For("the registration");
        Assert.False(Signals.Reached($"{key}:later").IsCompleted);

        await using var after = await Start(table);

        await Signals.Reached($"{key}:later").For("the tick in the second host");
    }

    [Fact]
    public async Task Reminder_RegisteredAgain_ReplacesTheFirst()
    {
        await using var silo = await Silo.Start(s => s.UseInMemoryReminderService());
        var key = Signals.NewKey("wake");
        var grain = silo.Grain<IWakeGrain>(key);

        await grain.Remind("same", Hour, Hour).For("the first registration");
        await grain.Remind("same", Soon, 2 * Hour).For("the second registration");
        await Signals.Reached($"{key}:same").For("the tick");

        Assert.Equal(["same"], await grain.Reminders());
        Assert.Equal(["same every 02:00:00 True"], Signals.NotesOf(key));
    }

    private static Task<Silo> Start(IReminderTable table) => Silo.Start(s =>
    {
        s.AddReminders();
        s.Services.AddSingleton(table);
    });

    private sealed class SharedTable : IReminderTable
    {
        private readonly ConcurrentDictionary<(GrainId, string), ReminderEntry> _rows = new();

        public Task<ReminderTableData> ReadRows(GrainId grainId) =>
            Task.FromResult(new ReminderTableData(_rows.Values.Where(r => r.GrainId == grainId)));

        public Task<ReminderTableData> ReadRows(uint begin, uint end) => Task.FromResult(new ReminderTableData(_rows.Values.Where(row =>
        {
            var hash = row.GrainId.GetUniformHashCode();
            return begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;
        })));

        public Task<ReminderEntry> ReadRow(GrainId grainId, string reminderName) => Task.FromResult(_rows.GetValueOrDefault((grainId, reminderName))!);

        public Task<string> UpsertRow(ReminderEntry entry)
        {
            entry.ETag = Guid.NewGuid().ToString();
            _rows[(entry.GrainId, entry.ReminderName)] = entry;
            return Task.FromResult(entry.ETag);
        }

        public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
            Task.FromResult(_rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == eTag && _rows.TryRemove((grainId, reminderName), out _));

        public Task TestOnlyClearTable()
        {
            _rows.Clear();
            return Task.CompletedTask;
        }
    }
}
