using Federation.Domain.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Time;

/// <summary>How a reference of the due table is woken.</summary>
/// <param name="Word">What stands before its first slash: <c>clock</c> of clock/500151/2026-3.</param>
/// <param name="Wake">Calls the grain; it asks the domain what is due, so a lost or doubled call changes nothing.</param>
public sealed record DueRoute(string Word, Func<IGrainFactory, string, Task> Wake);

/// <summary>
/// Wakes whatever is due. Every pass begins with the oldest row, so what fell into a time when nothing ran is caught up by the first pass; a row goes
/// only with the act that settled it, so a wake that was lost is repeated by the next pass, and one that came twice finds nothing to do.
/// </summary>
public sealed partial class DueScan(
    IDueTable dues, LoadedCalendar calendar, IGrainFactory grains, IEnumerable<DueRoute> routes, TimeProvider clock, ILogger<DueScan> log) : BackgroundService
{
    private const int PageSize = 500;
    private const int AtOnce = 16;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, DueRoute> byWord = routes.ToDictionary(r => r.Word);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await TryPass(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    /// <summary>Wakes everything due by now, however long ago.</summary>
    /// <returns>How many references were woken without a fault.</returns>
    public Task<int> Pass(CancellationToken ct) => Pass(DateTimeOffset.MinValue, ct);

    /// <summary>Wakes everything due since a moment.</summary>
    public async Task<int> Pass(DateTimeOffset since, CancellationToken ct)
    {
        await calendar.Load(ct);
        var until = clock.GetUtcNow();
        var woken = 0;
        DueRow? after = null;
        while (await dues.Due(since, until, after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1];
            foreach (var some in page.Select(row => row.Ref).Distinct().Chunk(AtOnce))
                woken += (await Task.WhenAll(some.Select(Wake))).Count(done => done);
        }
        return woken;
    }

    private async Task TryPass(CancellationToken ct)
    {
        try
        {
            await Pass(ct);
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException)
        {
            Missed(log, e); // the next pass finds the same rows
        }
    }

    private async Task<bool> Wake(string reference)
    {
        try
        {
            if (!byWord.TryGetValue(reference.Split('/')[0], out var route))
                throw new InvalidOperationException($"nothing is registered to wake {reference}");
            await route.Wake(grains, reference);
            return true;
        }
        catch (Exception e) // one that fails keeps no other from being woken, and stays due
        {
            NotWoken(log, reference, e);
            return false;
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Warning, Message = "{Reference} is due and could not be woken; the next pass tries again")]
    private static partial void NotWoken(ILogger log, string reference, Exception e);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Warning, Message = "a pass over what is due ended early; the next one begins anew")]
    private static partial void Missed(ILogger log, Exception e);
}
