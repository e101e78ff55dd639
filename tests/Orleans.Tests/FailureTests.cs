using Orleans.Concurrency;
using Orleans.Configuration;

namespace Federation.Tests.Orleans;

[GenerateSerializer]
public sealed class RefusedException(string message) : Exception(message);

public interface IFailingGrain : IGrainWithStringKey
{
    Task FailAtOnce();

    Task<int> FailLater();

    Task<string> Pass(string other);

    [ResponseTimeout("00:00:00.5")]
    Task Hang(string step);

    [OneWay]
    Task FailUnseen(string step);

    Task WaitFor(string step);
}

public sealed class FailingGrain : Grain, IFailingGrain
{
    public Task FailAtOnce() => throw new RefusedException("at once");

    public async Task<int> FailLater()
    {
        await Task.Yield();
        throw new RefusedException("later");
    }

    public async Task<string> Pass(string other)
    {
        try
        {
            await GrainFactory.GetGrain<IFailingGrain>(other).FailLater();
            return "no failure";
        }
        catch (RefusedException failure)
        {
            return failure.Message;
        }
    }

    public Task Hang(string step) => Signals.Reached(step);

    public Task FailUnseen(string step)
    {
        Signals.Reach(step);
        throw new RefusedException("nobody learns of this");
    }

    public async Task WaitFor(string step)
    {
        Signals.Reach(step + ":entered");
        await Signals.Reached(step);
    }
}

public sealed class FailureTests
{
    [Fact]
    public async Task Exception_ThrownAtOnce_ArrivesAsThrown()
    {
        await using var silo = await Silo.Start();

        var failure = await Assert.ThrowsAsync<RefusedException>(() => silo.Grain<IFailingGrain>("f").FailAtOnce().For("the failure"));

        Assert.Equal("at once", failure.Message);
        Assert.Contains(nameof(FailingGrain.FailAtOnce), failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_ThrownAfterAnAwait_ArrivesAsThrown()
    {
        await using var silo = await Silo.Start();

        var failure = await Assert.ThrowsAsync<RefusedException>(() => silo.Grain<IFailingGrain>("f").FailLater().For("the failure"));

        Assert.Equal("later", failure.Message);
        Assert.Contains(nameof(FailingGrain.FailLater), failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_BetweenGrains_CanBeCaughtByItsType()
    {
        await using var silo = await Silo.Start();

        Assert.Equal("later", await silo.Grain<IFailingGrain>("a").Pass("b").For("the failure caught by the other grain"));
    }

    [Fact]
    public async Task Exception_FromACall_LeavesTheGrainUsable()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IFailingGrain>("f");

        await Assert.ThrowsAsync<RefusedException>(() => grain.FailAtOnce().For("the first failure"));
        await Assert.ThrowsAsync<RefusedException>(() => grain.FailAtOnce().For("the second failure"));
    }

    [Fact]
    public async Task Call_NotAnsweredInItsTime_TimesOut()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("hang");

        await Assert.ThrowsAsync<TimeoutException>(() => silo.Grain<IFailingGrain>("f").Hang(step).For("the timeout"));
        Signals.Reach(step);
    }

    [Fact]
    public async Task OneWay_ThatFails_TellsNobody()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("oneway");

        await silo.Grain<IFailingGrain>("f").FailUnseen(step).For("the sending");

        await Signals.Reached(step).For("the one-way call in the grain");
    }

    [Fact]
    public async Task OneWay_WhileTheGrainIsBusy_DoesNotWait()
    {
        await using var silo = await Silo.Start();
        var grain = silo.Grain<IFailingGrain>("f");
        var (busy, step) = (Signals.NewKey("busy"), Signals.NewKey("oneway"));

        var running = grain.WaitFor(busy);
        await Signals.Reached(busy + ":entered").For("the busy call");
        await grain.FailUnseen(step).For("the sending");

        Assert.False(Signals.Reached(step).IsCompleted);
        Signals.Reach(busy);
        await running.For("the busy call's end");
        await Signals.Reached(step).For("the one-way call in the grain");
    }

    [Fact]
    public async Task Calls_AboveTheLimit_AreRefused_AndTheOthersServed()
    {
        await using var silo = await Silo.Start(s => s.Configure<SiloMessagingOptions>(o => o.MaxEnqueuedRequestsHardLimit = 10));
        var grain = silo.Grain<IFailingGrain>("f");
        var step = Signals.NewKey("crowd");

        var first = grain.WaitFor(step);
        await Signals.Reached(step + ":entered").For("the first call");
        var crowd = Enumerable.Range(0, 50).Select(_ => grain.WaitFor(step)).ToArray();
        var refused = await Assert.ThrowsAsync<LimitExceededException>(() => Task.WhenAny(crowd).Unwrap().For("the first refusal"));
        Signals.Reach(step);

        await first.For("the first call's end");
        var served = 0;
        foreach (var call in crowd)
        {
            try
            {
                await call.For("a call of the crowd");
                served++;
            }
            catch (LimitExceededException)
            {
            }
        }

        Assert.InRange(served, 9, 11);
        Assert.Contains(nameof(SiloMessagingOptions.MaxEnqueuedRequestsHardLimit), refused.Message, StringComparison.Ordinal);
    }
}
