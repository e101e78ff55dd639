using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>
/// One grain in memory. It is its own task scheduler: whatever its grain awaits comes back here, and everything here
/// runs one turn at a time. Guarded by its own monitor; grain code never runs inside the lock.
/// </summary>
internal sealed partial class Activation : TaskScheduler, IThreadPoolWorkItem
{
    private readonly GrainEngine _engine;
    private readonly GrainClass _class;
    private readonly IdSpan _key;

    private object? _instance;
    private ActivationExtras? _extras;

    // turns that may run now; the first stands alone because there seldom is a second
    private object? _ready;
    private Queue<object>? _moreReady;

    // calls that run, and calls that must wait, in order of arrival
    private Call? _running;
    private Call? _blocking;
    private Call? _firstWaiting;
    private Call? _lastWaiting;
    private int _runningCount;
    private int _waitingCount;

    private long _lastUse;
    private ActivationState _state;
    private bool _scheduled;

    public Activation(GrainEngine engine, GrainClass grainClass, IdSpan key)
    {
        _engine = engine;
        _class = grainClass;
        _key = key;
        _lastUse = engine.Clock.Now;
    }

    public static new Activation? Current => TaskScheduler.Current as Activation;

    public GrainEngine Engine => _engine;

    public GrainClass Class => _class;

    public bool HasIncomingFilters => _engine.IncomingFilters.Length != 0 || _class.FiltersItself;

    public int Load => Volatile.Read(ref _runningCount) + Volatile.Read(ref _waitingCount);

    public bool IsBusy => Load != 0;

    private ActivationExtras Extras => _extras ??= new ActivationExtras();

    /// <summary>Takes a call into the queue. False when this activation has ended and another must take it.</summary>
    public bool TryEnqueue(Call call)
    {
        bool schedule;
        lock (this)
        {
            if (_state == ActivationState.Ended)
                return false;
            var limit = _engine.LimitFor(_class);
            if (!call.IsLocal && _runningCount + _waitingCount > limit)
                goto refuse;
            call.Target = this;
            if (_state == ActivationState.Valid && MayStart(call))
                Begin(call);
            else
                AddWaiting(call);
            schedule = NeedsScheduling();
        }

        if (schedule)
            _engine.Turns.Schedule(this, yielding: false);
        return true;

    refuse:
        call.TryFail(_engine.Overloaded(this, _runningCount + _waitingCount));
        return true;
    }

    /// <summary>A call that did not end within its own turn has ended.</summary>
    public void EndTurnOf(Call call)
    {
        bool schedule;
        lock (this)
        {
            Finish(call);
            schedule = NeedsScheduling();
        }

        if (schedule)
            _engine.Turns.Schedule(this, yielding: false);
        call.Reply();
    }

    // Everything below runs inside the lock.

    private bool NeedsScheduling()
    {
        if (_scheduled || (_ready is null && _state != ActivationState.Created))
            return false;
        _scheduled = true;
        return true;
    }

    private void Begin(Call call)
    {
        call.Place = CallPlace.Running;
        call.Previous = null;
        call.Next = _running;
        if (_running is not null)
            _running.Previous = call;
        _running = call;
        _runningCount++;
        if (_blocking is null && !call.AlwaysInterleaves)
            _blocking = call;
        PushReady(call);
    }

    private void Finish(Call call)
    {
        if (call.Place != CallPlace.Running)
            return;
        call.Place = CallPlace.None;
        if (call.Previous is null)
            _running = call.Next;
        else
            call.Previous.Next = call.Next;
        if (call.Next is not null)
            call.Next.Previous = call.Previous;
        call.Next = call.Previous = null;
        _runningCount--;
        if (ReferenceEquals(_blocking, call))
            _blocking = null;
        if (call.CountsAsUse)
            _lastUse = _engine.Clock.Now;
        if (_state == ActivationState.Valid)
            StartWaiting();
        else
            DeactivateWhenQuiet();
    }

    private void StartWaiting()
    {
        for (var call = _firstWaiting; call is not null;)
        {
            var next = call.Next;
            if (MayStart(call))
            {
                RemoveWaiting(call);
                Begin(call);
            }
            else if (_blocking is { IsReadOnly: false } && !_class.MayInterleaveByChoice && _extras?.ReentrantChains is null)
            {
                return; // nothing behind it may start either
            }

            call = next;
        }
    }

    private bool MayStart(Call call)
    {
        if (_runningCount == 0 || _blocking is null || call.AlwaysInterleaves || _class.IsReentrant)
            return true;
        if (_blocking.IsReadOnly && call.IsReadOnly)
            return true;
        if (_extras?.ReentrantChains is { } chains && call.Context?.GetValueOrDefault(RequestContext.ReentrancyKey) is Guid chain
            && chains.ContainsKey(chain))
            return true;
        return _class.MayInterleaveByChoice && (_class.MayInterleave(_instance, call) || _class.MayInterleave(_instance, _blocking));
    }

    private void AddWaiting(Call call)
    {
        call.Place = CallPlace.Waiting;
        call.Next = null;
        call.Previous = _lastWaiting;
        if (_lastWaiting is null)
            _firstWaiting = call;
        else
            _lastWaiting.Next = call;
        _lastWaiting = call;
        _waitingCount++;
    }

    private void RemoveWaiting(Call call)
    {
        if (call.Previous is null)
            _firstWaiting = call.Next;
        else
            call.Previous.Next = call.Next;
        if (call.Next is null)
            _lastWaiting = call.Previous;
        else
            call.Next.Previous = call.Previous;
        call.Next = call.Previous = null;
        call.Place = CallPlace.None;
        _waitingCount--;
    }

    private void PushReady(object turn)
    {
        if (_ready is null)
            _ready = turn;
        else
            (_moreReady ??= new Queue<object>(2)).Enqueue(turn);
    }

    private object? TakeReady()
    {
        var turn = _ready;
        _ready = _moreReady is { Count: > 0 } more ? more.Dequeue() : null;
        return turn;
    }
}

/// <summary>Where an activation is in its life.</summary>
internal enum ActivationState : byte
{
    Created,
    Activating,
    Valid,
    Deactivating,
    Ended,
}
