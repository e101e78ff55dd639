namespace Federation.Cli.Tests.Support;

/// <summary>The date stands still where a test puts it; timers run as ever.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Today { get; set; } = new(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8));

    public override DateTimeOffset GetUtcNow() => Today.ToUniversalTime();
}

/// <summary>Pauses pass at once; how long each would have been is kept.</summary>
internal sealed class HurriedClock : TimeProvider
{
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            Pauses.Add(dueTime);
        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
