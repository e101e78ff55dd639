using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;

namespace Federation.Grains.Catalogs;

/// <summary>The catalog of a unit. Key: catalog/unit.</summary>
[GrainType("catalog")]
public sealed partial class CatalogGrain(ILedger ledger, ICatalogReads reads, IDivisions divisions, TimeProvider clock, IReviewReads? review = null) : Grain, ICatalogGrain
{
    private const int Attempts = 4;
    private CatalogJournal? journal;

    private CatalogJournal Journal => journal ?? throw new InvalidOperationException("not activated");

    private CatalogHead Head => Journal.Head;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        journal = new CatalogJournal(GrainKeys.UnitOf(this.GetPrimaryKeyString()), ledger, reads, GrainFactory, clock);
        return journal.Open(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<PushReceipt>> Push(PushEntries message)
    {
        if (Permissions.Check(message.By, message.DryRun ? Permission.KeepCatalog : Permission.PushEntries, Head.Unit, divisions.Today) is { } denied)
            return Reply.Refuse<PushReceipt>(denied);
        ImmutableArray<ContentKept> contents = [.. message.Contents.Select(c => new ContentKept(Digest.Of(c.Bytes.AsSpan()), c.MediaType, c.Bytes.AsMemory()))];
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var context = await Context(message, contents);
            var decision = CatalogPush.Decide(message.Changes, context);
            if (decision.Events.IsEmpty || message.DryRun)
                return Reply.Of(Receipt(decision.Results, false, 0));
            switch (await Journal.Record(message.By.Actor, message.RequestId, decision.Events, context.Rows, Named(contents, decision.Events)))
            {
                case AppendOutcome.Recorded:
                    return Reply.Of(Receipt(decision.Results, false, decision.Events.OfType<RemovalsHeld>().FirstOrDefault()?.Hold ?? 0));
                case AppendOutcome.Repeated:
                    return await Repeated(message);
            }
        }
        throw new LedgerUnavailableException($"catalog {Head.Unit} moved on {Attempts} times while one batch was decided");
    }

    /// <inheritdoc />
    public async Task<Reply<CatalogView>> DecideRemovals(DecideRemovals message)
    {
        if (Permissions.Check(message.By, Permission.ConfirmRemovals, Head.Unit, divisions.Today) is { } denied)
            return Reply.Refuse<CatalogView>(denied);
        var waiting = Head.Holds.FirstOrDefault(h => h.Number == message.Hold)?.Entries ?? [];
        var rows = (await reads.Rows(Head.Unit, waiting, CancellationToken.None)).ToImmutableDictionary(r => r.Id);
        var (events, findings) = RemovalGuard.Decide(Head, rows, message.Hold, message.Confirm, message.Reason, message.By.Actor);
        return findings.IsEmpty ? await Done(message.By, message.RequestId, events, rows) : Reply.Refuse<CatalogView>(findings);
    }

    /// <inheritdoc />
    public async Task<Reply<CatalogView>> Set(SetCatalog message)
    {
        if (Permissions.Check(message.By, Permission.SetCatalogs, Head.Unit, divisions.Today) is { } denied)
            return Reply.Refuse<CatalogView>(denied);
        if (RemovalGuard.Check(message.Settings) is { IsEmpty: false } wrong)
            return Reply.Refuse<CatalogView>(wrong);
        return await Done(message.By, message.RequestId, [new CatalogSettingsChanged(message.Settings)], ImmutableDictionary<EntryId, EntryRow>.Empty);
    }

    /// <inheritdoc />
    public async Task<Reply<CatalogView>> Restore(RestoreActs message)
    {
        if (Permissions.Check(message.By, Permission.SetCatalogs, Head.Unit, divisions.Today) is { } denied)
            return Reply.Refuse<CatalogView>(denied);
        if (Head.Seq != message.After)
            return Reply.Refuse<CatalogView>(UnitBundleRules.HasHistory.At("unit"));
        ImmutableArray<ContentKept> contents = [.. message.Contents.Select(c => new ContentKept(Digest.Of(c.Bytes.AsSpan()), c.MediaType, c.Bytes.AsMemory()))];
        foreach (var act in message.Acts)
        {
            if (await Journal.Restore(act, contents) != AppendOutcome.Recorded)
                return Reply.Refuse<CatalogView>(UnitBundleRules.NotRestored.At(this.GetPrimaryKeyString()));
            contents = [];
        }
        return Reply.Of(View());
    }

    /// <inheritdoc />
    public Task<CatalogView> Get() => Task.FromResult(View());

    private async Task<Reply<CatalogView>> Done(Subject by, string requestId, ImmutableArray<CatalogEvent> events, ImmutableDictionary<EntryId, EntryRow> rows) =>
        await Journal.Record(by.Actor, requestId, events, rows, []) switch
        {
            AppendOutcome.Conflict => throw new LedgerUnavailableException($"catalog {Head.Unit} moved on while an act was decided"),
            _ => Reply.Of(View()), // recorded now, or before under the same request id
        };

    // A batch whose request id was recorded before changes nothing, even where the entries have changed since.
    private async Task<Reply<PushReceipt>> Repeated(PushEntries message)
    {
        var rows = (await reads.Rows(Head.Unit, [.. message.Changes.Select(c => c.Id)], CancellationToken.None)).ToImmutableDictionary(r => r.Id);
        if (message.Changes.All(c => !rows.ContainsKey(c.Id)))
            return Reply.Refuse<PushReceipt>(ReportRules.RequestIdReused.At("request_id"));
        return Reply.Of(Receipt([.. message.Changes.Select(c => new EntryResult(c.Id, EntryOutcome.Unchanged, rows.GetValueOrDefault(c.Id)?.Revision ?? 0, rows.GetValueOrDefault(c.Id)?.Seq ?? 0, []))], true, 0));
    }

    private async Task<PushContext> Context(PushEntries message, ImmutableArray<ContentKept> contents)
    {
        var rows = await reads.Rows(Head.Unit, [.. message.Changes.Select(c => c.Id).Distinct()], CancellationToken.None);
        ImmutableArray<string> numbers = [.. message.Changes.Select(c => c.Entry?.IndexNumber ?? "").Where(n => n.Length > 0).Distinct()];
        var owners = numbers.IsEmpty ? ImmutableDictionary<string, EntryId>.Empty : await reads.IndexOwners(Head.Unit, numbers, CancellationToken.None);
        return new PushContext(Head, rows.ToImmutableDictionary(r => r.Id), owners, message.Origin, message.ApprovedBy, clock.Today())
        {
            Missing = await Missing(message.Changes.Select(c => c.Entry).OfType<CatalogEntry>(), contents),
        };
    }

    // What entries name and nobody has: looked up only for what does not come along.
    private async Task<ImmutableHashSet<Digest>> Missing(IEnumerable<CatalogEntry> entries, ImmutableArray<ContentKept> along)
    {
        var open = entries.SelectMany(e => e.Named).Except(along.Select(c => c.Hash)).ToImmutableHashSet();
        return open.IsEmpty ? open : open.Except((await reads.Sizes(open, CancellationToken.None)).Keys);
    }

    private static IEnumerable<ContentKept> Named(ImmutableArray<ContentKept> contents, ImmutableArray<CatalogEvent> events)
    {
        if (contents.IsEmpty)
            return [];
        var named = events.OfType<EntryPut>().SelectMany(p => p.Entry.Named).ToHashSet();
        return contents.Where(c => named.Contains(c.Hash)).DistinctBy(c => c.Hash);
    }

    private PushReceipt Receipt(ImmutableArray<EntryResult> results, bool repeated, int hold) => new(Head.Seq, Head.Whole.Digest, repeated, hold, results);

    private CatalogView View() => new(
        Head.Seq, Head.Whole.Count, Head.Whole.Digest, Head.ChangedAt, Head.Settings, [.. Head.Holds.Select(h => new HoldView(h.Number, h.Entries, h.Reason, h.Origin, h.By, h.At))]);
}
