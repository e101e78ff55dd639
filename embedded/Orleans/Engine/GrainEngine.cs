using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>The silo: brings calls to activations. Made once per host.</summary>
internal sealed class GrainEngine
{
    /// <summary>Calls per activation when no limit is configured: a queue is never without bound.</summary>
    private const int Ceiling = 100_000;

    private readonly ServiceLifetimes _lifetimes;
    private readonly Lazy<IIncomingGrainCallFilter[]> _incoming;
    private readonly Lazy<IOutgoingGrainCallFilter[]> _outgoing;
    private readonly bool _propagatesActivities;
    private volatile EngineState _state;

    public GrainEngine(
        IServiceProvider services,
        TimeProvider time,
        TurnScheduler turns,
        EngineLog log,
        ServiceLifetimes lifetimes,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        IOptions<GrainTypeOptions> types)
    {
        Services = services;
        Time = time;
        Turns = turns;
        Log = log;
        _lifetimes = lifetimes;
        Messaging = messaging.Value;
        Collection = collection.Value;
        Clock = new EngineClock(time, turns.KeepsTimeouts);
        SweepPeriod = TimeSpan.FromMilliseconds(Math.Clamp(Messaging.ResponseTimeout.TotalMilliseconds / 8, 20, 1000));
        Directory = new GrainDirectory(this);
        Classes = new GrainClasses(this, types.Value);
        Factory = new GrainFactory(this);
        _incoming = new(() => [.. services.GetServices<IIncomingGrainCallFilter>()]);
        _propagatesActivities = services.GetService<ActivityPropagation>() is not null;
        turns.Attach(this);
        _outgoing = new(() => [.. services.GetServices<IOutgoingGrainCallFilter>()]);
    }

    public IServiceProvider Services { get; }

    public TimeProvider Time { get; }

    public TurnScheduler Turns { get; }

    public EngineLog Log { get; }

    public SiloMessagingOptions Messaging { get; }

    public GrainCollectionOptions Collection { get; }

    public EngineClock Clock { get; }

    public TimeSpan SweepPeriod { get; }

    public GrainDirectory Directory { get; }

    public GrainClasses Classes { get; }

    public GrainFactory Factory { get; }

    public IIncomingGrainCallFilter[] IncomingFilters => _incoming.Value;

    public IOutgoingGrainCallFilter[] OutgoingFilters => _outgoing.Value;

    public EngineState State
    {
        get => _state;
        set => _state = value;
    }

    public bool IsSingleton(Type service) => _lifetimes.IsSingleton(service);

    /// <summary>Takes a call from its caller, with everything that must be noted where it is made.</summary>
    public void Send(Call call)
    {
        call.Source ??= Activation.Current;
        call.Context = RequestContext.Values;
        if (_propagatesActivities)
            call.Activity = Activity.Current;
        if (_state != EngineState.Running && !Accepts(call))
        {
            call.TryFail(new SiloUnavailableException($"The silo is {_state} and takes no call {call}."));
            return;
        }

        if (call.HasTimeout)
        {
            call.Deadline = Clock.Now + (long)(TimeoutOf(call) + SweepPeriod).TotalMilliseconds;
        }

        if (call.IsCancellable && call.GetCancellationToken() is { CanBeCanceled: true } token)
        {
            if (token.IsCancellationRequested)
            {
                call.TryFail(new OperationCanceledException(token));
                return;
            }

            var cancellation = new CallCancellation(call, token);
            call.Cancellation = cancellation;
            call.ReplaceCancellationToken(cancellation.InGrain);
            cancellation.Watch();
        }

        if (Turns.Intercepts)
            Turns.Deliver(this, call);
        else
            Dispatch(call);
    }

    /// <summary>Brings a call to the activation of its grain, making one if there is none.</summary>
    public void Dispatch(Call call)
    {
        var reference = call.Reference;
        if (reference.LastTarget is { } last && last.TryEnqueue(call))
            return;
        var grainClass = reference.Shape.Class;
        while (true)
        {
            var target = Directory.For(grainClass, reference.GrainId.Key);
            if (target.TryEnqueue(call))
            {
                if (grainClass.MaxWorkers == 0)
                    reference.LastTarget = target;
                return;
            }

            Directory.Remove(target); // it ended a moment ago
        }
    }

    /// <summary>A call that its activation could not take before it ended.</summary>
    public void Redispatch(Call call)
    {
        if (_state is EngineState.Stopped)
            call.TryFail(new SiloUnavailableException($"The silo is {_state} and takes no call {call}."));
        else if (call.IsLocal)
            return; // ends with its activation
        else
            Dispatch(call);
    }

    public TimeSpan TimeoutOf(Call call) => call.Shape.ResponseTimeout ?? Messaging.ResponseTimeout;

    public void TimeOut(Call call)
    {
        if (call.TryFail(new TimeoutException($"Response did not arrive on time in {TimeoutOf(call)} for message: {call}.")) && Messaging.CancelRequestOnTimeout)
            call.TryCancel();
    }

    public int LimitFor(GrainClass grainClass)
    {
        var limit = grainClass.MaxWorkers > 0 ? Messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker : Messaging.MaxEnqueuedRequestsHardLimit;
        return limit > 0 ? limit : Ceiling;
    }

    public LimitExceededException Overloaded(Activation activation, int count)
    {
        Log.Overloaded(activation.GrainId, count);
        return new LimitExceededException(
            activation.Class.MaxWorkers > 0
                ? nameof(SiloMessagingOptions.MaxEnqueuedRequestsHardLimit_StatelessWorker)
                : nameof(SiloMessagingOptions.MaxEnqueuedRequestsHardLimit),
            count,
            LimitFor(activation.Class),
            activation.ToString());
    }

    // while the silo goes down, grains may still ask each other so that running turns can end
    private bool Accepts(Call call) => _state is EngineState.Starting || (_state is EngineState.Stopping && call.Source is not null);
}

/// <summary>Present in the container when grains are to see the activities of their callers.</summary>
internal sealed class ActivityPropagation;

internal enum EngineState
{
    NotStarted,
    Starting,
    Running,
    Stopping,
    Stopped,
}
