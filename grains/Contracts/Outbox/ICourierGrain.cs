using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Federation.Contracts.Outbox;

/// <summary>
/// What one sender has on its way to many receivers: each receiver in order, many at once but never more than a window, again until it arrives; the
/// answers go back to the sender together. Key: courier/ and the sender's address. What it holds stands in the ledger's outbox until the answer is
/// recorded, so losing it loses nothing.
/// </summary>
[Alias("federation.courier-grain")]
public interface ICourierGrain : IGrainWithStringKey
{
    /// <summary>Takes messages to deliver; returns at once. One it holds already is not held twice.</summary>
    [Alias("send"), OneWay, AlwaysInterleave]
    Task Send(ImmutableArray<Parcel> parcels);
}
