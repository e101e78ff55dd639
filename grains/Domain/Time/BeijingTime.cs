namespace Federation.Domain.Time;

/// <summary>The law counts days in Beijing (UTC+8, no summer time since 1991); moments are kept with their offset.</summary>
public static class BeijingTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The Beijing date of a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The last moment of a Beijing day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MaxValue), Offset);

    /// <summary>The first moment of a Beijing day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>Today in Beijing.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOf(clock.GetUtcNow());

    /// <summary>A moment as Beijing wall time.</summary>
    public static DateTimeOffset InBeijing(this DateTimeOffset moment) => moment.ToOffset(Offset);
}
