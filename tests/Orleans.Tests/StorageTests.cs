using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Federation.Tests.Orleans;

[GenerateSerializer]
public sealed class Ledger
{
    [Id(0)]
    public int Entries { get; set; }
}

public interface ILedgerGrain : IGrainWithStringKey
{
    Task<int> Add();

    Task AddUnwritten();

    Task<int> Entries();

    Task<bool> Exists();

    Task<string?> Etag();

    Task Clear();

    Task End();
}

public sealed class LedgerGrain([PersistentState("ledger", "store")] IPersistentState<Ledger> ledger) : Grain, ILedgerGrain
{
    private int _atActivation = -1;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _atActivation = ledger.State.Entries;
        return Task.CompletedTask;
    }

    public async Task<int> Add()
    {
        ledger.State.Entries++;
        await ledger.WriteStateAsync();
        return _atActivation;
    }

    public Task AddUnwritten()
    {
        ledger.State.Entries++;
        return Task.CompletedTask;
    }

    public Task<int> Entries() => Task.FromResult(ledger.State.Entries);

    public Task<bool> Exists() => Task.FromResult(ledger.RecordExists);

    public Task<string?> Etag() => Task.FromResult(ledger.Etag);

    public Task Clear() => ledger.ClearStateAsync();

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Reach(this.GetPrimaryKeyString() + ":ended");
        return Task.CompletedTask;
    }
}

public sealed class StorageTests
{
    private static Task<Silo> StartWithMemory() => Silo.Start(s => s.AddMemoryGrainStorage("store"));

    [Fact]
    public async Task State_NeverWritten_IsNewAndDoesNotExist()
    {
        await using var silo = await StartWithMemory();
        var grain = silo.Grain<ILedgerGrain>(Signals.NewKey("ledger"));

        Assert.Equal(0, await grain.Entries().For("the entries"));
        Assert.False(await grain.Exists());
    }

    [Fact]
    public async Task State_Written_IsThereBeforeTheNextActivationIsActivated()
    {
        await using var silo = await StartWithMemory();
        var key = Signals.NewKey("ledger");
        var grain = silo.Grain<ILedgerGrain>(key);

        await grain.Add().For("the write");
        await grain.AddUnwritten();
        await grain.End();
        await Signals.Reached(key + ":ended").For("the end of the activation");

        Assert.Equal(1, await grain.Entries().For("what was written, not what was only thought"));
        Assert.True(await grain.Exists());
        Assert.Equal(1, await grain.Add());
    }

    [Fact]
    public async Task State_Cleared_IsNewAgain()
    {
        await using var silo = await StartWithMemory();
        var grain = silo.Grain<ILedgerGrain>(Signals.NewKey("ledger"));

        await grain.Add().For("the write");
        await grain.Clear().For("the clearing");

        Assert.Equal(0, await grain.Entries());
        Assert.False(await grain.Exists());
    }

    [Fact]
    public async Task Write_WithAnEtagNoLongerTrue_IsRefused_AndTheGrainStartsAnew()
    {
        await using var silo = await StartWithMemory();
        var key = Signals.NewKey("ledger");
        var grain = silo.Grain<ILedgerGrain>(key);
        await grain.Add().For("the first write");

        // another writer, such as an activation that a broken cluster has twice
        var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>("store");
        var other = new GrainState<Ledger>();
        await storage.ReadStateAsync("ledger", grain.GetGrainId(), other).For("the other reader");
        other.State!.Entries = 10;
        await storage.WriteStateAsync("ledger", grain.GetGrainId(), other).For("the other writer");

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Add().For("the refused write"));
        await Signals.Reached(key + ":ended").For("the end of the activation with the wrong state");
        Assert.Equal(10, await grain.Entries().For("the stored state"));
    }

    [Fact]
    public async Task Etag_AfterEveryWrite_IsAnother()
    {
        await using var silo = await StartWithMemory();
        var grain = silo.Grain<ILedgerGrain>(Signals.NewKey("ledger"));

        await grain.Add();
        var first = await grain.Etag();
        await grain.Add();

        Assert.NotNull(first);
        Assert.NotEqual(first, await grain.Etag());
    }

    [Fact]
    public async Task Storage_OfOnesOwn_KeepsStateAcrossHosts()
    {
        var shared = new SharedStorage();
        var key = Signals.NewKey("ledger");
        await using (var before = await Silo.Start(s => s.Services.AddGrainStorage("store", (_, _) => shared)))
            await before.Grain<ILedgerGrain>(key).Add().For("the write");

        await using var after = await Silo.Start(s => s.Services.AddGrainStorage("store", (_, _) => shared));

        Assert.Equal(1, await after.Grain<ILedgerGrain>(key).Entries().For("the state in the second host"));
        Assert.Equal(["ledger"], shared.Names);
    }

    private sealed class SharedStorage : IGrainStorage
    {
        private readonly ConcurrentDictionary<string, string> _rows = new();

        public IEnumerable<string> Names => _rows.Keys.Select(k => k.Split('|')[0]);

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            if (_rows.TryGetValue($"{stateName}|{grainId}", out var row))
            {
                grainState.State = JsonSerializer.Deserialize<T>(row)!;
                grainState.ETag = "1";
                grainState.RecordExists = true;
            }

            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            _rows[$"{stateName}|{grainId}"] = JsonSerializer.Serialize(grainState.State);
            grainState.ETag = "1";
            grainState.RecordExists = true;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            _rows.TryRemove($"{stateName}|{grainId}", out _);
            return Task.CompletedTask;
        }
    }
}
