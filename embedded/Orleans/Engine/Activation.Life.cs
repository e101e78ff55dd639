using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Federation.Embedded.Engine;

// From the first call to the last turn.
internal sealed partial class Activation
{
    public void AddState(IActivationState state)
    {
        lock (this)
            (Extras.States ??= []).Add(state);
    }

    public void RequestDeactivation() =>
        Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The grain asked to be deactivated."));

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        bool schedule;
        lock (this)
        {
            if (_state is ActivationState.Ended or ActivationState.Deactivating || Extras.Reason.ReasonCode != DeactivationReasonCode.None)
                return;
            Extras.Reason = deactivationReason;
            Extras.StopToken = cancellationToken;
            if (_state == ActivationState.Activating)
                return; // seen when the activation has come to its end
            Extras.WasValid = _state == ActivationState.Valid;
            _state = ActivationState.Deactivating;
            DeactivateWhenQuiet();
            schedule = NeedsScheduling();
        }

        AbortStreams();
        if (schedule)
            _engine.Turns.Schedule(this, yielding: false);
    }

    /// <summary>Ends the activation if it has been idle for its time. Called by the collector.</summary>
    public void CollectIfIdle(long now, TimeSpan age)
    {
        lock (this)
        {
            if (_state != ActivationState.Valid || _runningCount + _waitingCount != 0 || _ready is not null || _scheduled
                || now - _lastUse < age.TotalMilliseconds || _extras?.KeepUntil > now)
                return;
        }

        Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
    }

    /// <summary>A grain that lets an etag conflict escape has state that is not true: it starts anew.</summary>
    public void OnCallFailed(Exception failure)
    {
        if (failure is InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, failure, "The stored state was changed elsewhere."));
        }
    }

    /// <summary>Takes out calls whose callers have waited long enough.</summary>
    public void ExpireCalls(long now)
    {
        List<Call>? expired = null;
        lock (this)
        {
            for (var call = _firstWaiting; call is not null;)
            {
                var next = call.Next;
                if (call.Deadline <= now || call.IsSettled)
                {
                    RemoveWaiting(call);
                    (expired ??= []).Add(call);
                }

                call = next;
            }

            for (var call = _running; call is not null; call = call.Next)
            {
                if (call.Deadline <= now && !call.IsSettled)
                    (expired ??= []).Add(call);
            }
        }

        foreach (var call in expired ?? [])
            _engine.TimeOut(call);
    }

    /// <summary>Gives up on calls that do not end. The grain's code may still run, but nothing comes to it any more.</summary>
    public void Abandon(Exception reason)
    {
        foreach (var call in End(includeRunning: true))
            call.TryFail(reason);
    }

    /// <summary>The memory of the activation is gone at once, without a farewell; what was under way is never answered.</summary>
    public void Crash() => End(includeRunning: true);

    private void DeactivateWhenQuiet()
    {
        if (_state != ActivationState.Deactivating || _runningCount != 0 || Extras.Ending)
            return;
        Extras.Ending = true;
        PushReady((Action)BeginDeactivation);
    }

    private void BeginActivation() => _ = Activate();

    private async Task Activate()
    {
        try
        {
            using var limit = new CancellationTokenSource(_engine.Collection.ActivationTimeout, _engine.Time);
            _instance = _class.Create(this);
            if (_instance is ILifecycleParticipant<IGrainLifecycle> participant)
                participant.Participate(ObservableLifecycle);
            if (_extras?.States is { } states)
            {
                foreach (var state in states)
                    await state.Load(limit.Token);
            }

            if (_extras?.Lifecycle is { } lifecycle)
                await lifecycle.OnStart(limit.Token);
            if (_instance is IGrainBase grain)
            {
                var activating = grain.OnActivateAsync(limit.Token);
                if (!activating.IsCompletedSuccessfully)
                    await activating.WaitAsync(limit.Token);
            }
        }
        catch (Exception failure) // it belongs to those who called
        {
            _engine.Log.ActivationFailed(failure, GrainId);
            foreach (var call in End(includeRunning: false))
                call.TryFail(failure);
            await Release();
            return;
        }

        lock (this)
        {
            if (_state != ActivationState.Activating)
                return; // crashed or abandoned meanwhile
            _lastUse = _engine.Clock.Now;
            if (_extras?.Reason.ReasonCode is null or DeactivationReasonCode.None)
            {
                _state = ActivationState.Valid;
                StartWaiting();
            }
            else
            {
                Extras.WasValid = true;
                _state = ActivationState.Deactivating;
                DeactivateWhenQuiet();
            }
        }
    }

    private void BeginDeactivation() => _ = FinishDeactivation();

    private async Task FinishDeactivation()
    {
        var reason = Extras.Reason;
        DisposeTimers();
        if (Extras.WasValid)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(Extras.StopToken);
                await using var timer = _engine.Time.CreateTimer(
                    static state => ((CancellationTokenSource)state!).Cancel(), limit, _engine.Collection.DeactivationTimeout, Timeout.InfiniteTimeSpan);
                if (_instance is IGrainBase grain)
                    await grain.OnDeactivateAsync(reason, limit.Token).WaitAsync(limit.Token);
                if (_extras?.Lifecycle is { } lifecycle)
                    await lifecycle.OnStop(limit.Token);
            }
            catch (Exception failure) // the activation ends all the same
            {
                _engine.Log.DeactivationFailed(failure, GrainId);
            }
        }

        var waiting = End(includeRunning: false);
        await Release();
        foreach (var call in waiting)
            _engine.Redispatch(call);
    }

    /// <summary>The activation takes no more calls. Returns those it still had, in order of arrival.</summary>
    private List<Call> End(bool includeRunning)
    {
        var left = new List<Call>();
        lock (this)
        {
            if (_state == ActivationState.Ended)
                return left;
            _state = ActivationState.Ended;
            while (includeRunning && _running is { } running)
            {
                left.Add(running);
                Finish(running);
            }

            while (_firstWaiting is { } waiting)
            {
                RemoveWaiting(waiting);
                left.Add(waiting);
            }

            if (includeRunning)
            {
                _ready = null;
                _moreReady?.Clear();
            }
        }

        DisposeTimers();
        AbortStreams();
        _engine.Directory.Remove(this);
        return left;
    }

    private async Task Release()
    {
        try
        {
            if (_instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (_instance as IDisposable)?.Dispose();
            if (_scope is IAsyncDisposable scope)
                await scope.DisposeAsync();
        }
        catch (Exception failure)
        {
            _engine.Log.DeactivationFailed(failure, GrainId);
        }

        lock (this)
            Extras.Deactivated.TrySetResult();
    }

    private void AbortStreams()
    {
        IActivationStream[] streams;
        lock (this)
            streams = _extras?.Streams is { } open ? [.. open] : [];
        foreach (var stream in streams)
            stream.Abort();
    }
}
