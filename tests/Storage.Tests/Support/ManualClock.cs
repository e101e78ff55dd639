namespace Federation.Storage.Tests.Support;

/// <summary>A clock that stands still; its timers fire when the test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];

    public override DateTimeOffset GetUtcNow() => Acts.At.ToUniversalTime();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state));
        lock (gate)
            timers.Add(timer);
        return timer;
    }

    /// <summary>Fires every timer not stopped, whatever its time.</summary>
    public void FireAll()
    {
        List<ManualTimer> due;
        lock (gate)
            due = [.. timers];
        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class ManualTimer(Action fire) : ITimer
    {
        private volatile bool stopped;

        public void Fire()
        {
            if (!stopped)
                fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !stopped;

        public void Dispose() => stopped = true;

        public ValueTask DisposeAsync()
        {
            stopped = true;
            return ValueTask.CompletedTask;
        }
    }
}
