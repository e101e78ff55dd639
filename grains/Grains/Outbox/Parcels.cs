using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Outbox;
using Federation.Domain.Ledger;

namespace Federation.Grains.Outbox;

/// <summary>Hands messages just recorded to the outboxes of their receivers.</summary>
internal static class Parcels
{
    /// <summary>Sends what an act has put into the ledger's outbox; what gets lost on this way the sweep sends again.</summary>
    /// <param name="grains">Where the outboxes are.</param>
    /// <param name="at">Moment of the act.</param>
    /// <param name="messages">As recorded.</param>
    /// <param name="positions">Their places in the outbox, in the same order.</param>
    public static async Task Send(IGrainFactory grains, DateTimeOffset at, ImmutableArray<NewMessage> messages, ImmutableArray<long> positions)
    {
        foreach (var group in messages.Zip(positions, (m, position) => Parcel.Of(position, at, m)).GroupBy(p => p.Receiver))
            await grains.GetGrain<IOutboxGrain>(GrainKeys.Outbox(group.Key)).Send([.. group]);
    }
}
