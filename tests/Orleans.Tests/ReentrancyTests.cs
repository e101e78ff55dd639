using Orleans.Concurrency;
using Orleans.Configuration;
using Orleans.Serialization.Invocation;

namespace Federation.Tests.Orleans;

public interface IGateGrain : IGrainWithStringKey
{
    Task Enter(string step);

    Task Leave(string step);

    [AlwaysInterleave]
    Task LeaveAlways(string step);

    [ReadOnly]
    Task<int> ReadAfter(string step);

    [ReadOnly]
    Task<int> ReadAndLeave(string step);
}

public interface IReentrantGateGrain : IGateGrain;

public interface IChoosyGateGrain : IGateGrain;

public abstract class GateGrainBase : Grain, IGateGrain
{
    public async Task Enter(string step)
    {
        Signals.Reach(step + ":entered");
        await Signals.Reached(step);
    }

    public Task Leave(string step)
    {
        Signals.Reach(step);
        return Task.CompletedTask;
    }

    public Task LeaveAlways(string step) => Leave(step);

    public async Task<int> ReadAfter(string step)
    {
        await Enter(step);
        return 1;
    }

    public Task<int> ReadAndLeave(string step)
    {
        Signals.Reach(step);
        return Task.FromResult(2);
    }
}

public sealed class GateGrain : GateGrainBase;

[Reentrant]
public sealed class ReentrantGateGrain : GateGrainBase, IReentrantGateGrain;

[MayInterleave(nameof(MayInterleave))]
public sealed class ChoosyGateGrain : GateGrainBase, IChoosyGateGrain
{
    public static bool MayInterleave(IInvokable request) => request.GetMethodName() == nameof(Leave);
}

public interface IChainGrain : IGrainWithStringKey
{
    Task<string> There(string other, bool allow);

    Task<string> Back(string origin);

    Task<string> Home();
}

public sealed class ChainGrain : Grain, IChainGrain
{
    public async Task<string> There(string other, bool allow)
    {
        if (!allow)
            return await GrainFactory.GetGrain<IChainGrain>(other).Back(this.GetPrimaryKeyString());
        using var _ = RequestContext.AllowCallChainReentrancy();
        return await GrainFactory.GetGrain<IChainGrain>(other).Back(this.GetPrimaryKeyString());
    }

    public Task<string> Back(string origin) => GrainFactory.GetGrain<IChainGrain>(origin).Home();

    public Task<string> Home() => Task.FromResult("home");
}

public sealed class ReentrancyTests
{
    [Fact]
    public async Task Call_WhileAnotherRuns_WaitsForItsEnd()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IGateGrain>("gate");
        var (first, second) = (Signals.NewKey("step"), Signals.NewKey("step"));

        var running = grain.Enter(first);
        await Signals.Reached(first + ":entered").For("the first call to run");
        var waiting = grain.Leave(second);
        await silo.Grain<IGateGrain>("another").Leave(Signals.NewKey("step")).For("a call to another grain");

        Assert.False(waiting.IsCompleted);
        Signals.Reach(first);
        await running.For("the end of the first call");
        await waiting.For("the end of the second call");
    }

    [Fact]
    public async Task AlwaysInterleave_WhileAnotherRuns_RunsAtOnce()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IGateGrain>("gate");
        var step = Signals.NewKey("step");

        var running = grain.Enter(step);
        await Signals.Reached(step + ":entered").For("the first call to run");
        await grain.LeaveAlways(step).For("the interleaving call");

        await running.For("the first call, let go by the second");
    }

    [Fact]
    public async Task Reentrant_WhileAnotherRuns_RunsAtOnce()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IReentrantGateGrain>("gate");
        var step = Signals.NewKey("step");

        var running = grain.Enter(step);
        await Signals.Reached(step + ":entered").For("the first call to run");
        await grain.Leave(step).For("the second call");

        await running.For("the first call, let go by the second");
    }

    [Fact]
    public async Task ReadOnly_WhileReadOnlyRuns_RunsAtOnce()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IGateGrain>("gate");
        var step = Signals.NewKey("step");

        var running = grain.ReadAfter(step);
        await Signals.Reached(step + ":entered").For("the first reader to run");

        Assert.Equal(2, await grain.ReadAndLeave(step).For("the second reader"));
        Assert.Equal(1, await running.For("the first reader"));
    }

    [Fact]
    public async Task ReadOnly_WhileAWriterRuns_Waits()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IGateGrain>("gate");
        var (step, read) = (Signals.NewKey("step"), Signals.NewKey("step"));

        var running = grain.Enter(step);
        await Signals.Reached(step + ":entered").For("the writer to run");
        var reading = grain.ReadAndLeave(read);
        await silo.Grain<IGateGrain>("another").Leave(Signals.NewKey("step")).For("a call to another grain");

        Assert.False(reading.IsCompleted);
        Signals.Reach(step);
        await running.For("the writer");
        await reading.For("the reader");
    }

    [Fact]
    public async Task MayInterleave_ForMethodsItNames_RunsAtOnce()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IChoosyGateGrain>("gate");
        var step = Signals.NewKey("step");

        var running = grain.Enter(step);
        await Signals.Reached(step + ":entered").For("the first call to run");
        await grain.Leave(step).For("the call that the predicate lets in");

        await running.For("the first call");
    }

    [Fact]
    public async Task CallChain_ThatComesBack_TimesOut()
    {
        await using var silo = await Silo.Start(s => s.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(1)));

        var stuck = silo.Grain<IChainGrain>("a").There("b", allow: false);

        await Assert.ThrowsAsync<TimeoutException>(() => stuck.For("the timeout of a call that waits for itself"));
    }

    [Fact]
    public async Task CallChain_ThatIsAllowedToComeBack_ComesBack()
    {
        await using var silo = await Silo.Start();

        Assert.Equal("home", await silo.Grain<IChainGrain>("a").There("b", allow: true).For("the call chain"));
    }
}
