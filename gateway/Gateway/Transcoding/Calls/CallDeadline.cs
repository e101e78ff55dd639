using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Gateway.Transcoding;

/// <summary>The time a caller gives, from the header <c>grpc-timeout</c>: up to eight digits and a unit, one of H M S m u n.</summary>
internal sealed class CallDeadline : IDisposable
{
    private const string Header = "grpc-timeout";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24); // what a timer holds

    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _either;

    private CallDeadline(HttpContext http, TimeSpan timeout)
    {
        var clock = http.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        At = clock.GetUtcNow().UtcDateTime + timeout;
        _timer = new CancellationTokenSource(timeout, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, http.RequestAborted);
    }

    /// <summary>Moment at which the time is over, UTC.</summary>
    public DateTime At { get; }

    /// <summary>True when it is over.</summary>
    public bool Passed => _timer.IsCancellationRequested;

    /// <summary>Cancelled when it is over, or when the caller has gone.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>Reads the header and starts the time.</summary>
    /// <returns>Null when the caller gives no limit.</returns>
    /// <exception cref="RequestRefusedException">The header is malformed.</exception>
    public static CallDeadline? Start(HttpContext http)
    {
        var text = http.Request.Headers[Header].ToString();
        if (text.Length == 0)
            return null;
        var timeout = Parse(text)
            ?? throw new RequestRefusedException(RestRules.WrongType.At(Header, $"{Header} 格式不对:{text}", $"{Header} is malformed: {text}"));
        return new CallDeadline(http, timeout < Longest ? timeout : Longest);
    }

    public void Dispose()
    {
        _either.Dispose();
        _timer.Dispose();
    }

    private static TimeSpan? Parse(string text)
    {
        if (text.Length is < 2 or > 9 || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return null;
        return text[^1] switch
        {
            'H' => TimeSpan.FromTicks(value * TimeSpan.TicksPerHour),
            'M' => TimeSpan.FromTicks(value * TimeSpan.TicksPerMinute),
            'S' => TimeSpan.FromTicks(value * TimeSpan.TicksPerSecond),
            'm' => TimeSpan.FromTicks(value * TimeSpan.TicksPerMillisecond),
            'u' => TimeSpan.FromTicks(value * TimeSpan.TicksPerMicrosecond),
            'n' => TimeSpan.FromTicks((value + 99) / 100),
            _ => null,
        };
    }
}
