using System.Collections.Immutable;
using Federation.Contracts.Catalogs;
using Federation.Contracts.Obligations;
using Federation.Contracts.Outbox;
using Federation.Contracts.WorkPoints;

namespace Federation.Grains.Outbox;

/// <summary>Carries messages to the grain behind their address, by kind. Whoever comes twice has no effect twice: receivers see to that.</summary>
internal static class Carrier
{
    /// <summary>Delivers a batch; the receiver takes the messages out of the ledger's outbox with the act they lead to.</summary>
    /// <exception cref="FormatException">A kind that nobody takes, or a damaged message.</exception>
    public static Task Deliver(IGrainFactory grains, string receiver, ImmutableArray<Parcel> batch)
    {
        var kinds = batch.Select(p => p.Kind).Distinct().ToList();
        return (receiver.Split('/')[0], kinds) switch
        {
            ("plan", [DutyMessages.Receipts]) =>
                grains.GetGrain<IWorkPlanGrain>(receiver).TakeReceipts(new TakeReceipts([.. batch.Select(p => DutyMessages.ReadReceipts(p.Payload))], [], [.. batch.Select(p => p.Position)])),
            ("catalog", [EntryMessages.Released]) => Release(grains, receiver, batch),
            ("duties", [EntryMessages.Document]) => grains.GetGrain<IObligationBookGrain>(receiver).TakeDocuments(
                new TakeDocuments([.. batch.Select(p => EntryMessages.ReadDocument(p.Payload, p.SentAt))], [.. batch.Select(p => p.Position)])),
            ("entry", [EntryMessages.Validity]) => Propose(grains, receiver, batch),
            _ => throw new FormatException($"'{string.Join(", ", kinds)}' is no message for {receiver}"),
        };
    }

    // The message is settled with the recording of the answer at the draft: whatever breaks in between is released and answered once more.
    private static async Task Release(IGrainFactory grains, string receiver, ImmutableArray<Parcel> batch)
    {
        ImmutableArray<ReleaseEntry> releases = [.. batch.Select(p => EntryMessages.ReadRelease(p.Payload))];
        var answers = (await grains.GetGrain<ICatalogGrain>(receiver).Release(new ReleaseEntries(releases))).Answers;
        for (var i = 0; i < batch.Length; i++)
        {
            await grains.GetGrain<IEntryDraftGrain>(batch[i].Sender)
                .Settle(new SettleRelease(releases[i].Round, answers[i].Result, answers[i].IndexNumber, answers[i].PublishedOn, batch[i].Position));
        }
    }

    private static async Task Propose(IGrainFactory grains, string receiver, ImmutableArray<Parcel> batch)
    {
        foreach (var parcel in batch)
            await grains.GetGrain<IEntryDraftGrain>(receiver).Propose(EntryMessages.ReadValidity(parcel.Payload, parcel.Position));
    }
}
