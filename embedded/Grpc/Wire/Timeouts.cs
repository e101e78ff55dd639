using System.Globalization;

namespace Grpc.Wire;

/// <summary>The grammar of <c>grpc-timeout</c>: at most eight digits and a unit.</summary>
internal static class Timeouts
{
    private const long MaxDigits = 99_999_999;

    /// <summary>The longest due time a timer of the runtime takes.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    public static bool TryParse(string? text, out TimeSpan timeout)
    {
        timeout = default;
        if (text is null || text.Length is < 2 or > 9)
            return false;
        if (!long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return false;
        long? ticks = text[^1] switch
        {
            'H' => value * TimeSpan.TicksPerHour,
            'M' => value * TimeSpan.TicksPerMinute,
            'S' => value * TimeSpan.TicksPerSecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'u' => value * TimeSpan.TicksPerMicrosecond,
            'n' => (value + 99) / 100, // rounded up: a deadline may be late by a tick, never early
            _ => null,
        };
        timeout = new TimeSpan(ticks ?? 0);
        return ticks is not null;
    }

    /// <summary>The finest unit whose digits suffice.</summary>
    public static string Format(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero)
            return "1n";
        var microseconds = Math.Max(1, timeout.Ticks / TimeSpan.TicksPerMicrosecond);
        if (microseconds <= MaxDigits)
            return Text(microseconds, 'u');
        if (microseconds / 1_000 <= MaxDigits)
            return Text(microseconds / 1_000, 'm');
        if (microseconds / 1_000_000 <= MaxDigits)
            return Text(microseconds / 1_000_000, 'S');
        return Text(Math.Min(MaxDigits, microseconds / 60_000_000), 'M');
    }

    private static string Text(long value, char unit) => string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
}
