using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Outbox;
using Federation.Domain.Ledger;

namespace Federation.Grains.Outbox;

/// <summary>Hands messages just recorded to the outboxes of their receivers.</summary>
internal static class Parcels
{
    private const int LargestPart = 1000;

    /// <summary>Sends what an act has put into the ledger's outbox; what gets lost on this way the sweep sends again.</summary>
    /// <param name="grains">Where the outboxes are.</param>
    /// <param name="at">Moment of the act.</param>
    /// <param name="messages">As recorded.</param>
    /// <param name="positions">Their places in the outbox, in the same order.</param>
    public static async Task Send(IGrainFactory grains, DateTimeOffset at, ImmutableArray<NewMessage> messages, ImmutableArray<long> positions)
    {
        await Send(grains, messages.Zip(positions, (m, position) => Parcel.Of(position, at, m)));
    }

    /// <summary>Sends what goes to many by the courier of its sender, everything else by the outbox of its receiver.</summary>
    public static async Task Send(IGrainFactory grains, IEnumerable<Parcel> parcels)
    {
        foreach (var group in parcels.GroupBy(p => p.Kind == DutyMessages.Issued ? GrainKeys.Courier(p.Sender) : GrainKeys.Outbox(p.Receiver)))
        {
            foreach (var part in group.Chunk(LargestPart))
                await Send(grains, group.Key, [.. part]);
        }
    }

    private static Task Send(IGrainFactory grains, string key, ImmutableArray<Parcel> parcels) =>
        parcels[0].Kind == DutyMessages.Issued ? grains.GetGrain<ICourierGrain>(key).Send(parcels) : grains.GetGrain<IOutboxGrain>(key).Send(parcels);
}
