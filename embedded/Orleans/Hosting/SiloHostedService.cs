using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>Starts the silo with the host; on stop lets running turns end and says farewell to every activation.</summary>
internal sealed class SiloHostedService(GrainEngine engine, SiloLifecycle lifecycle, IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants)
    : IHostedService
{
    private ITimer? _sweep;
    private long _nextWalk;
    private ITimer? _collector;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var participant in participants)
            participant.Participate(lifecycle);
        lifecycle.Subscribe(nameof(SiloHostedService), ServiceLifecycleStage.BecomeActive, BecomeActive, Drain);
        engine.State = EngineState.Starting;
        await lifecycle.OnStart(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (engine.State is EngineState.Stopped or EngineState.NotStarted)
            return;
        engine.State = EngineState.Stopping;
        try
        {
            await lifecycle.OnStop(cancellationToken);
        }
        finally
        {
            engine.State = EngineState.Stopped;
            if (_sweep is not null)
                await _sweep.DisposeAsync();
            if (_collector is not null)
                await _collector.DisposeAsync();
        }
    }

    private Task BecomeActive(CancellationToken cancellationToken)
    {
        engine.Clock.Update();
        if (!engine.Turns.KeepsTimeouts)
            _sweep = engine.Time.CreateTimer(_ => Sweep(), null, engine.SweepPeriod, engine.SweepPeriod);
        var quantum = engine.Collection.CollectionQuantum;
        _collector = engine.Time.CreateTimer(_ => Collect(), null, quantum, quantum);
        engine.State = EngineState.Running;
        return Task.CompletedTask;
    }

    private void Sweep()
    {
        var now = engine.Clock.Update();
        if (now < _nextWalk)
            return;
        foreach (var activation in engine.Directory.All)
        {
            if (activation.IsBusy)
                activation.ExpireCalls(now);
        }

        // past many activations the walk is long: it takes a hundredth of the time at most, yet comes within an eighth of the response timeout
        var longestRest = engine.Messaging.ResponseTimeout / 8;
        _nextWalk = now + Math.Min((engine.Clock.Exact() - now) * 100, (long)longestRest.TotalMilliseconds);
    }

    private void Collect()
    {
        var now = engine.Clock.Update();
        foreach (var activation in engine.Directory.All)
        {
            if (activation.Class.CollectionAge != Timeout.InfiniteTimeSpan)
                activation.CollectIfIdle(now, activation.Class.CollectionAge);
        }
    }

    private async Task Drain(CancellationToken cancellationToken)
    {
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The silo is shutting down.");
        try
        {
            // a farewell may call other grains and so wake them again: until none is left
            while (!engine.Directory.IsEmpty)
            {
                var ending = engine.Directory.All.ToList();
                foreach (var activation in ending)
                    activation.Deactivate(reason, cancellationToken);
                await Task.WhenAll(ending.Select(a => a.Deactivated)).WaitAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            var left = engine.Directory.All.ToList();
            engine.Log.Abandoned(left.Count);
            foreach (var activation in left)
                activation.Abandon(new SiloUnavailableException("The silo stopped before the call had ended."));
        }
    }
}
