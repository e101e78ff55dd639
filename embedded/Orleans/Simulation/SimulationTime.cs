namespace Federation.Embedded.Simulation;

/// <summary>Virtual time: its timers are events of the simulation.</summary>
internal sealed class SimulationTime(SimulationQueue queue) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => queue.Start + TimeSpan.FromTicks(queue.Now);

    public override long GetTimestamp() => queue.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(queue, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class VirtualTimer(SimulationQueue queue, TimerCallback callback, object? state) : ITimer
    {
        private SimulationQueue.Event? _next;
        private TimeSpan _period;
        private bool _disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (_disposed)
                return false;
            _next?.Cancelled = true;
            _period = period;
            _next = dueTime == Timeout.InfiniteTimeSpan ? null : queue.Add(dueTime, "timer", Tick);
            return true;
        }

        public void Dispose()
        {
            _disposed = true;
            _next?.Cancelled = true;
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        private void Tick()
        {
            _next = _period > TimeSpan.Zero && !_disposed ? queue.Add(_period, "timer", Tick) : null;
            callback(state);
        }
    }
}
