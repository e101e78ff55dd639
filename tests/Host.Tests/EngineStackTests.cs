using Federation.Host.Stack;
using Federation.Storage.Sqlite;
using Orleans.Storage;

namespace Federation.Host.Tests;

/// <summary>States and reminders of the engine in the ledger's file.</summary>
public sealed class EngineStackTests : IAsyncDisposable
{
    private static readonly GrainId Grain = GrainId.Create("scanner", "due/110000");
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private SqliteLedger ledger;

    public EngineStackTests() => ledger = Open();

    [Fact]
    public async Task Reminder_OutlivesTheProcess_UntilItIsRemoved()
    {
        var start = new DateTime(2026, 1, 20, 1, 0, 0, DateTimeKind.Utc);
        await Reminders.UpsertRow(new ReminderEntry { GrainId = Grain, ReminderName = "daily", StartAt = start, Period = TimeSpan.FromDays(1) });
        await Reopen();
        var found = Assert.Single((await Reminders.ReadRows(Grain)).Reminders);
        Assert.Equal(("daily", start, TimeSpan.FromDays(1)), (found.ReminderName, found.StartAt, found.Period));
        Assert.False(await Reminders.RemoveRow(Grain, "daily", "0"));
        Assert.True(await Reminders.RemoveRow(Grain, "daily", found.ETag));
        Assert.Null(await Reminders.ReadRow(Grain, "daily"));
    }

    [Theory]
    [InlineData(0u, 0u, true)] // equal ends: the whole ring
    [InlineData(5u, 5u, true)]
    public async Task ReadRows_OfARange_FollowsTheRing(uint begin, uint end, bool found)
    {
        await Reminders.UpsertRow(new ReminderEntry { GrainId = Grain, ReminderName = "daily", Period = TimeSpan.FromDays(1) });
        Assert.Equal(found, (await Reminders.ReadRows(begin, end)).Reminders.Count > 0);
    }

    [Fact]
    public async Task ReadRows_OfARange_HoldsItsEnd_AndNotItsBeginning()
    {
        await Reminders.UpsertRow(new ReminderEntry { GrainId = Grain, ReminderName = "daily", Period = TimeSpan.FromDays(1) });
        var hash = Grain.GetUniformHashCode();
        Assert.Single((await Reminders.ReadRows(unchecked(hash - 1), hash)).Reminders);
        Assert.Empty((await Reminders.ReadRows(hash, unchecked(hash + 1))).Reminders);
    }

    [Fact]
    public async Task State_WrittenWithAnOldTag_IsRefused_AndTheOtherStays()
    {
        var first = new GrainState<Counter>(new Counter(1));
        await States.WriteStateAsync("counter", Grain, first);
        var stale = new GrainState<Counter>(new Counter(2));
        await Assert.ThrowsAsync<InconsistentStateException>(() => States.WriteStateAsync("counter", Grain, stale));
        await Reopen();
        var read = new GrainState<Counter>();
        await States.ReadStateAsync("counter", Grain, read);
        Assert.Equal((true, new Counter(1)), (read.RecordExists, read.State));
        await States.ClearStateAsync("counter", Grain, read);
        await States.ReadStateAsync("counter", Grain, read);
        Assert.False(read.RecordExists);
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteReminderTable Reminders => new(ledger.Checkpoints);

    private SqliteGrainStorage States => new(ledger.Checkpoints);

    private SqliteLedger Open() => SqliteLedger.Open(Path.Combine(folder, "federation.db"), TimeProvider.System);

    private async Task Reopen()
    {
        await ledger.DisposeAsync();
        ledger = Open();
    }

    private sealed record Counter(int Value)
    {
        public Counter()
            : this(0)
        {
        }
    }
}
