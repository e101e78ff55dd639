using Orleans.CodeGeneration;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>A timer whose ticks are turns of its activation. The next tick is set when the last has ended.</summary>
internal abstract class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _stopped = new();
    private readonly ITimer _timer;
    private TimeSpan _period;
    private bool _changed;
    private bool _ticking;

    protected GrainTimer(Activation activation, GrainTimerCreationOptions options)
    {
        Check(options.DueTime, nameof(options.DueTime));
        Check(options.Period, nameof(options.Period));
        _activation = activation;
        _options = options;
        _period = options.Period;
        using (ExecutionContext.SuppressFlow())
            _timer = activation.Engine.Time.CreateTimer(static self => ((GrainTimer)self!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public Activation Activation => _activation;

    public void Start() => _timer.Change(_options.DueTime, Timeout.InfiniteTimeSpan);

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        ObjectDisposedException.ThrowIf(_stopped.IsCancellationRequested, this);
        _period = period;
        _changed = true;
        _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        if (_stopped.IsCancellationRequested)
            return;
        _stopped.Cancel();
        _timer.Dispose();
        _activation.Forget(this);
    }

    protected abstract Task Invoke(CancellationToken cancellationToken);

    private static void Check(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
    }

    private void OnDue()
    {
        if (!_stopped.IsCancellationRequested && !_ticking)
        {
            _ticking = true;
            _activation.TryEnqueue(new Tick(this, _options));
        }
    }

    private async Task Run()
    {
        if (_stopped.IsCancellationRequested)
            return;
        _changed = false;
        try
        {
            await Invoke(_stopped.Token);
        }
        catch (Exception failure) // one failed tick does not end the timer
        {
            _activation.Engine.Log.TimerFailed(failure, _activation.GrainId);
        }

        _ticking = false;
        if (!_changed && !_stopped.IsCancellationRequested && _period != Timeout.InfiniteTimeSpan && _period > TimeSpan.Zero)
            _timer.Change(_period, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A tick stands in the queue like a call.</summary>
    private sealed class Tick : Call
    {
        private static readonly MethodShape TickShape = new(typeof(IGrainTimer), typeof(IDisposable).GetMethod(nameof(IDisposable.Dispose))!);
        private readonly GrainTimer _timer;
        private readonly bool _keepAlive;
        private Task? _running;

        public Tick(GrainTimer timer, GrainTimerCreationOptions options) : base(TickShape)
        {
            _timer = timer;
            _keepAlive = options.KeepAlive;
            Options = InvokeMethodOptions.OneWay | (options.Interleave ? InvokeMethodOptions.AlwaysInterleave : 0);
        }

        internal override bool CountsAsUse => _keepAlive;

        internal override bool IsLocal => true;

        internal override bool Run(Activation target)
        {
            _running = _timer.Run();
            if (_running.IsCompleted)
                return true;
            _running.GetAwaiter().UnsafeOnCompleted(() => target.EndTurnOf(this));
            return false;
        }

        protected override void Answer()
        {
        }

        protected override void AnswerWith(Exception failure)
        {
        }

        protected override void ForgetCaller()
        {
        }
    }
}

internal sealed class GrainTimer<TState>(
    Activation activation, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    : GrainTimer(activation, options)
{
    protected override Task Invoke(CancellationToken cancellationToken) => callback(state, cancellationToken);
}

// timers belong to the activation and go with it
internal sealed partial class Activation
{
    public IGrainTimer AddTimer<TState>(Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new GrainTimer<TState>(this, callback, state, options);
        lock (this)
            (Extras.Timers ??= []).Add(timer);
        timer.Start();
        return timer;
    }

    public void Forget(GrainTimer timer)
    {
        lock (this)
            _extras?.Timers?.Remove(timer);
    }

    private void DisposeTimers()
    {
        GrainTimer[] timers;
        lock (this)
            timers = _extras?.Timers is { } running ? [.. running] : [];
        foreach (var timer in timers)
            timer.Dispose();
    }
}
