using System.Collections.Immutable;
using Federation.Contracts.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Outbox;

/// <summary>
/// Everything on its way to one receiver: in order, one batch at a time, again until it arrives. Key: outbox/ and the receiver's address. What
/// it holds stands in the ledger's outbox too, so losing it loses nothing.
/// </summary>
[Alias("federation.outbox-grain")]
public interface IOutboxGrain : IGrainWithStringKey
{
    /// <summary>Takes contributions to deliver; returns at once.</summary>
    [Alias("post"), OneWay, AlwaysInterleave]
    Task Post(ImmutableArray<Delivery> deliveries);

    /// <summary>Takes messages that each count for themselves; returns at once. One it holds already is not held twice.</summary>
    [Alias("send"), OneWay, AlwaysInterleave]
    Task Send(ImmutableArray<Parcel> parcels);
}
