using System.Globalization;
using Federation.Domain.Tests.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Tests.Time;

public sealed class BeijingTimeTests
{
    [Theory]
    [InlineData("2026-01-31T15:59:59.9999999Z", "2026-01-31")] // the last moment of the due date
    [InlineData("2026-01-31T16:00:00Z", "2026-02-01")] // midnight in Beijing
    [InlineData("2026-01-31T23:59:59+08:00", "2026-01-31")]
    [InlineData("2026-02-01T00:00:00+08:00", "2026-02-01")]
    [InlineData("2026-01-31T10:00:00-08:00", "2026-02-01")] // sent from afar
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")] // across the year
    [InlineData("1988-07-01T15:30:00Z", "1988-07-01")] // no summer time, also not where there was one
    public void DateOf_Moment_IsTheDayInBeijing(string moment, string day)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(Units.Day(day), BeijingTime.DateOf(at));
        Assert.Equal(Units.Day(day), new Stopped(at).Today());
        Assert.Equal(at, at.InBeijing());
        Assert.Equal(TimeSpan.FromHours(8), at.InBeijing().Offset);
    }

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at.ToUniversalTime();
    }
}
