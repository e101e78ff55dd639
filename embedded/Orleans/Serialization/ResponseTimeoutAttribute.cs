using System.Globalization;

namespace Orleans;

/// <summary>How long a caller of this method waits for the answer, instead of the configured time.</summary>
/// <param name="timeout">As <see cref="TimeSpan"/> is written, for example "00:00:05".</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ResponseTimeoutAttribute(string timeout) : Attribute
{
    public TimeSpan? Timeout { get; init; } = TimeSpan.Parse(timeout, CultureInfo.InvariantCulture);
}
