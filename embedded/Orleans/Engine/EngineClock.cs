namespace Federation.Embedded.Engine;

/// <summary>Milliseconds since the start of the engine; read on every call, so the sweep moves it and reading costs nothing.</summary>
internal sealed class EngineClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long _now;

    /// <summary>As of the last sweep.</summary>
    public long Now => Volatile.Read(ref _now);

    public long Exact() => (long)time.GetElapsedTime(_start).TotalMilliseconds;

    public long Update()
    {
        var now = Exact();
        Volatile.Write(ref _now, now);
        return now;
    }
}
