using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Concurrency;

namespace Federation.Tests.Orleans;

public interface IFarewellGrain : IGrainWithStringKey
{
    Task<string> Work(string step);

    Task<string> Ping();
}

public sealed class FarewellGrain : Grain, IFarewellGrain
{
    public async Task<string> Work(string step)
    {
        Signals.Reach(step + ":entered");
        await Signals.Reached(step);
        await Task.Yield();
        Signals.Note(this.GetPrimaryKeyString(), "work done");
        return "done";
    }

    public Task<string> Ping() => Task.FromResult("pong");

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Signals.Note(this.GetPrimaryKeyString(), reason.ReasonCode.ToString());
        return Task.CompletedTask;
    }
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task Meet(string step, int expected);
}

[StatelessWorker(4)]
public sealed class WorkerGrain : Grain, IWorkerGrain
{
    private static int _inside;

    public async Task Meet(string step, int expected)
    {
        if (Interlocked.Increment(ref _inside) == expected)
            Signals.Reach(step);
        await Signals.Reached(step);
    }
}

public sealed class HostingTests
{
    [Fact]
    public async Task Stop_WhileACallRuns_LetsItEndAndThenSaysFarewell()
    {
        var silo = await Silo.Start();
        var (key, step) = (Signals.NewKey("farewell"), Signals.NewKey("step"));

        var working = silo.Grain<IFarewellGrain>(key).Work(step);
        await Signals.Reached(step + ":entered").For("the call in the grain");
        var stopping = silo.Stop();
        Signals.Reach(step);

        Assert.Equal("done", await working.For("the call that ran when the silo stopped"));
        await stopping.For("the end of the silo");
        Assert.Equal(["work done", nameof(DeactivationReasonCode.ShuttingDown)], Signals.NotesOf(key));
        await silo.DisposeAsync();
    }

    [Fact]
    public async Task Stop_WithManyActivations_SaysFarewellToEach()
    {
        var silo = await Silo.Start();
        var keys = Enumerable.Range(0, 200).Select(_ => Signals.NewKey("farewell")).ToArray();
        foreach (var key in keys)
            await silo.Grain<IFarewellGrain>(key).Ping();

        await silo.DisposeAsync().AsTask().For("the end of the silo");

        Assert.All(keys, key => Assert.Equal([nameof(DeactivationReasonCode.ShuttingDown)], Signals.NotesOf(key)));
    }

    [Fact]
    public async Task StartupTask_WhenTheSiloIsActive_MayCallGrains()
    {
        var said = "";
        await using var silo = await Silo.Start(s => s.AddStartupTask(async (services, _) =>
            said = await services.GetRequiredService<IGrainFactory>().GetGrain<IFarewellGrain>("startup").Ping()));

        Assert.Equal("pong", said);
    }

    [Fact]
    public async Task Lifecycle_Participants_StartInOrderOfStageAndStopInReverse()
    {
        var seen = new List<string>();
        await using (await Silo.Start(s =>
        {
            s.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Participant("late", ServiceLifecycleStage.Active, seen));
            s.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(new Participant("early", ServiceLifecycleStage.ApplicationServices, seen));
        }))
        {
            Assert.Equal(["early starts", "late starts"], seen);
        }

        Assert.Equal(["early starts", "late starts", "late stops", "early stops"], seen);
    }

    [Fact]
    public async Task HostBuilder_OfTheOlderKind_TakesASilo()
    {
        using var host = Host.CreateDefaultBuilder().UseOrleans(s => s.UseLocalhostClustering()).Build();
        await host.StartAsync().For("the start");

        Assert.Equal("pong", await host.Services.GetRequiredService<IClusterClient>().GetGrain<IFarewellGrain>("a").Ping().For("the answer"));
        await host.StopAsync().For("the end");
    }

    [Fact]
    public async Task StatelessWorker_CalledAtTheSameTime_RunsAtTheSameTime()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("workers");

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => silo.Grain<IWorkerGrain>("w").Meet(step, 3))).For("three workers to meet");
    }

    [Fact]
    public async Task References_ToTheSameGrain_AreEqual_AndKnowTheirGrain()
    {
        await using var silo = await Silo.Start();
        var first = silo.Grain<IFarewellGrain>("same");
        var second = silo.Grain<IFarewellGrain>("same");

        Assert.Equal(first, second);
        Assert.NotEqual(first, silo.Grain<IFarewellGrain>("other"));
        Assert.Equal("same", first.GetPrimaryKeyString());
        Assert.Equal("farewell/same", first.GetGrainId().ToString());
        Assert.Equal("pong", await silo.Grains.GetGrain<IFarewellGrain>(first.GetGrainId()).Ping().For("the answer by grain id"));
        Assert.Equal("pong", await ((IFarewellGrain)silo.Grains.GetGrain(typeof(IFarewellGrain), "same")).Ping().For("the answer by type"));
    }

    [Fact]
    public async Task Reference_ToAnInterfaceNobodyServes_IsRefused()
    {
        await using var silo = await Silo.Start();

        Assert.ThrowsAny<ArgumentException>(() => silo.Grain<INobodyGrain>("x"));
    }

    private sealed class Participant(string name, int stage, List<string> seen) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(name, stage, _ => Note("starts"), _ => Note("stops"));

        private Task Note(string what)
        {
            seen.Add($"{name} {what}");
            return Task.CompletedTask;
        }
    }
}

public interface INobodyGrain : IGrainWithStringKey
{
    Task Nothing();
}
