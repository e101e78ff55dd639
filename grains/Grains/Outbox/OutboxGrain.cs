using System.Collections.Immutable;
using Federation.Contracts.Outbox;
using Federation.Contracts.Reports;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Outbox;

/// <summary>
/// Everything on its way to one receiver. Of the contributions of one part only the newest is sent, other messages each in order of position;
/// one batch is under way at a time, so a surge reaches the receiver as a few large calls. A failure keeps the batch and waits longer each time.
/// </summary>
[GrainType("outbox")]
public sealed partial class OutboxGrain(ILogger<OutboxGrain> log) : Grain, IOutboxGrain
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private const int LargestBatch = 1000;
    private readonly Dictionary<(UnitId Unit, ContributionScope Scope), Delivery> waiting = [];
    private readonly SortedDictionary<long, Parcel> parcels = [];
    private bool sending;
    private TimeSpan pause = FirstPause;

    private string Receiver => this.GetPrimaryKeyString()["outbox/".Length..];

    /// <inheritdoc />
    public Task Post(ImmutableArray<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
            Keep(delivery);
        return sending ? Task.CompletedTask : Deliver();
    }

    /// <inheritdoc />
    public Task Send(ImmutableArray<Parcel> parcels)
    {
        foreach (var parcel in parcels)
            this.parcels[parcel.Position] = parcel;
        return sending ? Task.CompletedTask : Deliver();
    }

    private async Task Deliver()
    {
        sending = true;
        try
        {
            while (waiting.Count + parcels.Count > 0)
            {
                if (!await NextDelivered())
                    return;
            }
        }
        finally
        {
            sending = false;
        }
    }

    private async Task<bool> NextDelivered()
    {
        ImmutableArray<Delivery> contributions = [.. waiting.Values];
        ImmutableArray<Parcel> batch = [.. parcels.Values.Take(LargestBatch)];
        waiting.Clear();
        try
        {
            if (!contributions.IsEmpty)
                await GrainFactory.GetGrain<IRollUpGrain>(Receiver).Contribute(contributions);
            contributions = [];
            if (!batch.IsEmpty)
                await Carry(batch);
            pause = FirstPause;
            return true;
        }
        catch (Exception e) // whatever kept it away, it stays here and in the ledger's outbox
        {
            Undelivered(log, Receiver, contributions.Length + batch.Length, pause.TotalSeconds, e);
            foreach (var delivery in contributions)
                Keep(delivery);
            Retry();
            return false;
        }
    }

    private async Task Carry(ImmutableArray<Parcel> batch)
    {
        await Carrier.Deliver(GrainFactory, Receiver, batch);
        foreach (var parcel in batch)
            parcels.Remove(parcel.Position);
    }

    private void Keep(Delivery delivery)
    {
        var key = (delivery.Contribution.Unit, delivery.Contribution.Scope);
        waiting[key] = waiting.TryGetValue(key, out var same) ? Newest(same, delivery) : delivery;
    }

    private static Delivery Newest(Delivery a, Delivery b) =>
        new(a.Positions.AddRange(b.Positions), a.Contribution.Version >= b.Contribution.Version ? a.Contribution : b.Contribution);

    private void Retry()
    {
        this.RegisterGrainTimer(
            static (grain, _) => grain.sending ? Task.CompletedTask : grain.Deliver(),
            this,
            new GrainTimerCreationOptions(pause, Timeout.InfiniteTimeSpan) { Interleave = true });
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning, Message = "{Receiver}: {Count} messages not delivered, next try in {Seconds} s")]
    private static partial void Undelivered(ILogger log, string receiver, int count, double seconds, Exception e);
}
