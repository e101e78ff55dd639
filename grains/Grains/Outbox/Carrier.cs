using System.Collections.Immutable;
using Federation.Contracts.Outbox;
using Federation.Contracts.WorkPoints;

namespace Federation.Grains.Outbox;

/// <summary>Carries messages to the grain behind their address, by kind. Whoever comes twice has no effect twice: receivers see to that.</summary>
internal static class Carrier
{
    /// <summary>Delivers a batch; the receiver takes the messages out of the ledger's outbox with the act they lead to.</summary>
    /// <exception cref="FormatException">A kind that nobody takes, or a damaged message.</exception>
    public static Task Deliver(IGrainFactory grains, string receiver, ImmutableArray<Parcel> batch) =>
        batch.FirstOrDefault(p => p.Kind != DutyMessages.Receipts) is { } unknown
            ? throw new FormatException($"'{unknown.Kind}' is no message for {receiver}")
            : grains.GetGrain<IWorkPlanGrain>(receiver).TakeReceipts(new TakeReceipts([.. batch.Select(p => DutyMessages.ReadReceipts(p.Payload))], [], [.. batch.Select(p => p.Position)]));
}
