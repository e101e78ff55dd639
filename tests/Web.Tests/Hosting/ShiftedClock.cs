namespace Federation.Web.Tests.Hosting;

/// <summary>A clock that runs as the system's does, but began on a day of the test's choice and can be set ahead.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public ShiftedClock(DateTimeOffset start) => Set(start);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref shift, (now - System.GetUtcNow()).Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));
}
