using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Outbox;
using Federation.Contracts.Reports;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Outbox;

/// <summary>
/// Sends again what stands in the outbox too long: at the start whatever a crash left there, later whatever lost its way. A message sent
/// twice has no effect twice.
/// </summary>
public sealed partial class OutboxSweep(ILedger ledger, IReadModels readModels, IGrainFactory grains, TimeProvider clock, ILogger<OutboxSweep> log)
    : BackgroundService
{
    private const int PageSize = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            await TrySweep(DateTimeOffset.MaxValue, stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TrySweep(clock.GetUtcNow() - TooLong, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    /// <summary>Sends everything written before a moment once more.</summary>
    /// <returns>How many messages were sent.</returns>
    public async Task<int> Sweep(DateTimeOffset writtenBefore, CancellationToken ct)
    {
        var (sent, after) = (0, 0L);
        while (await ledger.ReadOutbox(after, PageSize, ct) is { IsEmpty: false } page)
        {
            after = page[^1].Position;
            foreach (var group in page.Where(m => m.At <= writtenBefore).GroupBy(m => m.Message.Receiver))
            {
                foreach (var pending in group.Where(m => m.Message.Kind == ContributionMessage.Kind))
                    sent += await Send(pending, ct);
            }
            ImmutableArray<Parcel> parcels = [.. page.Where(m => m.At <= writtenBefore && m.Message.Kind != ContributionMessage.Kind).Select(Parcel.From)];
            await Parcels.Send(grains, parcels);
            sent += parcels.Length;
        }
        if (sent > 0)
            SentAgain(log, sent);
        return sent;
    }

    private async Task TrySweep(DateTimeOffset writtenBefore, CancellationToken ct)
    {
        try
        {
            await Sweep(writtenBefore, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested) // a store that is down for a moment; nothing is lost, and the next time comes soon
        {
            NotSwept(log, e);
        }
    }

    private async Task<int> Send(PendingMessage pending, CancellationToken ct)
    {
        var (_, period) = GrainKeys.UnitAndPeriodOf(pending.Message.Receiver);
        var (unit, scope) = ContributionMessage.Read(pending.Message.Topic);
        if (await readModels.Contribution(unit, scope, period.ToString(), ct) is not { } row)
            return 0;
        await grains.GetGrain<IOutboxGrain>(GrainKeys.Outbox(pending.Message.Receiver)).Post([new Delivery([pending.Position], Contribution.From(row))]);
        return 1;
    }

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "{Count} messages found waiting in the outbox were sent again")]
    private static partial void SentAgain(ILogger log, int count);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "the outbox could not be swept, will try again")]
    private static partial void NotSwept(ILogger log, Exception e);
}
