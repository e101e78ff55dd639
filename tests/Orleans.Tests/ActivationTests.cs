using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Federation.Tests.Orleans;

public interface ILifeGrain : IGrainWithStringKey
{
    Task<int> Activation();

    Task End();

    Task EndAfter(string step);

    Task Stay(TimeSpan time);
}

public sealed class LifeGrain : Grain, ILifeGrain
{
    public static readonly ConcurrentDictionary<string, int> Made = new();

    private readonly int _activation;
    private bool _activated;

    public LifeGrain(IGrainContext context) => _activation = Made.AddOrUpdate(context.GrainId.Key.ToString()!, 1, (_, n) => n + 1);

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        _activated = true;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Note(this.GetPrimaryKeyString(), $"{_activation}:{reason.ReasonCode}");
        Signals.Reach(this.GetPrimaryKeyString() + ":ended");
        return Task.CompletedTask;
    }

    public Task<int> Activation() => Task.FromResult(_activated ? _activation : -1);

    public Task End()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public async Task EndAfter(string step)
    {
        Signals.Reach(step + ":entered");
        await Signals.Reached(step);
        DeactivateOnIdle();
    }

    public Task Stay(TimeSpan time)
    {
        DelayDeactivation(time);
        return Task.CompletedTask;
    }
}

public interface IFragileGrain : IGrainWithStringKey
{
    Task<string> Say();
}

public sealed class FragileGrain : Grain, IFragileGrain
{
    public static readonly ConcurrentDictionary<string, int> Attempts = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        Attempts.AddOrUpdate(this.GetPrimaryKeyString(), 1, (_, n) => n + 1) == 1
            ? throw new InvalidOperationException("not today")
            : Task.CompletedTask;

    public Task<string> Say() => Task.FromResult("today");
}

public sealed record Greeting(string Text);

public interface IInjectedGrain : IGrainWithStringKey
{
    Task<string> Describe();
}

public sealed class InjectedGrain(Greeting greeting, IGrainFactory grains, IGrainContext context, TimeProvider clock, IServiceProvider services)
    : Grain, IInjectedGrain
{
    public Task<string> Describe() => Task.FromResult(
        $"{greeting.Text} {context.GrainId} {grains is not null} {clock is not null} {services.GetService<Greeting>() == greeting}");
}

public sealed class ActivationTests
{
    [Fact]
    public async Task FirstCalls_FromManyThreads_MeetOneActivation()
    {
        await using var silo = await Silo.Start();
        var key = Signals.NewKey("life");

        var seen = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => silo.Grain<ILifeGrain>(key).Activation()))).For("200 first calls");

        Assert.All(seen, activation => Assert.Equal(1, activation));
        Assert.Equal(1, LifeGrain.Made[key]);
    }

    [Fact]
    public async Task DeactivateOnIdle_AfterTheCall_EndsTheActivation_AndTheNextCallMakesAnother()
    {
        await using var silo = await Silo.Start();
        var key = Signals.NewKey("life");
        var grain = silo.Grain<ILifeGrain>(key);

        Assert.Equal(1, await grain.Activation());
        await grain.End();
        await Signals.Reached(key + ":ended").For("OnDeactivateAsync");

        Assert.Equal(2, await grain.Activation().For("the call to the next activation"));
        Assert.Equal(["1:ApplicationRequested"], Signals.NotesOf(key));
    }

    [Fact]
    public async Task Calls_WaitingWhileTheActivationEnds_GoToTheNextOne()
    {
        await using var silo = await Silo.Start();
        var (key, step) = (Signals.NewKey("life"), Signals.NewKey("step"));
        var grain = silo.Grain<ILifeGrain>(key);

        var ending = grain.EndAfter(step);
        await Signals.Reached(step + ":entered").For("the call that will end the activation");
        var waiting = Enumerable.Range(0, 10).Select(_ => grain.Activation()).ToArray();
        Signals.Reach(step);

        await ending.For("the ending call");
        Assert.All(await Task.WhenAll(waiting).For("the calls that waited"), activation => Assert.Equal(2, activation));
    }

    [Fact]
    public async Task OnActivate_ThatFails_FailsTheCallsWithItsException_AndTheNextCallTriesAgain()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IFragileGrain>(Signals.NewKey("fragile"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Say().For("the failed activation"));

        Assert.Equal("not today", failure.Message);
        Assert.Equal("today", await Eventually(grain.Say).For("the second attempt"));
    }

    [Fact]
    public async Task Constructor_WithServices_IsGivenThem()
    {
        await using var silo = await Silo.Start(s =>
        {
            s.Services.AddSingleton(TimeProvider.System);
            s.Services.AddSingleton(new Greeting("hello"));
        });

        Assert.Equal("hello injected/k True True True", await silo.Grain<IInjectedGrain>("k").Describe().For("the description"));
    }

    [Fact]
    public async Task Activation_IdleForItsAge_IsCollected()
    {
        await using var silo = await Silo.Start(s => s.Configure<GrainCollectionOptions>(o =>
        {
            o.CollectionQuantum = TimeSpan.FromSeconds(1);
            o.CollectionAge = TimeSpan.FromSeconds(2);
        }));
        var key = Signals.NewKey("life");

        Assert.Equal(1, await silo.Grain<ILifeGrain>(key).Activation());
        await Signals.Reached(key + ":ended").For("the collection of an idle activation");

        Assert.Equal(["1:ActivationIdle"], Signals.NotesOf(key));
        Assert.Equal(2, await silo.Grain<ILifeGrain>(key).Activation());
    }

    // the engine of a cluster keeps a failed activation for some seconds
    private static async Task<string> Eventually(Func<Task<string>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (InvalidOperationException)
            {
            }
        }
    }
}
