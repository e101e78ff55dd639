using Federation.Embedded.Simulation;
using Orleans.Concurrency;

namespace Federation.Tests.Orleans.Simulated;

public interface ITallyGrain : IGrainWithStringKey
{
    Task Add();

    Task AddSlowly();

    Task<int> Total();

    Task<int> AskOther(string other);
}

public interface ICarelessTallyGrain : ITallyGrain;

public abstract class TallyGrainBase : Grain, ITallyGrain
{
    private int _total;

    public static List<string> Farewells { get; } = [];

    public Task Add()
    {
        _total++;
        return Task.CompletedTask;
    }

    public async Task AddSlowly()
    {
        var read = _total;
        await Task.Yield();
        _total = read + 1;
    }

    public Task<int> Total() => Task.FromResult(_total);

    public Task<int> AskOther(string other) => GrainFactory.GetGrain<ITallyGrain>(other).Total();

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        lock (Farewells)
            Farewells.Add(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }
}

public sealed class TallyGrain : TallyGrainBase;

[Reentrant]
public sealed class CarelessTallyGrain : TallyGrainBase, ICarelessTallyGrain;

public sealed class SimulationTests
{
    private static readonly SimulationOptions Storm = new() { Delay = 0.5, Loss = 0.05, ReplyLoss = 0.05, Duplication = 0.1, KeepTrace = true };

    [Fact]
    public void Seed_Repeated_GivesTheSameTraceAndTheSameResult()
    {
        var first = RunStorm(7);
        var second = RunStorm(7);

        Assert.Equal(first.Trace, second.Trace);
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first.Total, second.Total);
        Assert.NotEqual(first.Hash, RunStorm(8).Hash);
    }

    [Fact]
    public void Interleavings_OfAReentrantGrain_FindTheLostUpdate_AndTurnsPreventIt()
    {
        var careless = Enumerable.Range(1, 20).Select(seed => AddTogether<ICarelessTallyGrain>(seed)).ToList();
        var careful = Enumerable.Range(1, 20).Select(seed => AddTogether<ITallyGrain>(seed)).ToList();

        Assert.Contains(careless, total => total < 5);
        Assert.All(careful, total => Assert.Equal(5, total));
        Assert.True(careless.Distinct().Count() > 1, "every seed chose the same interleaving");
    }

    [Fact]
    public void Message_Lost_TimesOutInVirtualTime()
    {
        using var silo = new SimulatedSilo(1, new SimulationOptions { Loss = 1 });
        var before = silo.Simulation.Time.GetUtcNow();

        Assert.Throws<TimeoutException>(() => silo.Simulation.Run(() => silo.Grain<ITallyGrain>("t").Add()));

        Assert.Equal(TimeSpan.FromSeconds(30), silo.Simulation.Time.GetUtcNow() - before);
    }

    [Fact]
    public void Reply_Lost_LeavesTheWorkDone()
    {
        using var silo = new SimulatedSilo(1, new SimulationOptions { ReplyLoss = 1 });

        Assert.Throws<TimeoutException>(() => silo.Simulation.Run(() => silo.Grain<ITallyGrain>("t").Add()));
        silo.Simulation.Options = new SimulationOptions();

        Assert.Equal(1, silo.Simulation.Run(() => silo.Grain<ITallyGrain>("t").Total()));
    }

    [Fact]
    public void Message_Doubled_IsWorkedTwiceAndAnsweredOnce()
    {
        using var silo = new SimulatedSilo(1, new SimulationOptions { Duplication = 1 });

        silo.Simulation.Run(() => silo.Grain<ITallyGrain>("t").Add());
        silo.Simulation.RunFor(TimeSpan.FromSeconds(1));

        Assert.Equal(2, silo.Simulation.Run(() => silo.Grain<ITallyGrain>("t").Total()));
    }

    [Fact]
    public void Way_ThatIsCut_LosesMessagesUntilItIsBack()
    {
        using var silo = new SimulatedSilo(1, new SimulationOptions { IsCut = (from, to) => from is not null && to.Key.ToString() == "far" });

        Assert.Equal(0, silo.Simulation.Run(() => silo.Grain<ITallyGrain>("near").AskOther("here")));
        Assert.Throws<TimeoutException>(() => silo.Simulation.Run(() => silo.Grain<ITallyGrain>("near").AskOther("far")));
        silo.Simulation.Options = new SimulationOptions();
        Assert.Equal(0, silo.Simulation.Run(() => silo.Grain<ITallyGrain>("near").AskOther("far")));
    }

    [Fact]
    public void Crash_OfAnActivation_LosesItsMemoryWithoutAFarewell()
    {
        using var silo = new SimulatedSilo(1);
        var grain = silo.Grain<ITallyGrain>(Signals.NewKey("crash"));
        silo.Simulation.Run(grain.Add);

        Assert.True(silo.Simulation.Crash(grain));
        Assert.False(silo.Simulation.Crash(grain));

        Assert.Equal(0, silo.Simulation.Run(grain.Total));
        lock (TallyGrainBase.Farewells)
            Assert.DoesNotContain(grain.GetPrimaryKeyString(), TallyGrainBase.Farewells);
    }

    [Fact]
    public void Crash_WhileACallRuns_IsNeverAnsweredAndNeverGoesOn()
    {
        using var silo = new SimulatedSilo(1);
        var (key, step) = (Signals.NewKey("crash"), Signals.NewKey("step"));
        var grain = silo.Grain<IFarewellGrain>(key);

        silo.Simulation.Run(async () =>
        {
            var working = grain.Work(step);
            await Task.Delay(TimeSpan.FromSeconds(1), silo.Simulation.Time);
            Assert.True(Signals.Reached(step + ":entered").IsCompleted);
            silo.Simulation.CrashAll();
            Signals.Reach(step);
            await Assert.ThrowsAsync<TimeoutException>(() => working);
        });

        Assert.Empty(Signals.NotesOf(key));
        Assert.Equal("pong", silo.Simulation.Run(grain.Ping));
    }

    [Fact]
    public void Reminder_EveryDayForAYear_TicksEveryDay()
    {
        using var silo = new SimulatedSilo(1);
        var key = Signals.NewKey("year");

        silo.Simulation.Run(() => silo.Grain<IWakeGrain>(key).Remind("daily", TimeSpan.FromDays(1), TimeSpan.FromDays(1)));
        silo.Simulation.RunFor(TimeSpan.FromDays(365.5));

        Assert.Equal(365, Signals.NotesOf(key).Length);
    }

    [Fact]
    public void Driver_ThatWaitsForNothing_IsToldSo()
    {
        var impatient = new SimulationOptions { OutsidePatience = TimeSpan.FromMilliseconds(50) };
        using var silo = new SimulatedSilo(1, impatient, s => s.Configure<global::Orleans.Configuration.GrainCollectionOptions>(
            o => o.CollectionQuantum = Timeout.InfiniteTimeSpan).Configure<ReminderOptions>(o => o.RefreshReminderListPeriod = Timeout.InfiniteTimeSpan));

        Assert.Throws<InvalidOperationException>(() => silo.Simulation.Run(() => new TaskCompletionSource().Task));
    }

    private static (IReadOnlyList<string> Trace, ulong Hash, int Total) RunStorm(int seed)
    {
        using var silo = new SimulatedSilo(seed, Storm);
        var simulation = silo.Simulation;
        simulation.Run(() => Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var grain = silo.Grain<ITallyGrain>("t" + (i % 4));
            await Task.Delay(TimeSpan.FromMilliseconds(simulation.Next(500)), simulation.Time);
            try
            {
                await grain.Add();
                await grain.AskOther("t" + ((i + 1) % 4));
            }
            catch (TimeoutException)
            {
            }

            if (i % 10 == 9)
                simulation.Crash(grain);
        })));
        simulation.Options = new SimulationOptions();
        var total = 0;
        for (var i = 0; i < 4; i++)
            total += simulation.Run(() => silo.Grain<ITallyGrain>("t" + i).Total());
        return ([.. simulation.Trace], simulation.TraceHash, total);
    }

    private static int AddTogether<TGrain>(int seed)
        where TGrain : ITallyGrain
    {
        using var silo = new SimulatedSilo(seed);
        var grain = silo.Grain<TGrain>("t");
        silo.Simulation.Run(() => Task.WhenAll(Enumerable.Range(0, 5).Select(_ => grain.AddSlowly())));
        return silo.Simulation.Run(grain.Total);
    }
}
