using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Ledger;
using Federation.Grains.Journals;
using Federation.Grains.Outbox;

namespace Federation.Grains.Catalogs;

/// <summary>An entry before it is public that comes home with its unit's bundle.</summary>
public sealed partial class EntryDraftGrain
{
    /// <inheritdoc />
    public async Task<Reply<RestoredCount>> Restore(RestoreActs message)
    {
        if (Denied(message.By, Permission.SetCatalogs) is { } denied)
            return Reply.Refuse<RestoredCount>(denied);
        if (journal.Acts.Count != message.After)
            return Reply.Refuse<RestoredCount>(UnitBundleRules.HasHistory.At("unit"));
        var (last, whole) = (Draft, message.Acts.Sum(a => a.Events.Length) + journal.Acts.Count);
        foreach (var (act, happened) in message.Acts.SelectMany(a => a.Events.Select(e => (a, e))))
            last = last.Apply(DraftEventJson.Read(happened.Kind, happened.KindVersion, happened.Payload.AsMemory()), act.At, act.Actor);
        await ReadStandard(last.Content);
        ImmutableArray<DraftContentKept> texts = [.. message.Contents.Select(c => new DraftContentKept(Digest.Of(c.Bytes.AsSpan()), c.MediaType, c.Bytes.AsMemory()))];
        if (await journal.Restore(message.Acts, (after, act) => Restored(after, act, after.Version == message.After + 1 ? texts : [], whole)) is not { } messages)
            return Reply.Refuse<RestoredCount>(UnitBundleRules.NotRestored.At(this.GetPrimaryKeyString()));
        if (!messages.IsEmpty)
            await Parcels.Send(GrainFactory, clock.GetUtcNow(), outgoing, messages);
        return Reply.Of(new RestoredCount(journal.Acts.Count, true));
    }

    // Lists and dates as with every act. What was on its way to the catalog when the unit left is sent once more; the catalog answers a release that it knows as it did.
    private Along Restored(EntryDraft after, Act<DraftEvent> act, ImmutableArray<DraftContentKept> texts, int whole)
    {
        outgoing = after.Version == whole && EntryRelease.Of(id, after) is { } release
            ? [new NewMessage(this.GetPrimaryKeyString(), GrainKeys.Catalog(unit), "", EntryMessages.Released, EntryMessages.Write(release))]
            : [];
        return new([Dues(after), .. RowOf(after, act.At), .. texts], outgoing);
    }
}
