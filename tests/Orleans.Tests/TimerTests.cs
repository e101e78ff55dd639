
namespace Federation.Tests.Orleans;

public interface ITimerGrain : IGrainWithStringKey
{
    Task StartTimer(string step, int ticks);

    Task StartFailingTimer(string step);

    Task StartOnce(string step);

    Task HoldAndTick(string step, string tick, bool interleave);

    Task End();
}

public sealed class TimerGrain : Grain, ITimerGrain
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);
    private IGrainTimer? _timer;

    public Task StartTimer(string step, int ticks)
    {
        var scheduler = TaskScheduler.Current;
        _timer = this.RegisterGrainTimer(
            () =>
            {
                Signals.Note(step, $"{TaskScheduler.Current == scheduler}");
                if (--ticks == 0)
                {
                    _timer!.Dispose();
                    Signals.Reach(step);
                }

                return Task.CompletedTask;
            },
            Soon,
            Soon);
        return Task.CompletedTask;
    }

    public Task StartFailingTimer(string step)
    {
        var ticks = 0;
        this.RegisterGrainTimer(
            async _ =>
            {
                await Task.Yield();
                if (++ticks < 3)
                    throw new InvalidOperationException("a tick that fails");
                Signals.Reach(step);
            },
            new GrainTimerCreationOptions(Soon, Soon));
        return Task.CompletedTask;
    }

    public Task StartOnce(string step)
    {
        this.RegisterGrainTimer(
            static (string s, CancellationToken _) =>
            {
                Signals.Note(s, "tick");
                Signals.Reach(s);
                return Task.CompletedTask;
            },
            step,
            Soon,
            Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task HoldAndTick(string step, string tick, bool interleave)
    {
        this.RegisterGrainTimer(
            () =>
            {
                Signals.Reach(tick);
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(Soon, Timeout.InfiniteTimeSpan) { Interleave = interleave });
        Signals.Reach(step + ":entered");
        await Signals.Reached(step);
    }

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

public sealed class TimerTests
{
    [Fact]
    public async Task Timer_UntilDisposed_TicksInTurnsOfTheGrain()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("timer");

        await silo.Grain<ITimerGrain>("t").StartTimer(step, 3);
        await Signals.Reached(step).For("three ticks");

        Assert.Equal(["True", "True", "True"], Signals.NotesOf(step));
    }

    [Fact]
    public async Task Timer_WhoseTickFails_GoesOn()
    {
        await using var silo = await Silo.Start();
        var step = Signals.NewKey("timer");

        await silo.Grain<ITimerGrain>("t").StartFailingTimer(step);

        await Signals.Reached(step).For("the tick after two that failed");
    }

    [Fact]
    public async Task Timer_WithoutPeriod_TicksOnce()
    {
        await using var silo = await Silo.Start();
        var (step, later) = (Signals.NewKey("timer"), Signals.NewKey("timer"));

        await silo.Grain<ITimerGrain>("t").StartOnce(step);
        await Signals.Reached(step).For("the tick");
        await silo.Grain<ITimerGrain>("t").StartTimer(later, 3);
        await Signals.Reached(later).For("three ticks of another timer");

        Assert.Equal(["tick"], Signals.NotesOf(step));
    }

    [Fact]
    public async Task Timer_WhileACallRuns_WaitsForItsEnd()
    {
        await using var silo = await Silo.Start();
        var (step, tick, other) = (Signals.NewKey("hold"), Signals.NewKey("tick"), Signals.NewKey("timer"));

        var holding = silo.Grain<ITimerGrain>("t").HoldAndTick(step, tick, interleave: false);
        await Signals.Reached(step + ":entered").For("the call that holds the grain");
        await silo.Grain<ITimerGrain>("another").StartTimer(other, 5);
        await Signals.Reached(other).For("five ticks elsewhere");

        Assert.False(Signals.Reached(tick).IsCompleted);
        Signals.Reach(step);
        await holding.For("the call's end");
        await Signals.Reached(tick).For("the tick after the call");
    }

    [Fact]
    public async Task Timer_ThatInterleaves_TicksWhileACallRuns()
    {
        await using var silo = await Silo.Start();
        var (step, tick) = (Signals.NewKey("hold"), Signals.NewKey("tick"));

        var holding = silo.Grain<ITimerGrain>("t").HoldAndTick(step, tick, interleave: true);
        await Signals.Reached(tick).For("the tick within the call");

        Signals.Reach(step);
        await holding.For("the call's end");
    }

    [Fact]
    public async Task Timer_OfAnEndedActivation_TicksNoMore()
    {
        await using var silo = await Silo.Start();
        var (key, step, other) = (Signals.NewKey("t"), Signals.NewKey("timer"), Signals.NewKey("timer"));

        await silo.Grain<ITimerGrain>(key).StartTimer(step, int.MaxValue);
        await silo.Grain<ITimerGrain>(key).End();
        await Signals.Reached(key + ":ended").For("the end of the activation");
        var before = Signals.NotesOf(step).Length;
        await silo.Grain<ITimerGrain>(key).StartTimer(other, 5);
        await Signals.Reached(other).For("five ticks in the next activation");

        Assert.Equal(before, Signals.NotesOf(step).Length);
    }
}
