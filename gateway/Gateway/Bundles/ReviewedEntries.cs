using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Documents.Catalogs.Import;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Gateway.Bundles;

/// <summary>
/// A person's entries: what the catalog would take is handed in, and what is to go is asked for, so that others review both before anything is public (条例第十七条).
/// </summary>
/// <param name="grains">Where drafts live.</param>
/// <param name="reviews">What others have in hand.</param>
/// <param name="asked">Says what the catalog would do, and records nothing.</param>
/// <param name="by">Who.</param>
/// <param name="unit">Whose.</param>
/// <param name="file">The file.</param>
internal sealed class ReviewedEntries(IGrainFactory grains, IReviewReads reviews, PushedEntries asked, Subject by, UnitId unit, EntryFile file) : IEntryWay
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <inheritdoc />
    public async Task<SentEntries> Send(ImmutableArray<EntryChange> changes)
    {
        var sent = await asked.Send(changes);
        var inHand = (await reviews.DraftsOf(unit, [.. changes.Select(c => c.Id)], CancellationToken.None)).ToDictionary(r => r.Id);
        var results = sent.Results.ToArray();
        var wanted = changes.DistinctBy(c => c.Id).ToDictionary(c => c.Id);
        await Parallel.ForEachAsync(Enumerable.Range(0, results.Length), AtOnce, async (i, _) =>
        {
            if (results[i].Outcome is EntryOutcome.Recorded or EntryOutcome.Held)
                results[i] = await HandIn(wanted[results[i].Id], results[i], inHand.GetValueOrDefault(results[i].Id));
        });
        return sent with { Results = [.. results], Hold = 0 };
    }

    private async ValueTask<EntryResult> HandIn(EntryChange change, EntryResult would, DraftRow? inHand)
    {
        var waits = would with { Outcome = EntryOutcome.Held, Seq = 0 };
        if (inHand is not null && !EntryDraft.Writable(inHand.State))
        {
            return Asks(change, inHand)
                ? waits
                : would with { Outcome = EntryOutcome.Refused, Seq = 0, Findings = would.Findings.Add(EntryDraft.Not(inHand.State, change.Entry is null ? "申请撤回" : "起草", change.Entry is null ? "withdrawn" : "written")) };
        }
        if (change.Entry is not null && EntryDraft.Check(change.Entry) is var wrong && wrong.Any(f => f.Blocks))
            return would with { Outcome = EntryOutcome.Refused, Seq = 0, Findings = Joined(would.Findings, wrong) };
        if (!file.Push)
            return waits;
        var reply = change.Entry is null ? await Withdraw(change) : await Write(change, change.Entry, would.Revision - 1);
        return reply.Refused ? would with { Outcome = EntryOutcome.Refused, Seq = 0, Findings = Joined(would.Findings, reply.Findings) } : waits;
    }

    private static ImmutableArray<Finding> Joined(ImmutableArray<Finding> some, ImmutableArray<Finding> more) => [.. some.Concat(more).DistinctBy(f => (f.Code, f.Where))];

    // The same file a second time asks for nothing new.
    private static bool Asks(EntryChange change, DraftRow inHand) => change.Entry is null
        ? inHand.State is DraftState.Withdrawing or DraftState.Leaving
        : inHand.State is DraftState.Review or DraftState.Released && inHand.Hash == change.Entry.Hash;

    private async Task<Reply<DraftView>> Write(EntryChange change, CatalogEntry entry, long revision)
    {
        var draft = Draft(change.Id);
        var saved = await draft.Save(new SaveDraft(Requests.RequestIdOf(file.RequestId, "save", change.Id.Value), by, entry, null, revision, []));
        return saved.Refused ? saved : await draft.HandIn(new HandInDraft(Requests.RequestIdOf(file.RequestId, "hand-in", change.Id.Value), by, null));
    }

    private Task<Reply<DraftView>> Withdraw(EntryChange change) =>
        Draft(change.Id).Withdraw(new WithdrawPublic(Requests.RequestIdOf(file.RequestId, "withdraw", change.Id.Value), by, change.Reason));

    private IEntryDraftGrain Draft(EntryId id) => grains.GetGrain<IEntryDraftGrain>(GrainKeys.Entry(unit, id));
}
