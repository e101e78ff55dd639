using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Findings;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Catalogs;

public sealed partial class EntryDraftGrain
{
    /// <inheritdoc />
    public async Task<Reply<DraftView>> Get(Subject by)
    {
        if (Denied(by, Permission.ReadRegisters) is { } denied)
            return Reply.Refuse<DraftView>(denied);
        var view = await View(by);
        if (view is { Round: 0, Present: null, Log.IsEmpty: true })
            return Reply.Refuse<DraftView>(ReviewRules.NoSuchDraft.At("entry", $"没有条目 {id}", $"there is no entry {id}"));
        return Reply.Of(view, [.. Found(view)]);
    }

    private static IEnumerable<Finding> Found(DraftView view)
    {
        if (view.Entry is { } entry && view.State is DraftState.Writing or DraftState.Returned)
        {
            foreach (var finding in EntryDraft.Check(entry))
                yield return finding;
        }
        if (view.Clash > 0)
            yield return CatalogRules.StaleRevision.At("revision", $"目录中已为第 {view.Clash} 次,本稿写于第 {view.BaseRevision} 次", $"the catalog holds revision {view.Clash}, this was written on {view.BaseRevision}");
        if (view is { Light: "late" or "done_late", LastDay: { } last })
            yield return ReviewRules.LimitPassed.At(EntryFields.FormedOn, $"公开时限至 {EntryFields.Text(last)},已超过", $"it was to be public by {EntryFields.Text(last)}");
    }

    private async Task<DraftView> View(Subject by)
    {
        var draft = Draft;
        var stored = await catalogs.Entry(unit, id, CancellationToken.None);
        var row = DraftRow.Of(unit, id, draft, LastDay(draft), clock.GetUtcNow());
        var mayReview = draft.State is DraftState.Review or DraftState.Withdrawing && Denied(by, Permission.ReviewEntries) is null && !draft.Reviewer(by).Any();
        return new DraftView(
            unit, id, draft.State, draft.Version, draft.Round, draft.Content, draft.Step, draft.Steps, draft.BaseRevision, stored?.Entry, stored?.Row.Revision ?? 0, draft.Clash, draft.Authors,
            draft.LastReturn is { } r ? new ReturnView(r.Step, r.Reason, r.Fields, r.By, r.At) : null,
            draft.Withheld is { } w ? new WithheldView(w.Reason, w.Basis, w.ReviewOn, w.By, w.At, w.LookDue) : null,
            draft.Withdrawal?.Reason ?? "", draft.Public?.On, row?.LastDay, row?.LastDay is { } last ? PublicationLimit.Light(last, draft.Public?.On, clock.Today(), unit, days) : "",
            [.. draft.Proposals.Where(p => p.Open).Select(p => new ValidityProposalView(p.Number, p.Catalog, p.From, p.Title, p.State, p.Since))], [.. journal.Acts.Select(Line)], mayReview);
    }

    private static DraftActView Line(Act<DraftEvent> act)
    {
        var (step, text, fields) = act.Event switch
        {
            DraftHandedIn e => ("", string.Join("、", e.Steps), ImmutableArray<string>.Empty),
            StepPassed e => (e.Step, e.Note, []),
            DraftReturned e => (e.Step, e.Reason, e.Fields),
            EntryWithheld e => ("", $"{e.Reason}({e.Basis})", []),
            LookFellDue e => ("", EntryFields.Text(e.On), []),
            EntryPublished e => ("", e.IndexNumber, []),
            EntryNotTaken e => ("", e.Reason, e.Fields),
            WithdrawalAsked e => (EntryDraft.WithdrawalStep, e.Reason, []),
            WithdrawalAgreed e => (EntryDraft.WithdrawalStep, e.Note, []),
            WithdrawalRefused e => (EntryDraft.WithdrawalStep, e.Reason, []),
            LimitPassed e => ("", EntryFields.Text(e.LastDay), []),
            ValidityProposed { Proposal: var p } => ("", $"{p.Title}:{p.State.Zh()}", []),
            ValidityDecided e => ("", e.Reason, []),
            _ => ("", "", ImmutableArray<string>.Empty),
        };
        return new DraftActView(DraftEventJson.Write(act.Event).Kind, act.At, act.Actor, step, text, fields);
    }
}
