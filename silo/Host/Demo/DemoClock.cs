namespace Federation.Host.Demo;

/// <summary>A clock that runs at its usual pace from a date of the demonstration, and can be set forward.</summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long offsetTicks = (start - System.GetUtcNow()).Ticks;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref offsetTicks));

    /// <summary>Sets the clock.</summary>
    public void SetTo(DateTimeOffset moment) => Interlocked.Exchange(ref offsetTicks, (moment - System.GetUtcNow()).Ticks);
}
