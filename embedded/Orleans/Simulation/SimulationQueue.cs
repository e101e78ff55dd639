using Orleans;

namespace Federation.Embedded.Simulation;

/// <summary>Everything that will happen, by virtual time; what happens at the same time is put in an order drawn from the seed.</summary>
internal sealed class SimulationQueue
{
    private readonly PriorityQueue<Event, (long Due, int Drawn, long Order)> _events = new();
    private readonly Random _random;
    private readonly TimeSpan _patience;
    private readonly bool _keepTrace;
    private readonly List<string> _trace = [];
    private readonly SimulationContext _context;
    private long _order;
    private long _now;

    public SimulationQueue(int seed, SimulationOptions options)
    {
        _random = new Random(seed);
        _patience = options.OutsidePatience;
        _keepTrace = options.KeepTrace;
        Start = options.Start;
        _context = new SimulationContext(this);
    }

    public DateTimeOffset Start { get; }

    /// <summary>Ticks since the start.</summary>
    public long Now => Volatile.Read(ref _now);

    public IReadOnlyList<string> Trace => _trace;

    public ulong TraceHash { get; private set; } = 14695981039346656037ul;

    public long Ran { get; private set; }

    public int Draw(int below)
    {
        lock (_events)
            return _random.Next(below);
    }

    /// <summary>True with the chance given. No number is drawn for what cannot happen, nor for what must.</summary>
    public bool Chance(double chance)
    {
        if (chance <= 0)
            return false;
        lock (_events)
            return chance >= 1 || _random.NextDouble() < chance;
    }

    public TimeSpan DrawTime(TimeSpan longest)
    {
        lock (_events)
            return TimeSpan.FromTicks(_random.NextInt64(longest.Ticks + 1));
    }

    public Event Add(TimeSpan after, string what, Action action, bool onDriver = false)
    {
        var made = new Event(what, action, onDriver);
        lock (_events)
        {
            var due = after <= TimeSpan.Zero ? _now : _now + after.Ticks;
            _events.Enqueue(made, (due, _random.Next(), _order++));
            Monitor.Pulse(_events);
        }

        return made;
    }

    public void Note(string what)
    {
        lock (_events)
        {
            var line = $"{TimeSpan.FromTicks(_now):c} {what}";
            TraceHash = unchecked((TraceHash ^ StableHash.ComputeHash(line)) * 1099511628211ul);
            if (_keepTrace)
                _trace.Add(line);
        }
    }

    /// <summary>Runs the driver and all events until it has ended.</summary>
    /// <param name="driver">What the caller waits for.</param>
    /// <param name="grace">How long in real time to wait for code outside before virtual time jumps; none for drivers that stay inside.</param>
    public void RunUntilEnded(Func<Task> driver, TimeSpan grace)
    {
        var before = SynchronizationContext.Current;
        try
        {
            SynchronizationContext.SetSynchronizationContext(_context);
            var driving = driver();
            _ = driving.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (Take(driving, grace) is { } next)
                Run(next);
            driving.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private void Run(Event next)
    {
        Note(next.What);
        SynchronizationContext.SetSynchronizationContext(next.OnDriver ? _context : null);
        next.Action();
    }

    /// <summary>The next event; none when the driver has ended.</summary>
    private Event? Take(Task driving, TimeSpan grace)
    {
        lock (_events)
        {
            var mayJump = grace <= TimeSpan.Zero;
            while (!driving.IsCompleted)
            {
                if (!_events.TryPeek(out var next, out var at))
                {
                    // something outside may still come back; in code that keeps to its scheduler nothing can
                    if (!Monitor.Wait(_events, _patience) && !driving.IsCompleted)
                        throw new InvalidOperationException("Nothing is left to happen in the simulation, but its driver still waits.");
                }
                else if (next.Cancelled)
                {
                    _events.Dequeue();
                }
                else if (at.Due > _now && !mayJump)
                {
                    mayJump = !Monitor.Wait(_events, grace);
                }
                else
                {
                    _events.Dequeue();
                    Ran++;
                    Volatile.Write(ref _now, Math.Max(_now, at.Due));
                    return next;
                }
            }

            return null;
        }
    }

    private void Wake()
    {
        lock (_events)
            Monitor.Pulse(_events);
    }

    internal sealed class Event(string what, Action action, bool onDriver)
    {
        public string What => what;

        public Action Action => action;

        public bool OnDriver => onDriver;

        public bool Cancelled { get; set; }
    }
}

/// <summary>Brings the driver's own continuations back into the queue.</summary>
internal sealed class SimulationContext(SimulationQueue queue) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => queue.Add(TimeSpan.Zero, "driver", () => d(state), onDriver: true);

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;
}
