using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Grains.Journals;
using Federation.Grains.Outbox;

namespace Federation.Grains.Catalogs;

/// <summary>An entry before it is public. Key: entry/unit/id.</summary>
[GrainType("entry-draft")]
public sealed partial class EntryDraftGrain(ILedger ledger, ICatalogReads catalogs, IStandardReads standards, IDueTable dues, IDivisions divisions, IWorkingDays days, TimeProvider clock)
    : Grain, IEntryDraftGrain
{
    private readonly Journal<EntryDraft, DraftEvent, DraftStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private EntryId id = null!;
    private string standardLimit = "";
    private ImmutableArray<DraftContentKept> contents = []; // of the save under way
    private ImmutableArray<long> absorbed = []; // of the message under way
    private ImmutableArray<NewMessage> outgoing = []; // of the act recorded last

    private EntryDraft Draft => journal.State;

    private string System => $"system@{unit}";

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (unit, id) = GrainKeys.UnitAndEntryOf(this.GetPrimaryKeyString());
        await journal.Open(this.GetPrimaryKeyString(), cancellationToken);
        await ReadStandard(Draft.Content);
    }

    /// <inheritdoc />
    public async Task<Reply<DraftView>> Save(SaveDraft message)
    {
        if (Denied(message.By, Permission.KeepCatalog) is { } denied)
            return Reply.Refuse<DraftView>(denied);
        var revision = (await Row())?.Revision ?? 0;
        await ReadStandard(message.Entry);
        var named = message.Entry.Named.ToHashSet();
        contents = [.. message.Contents.Select(c => new DraftContentKept(Digest.Of(c.Bytes.AsSpan()), c.MediaType, c.Bytes.AsMemory())).Where(c => named.Contains(c.Hash)).DistinctBy(c => c.Hash)];
        try
        {
            return await Commit(
                message.By, message.RequestId, draft => draft.Save(message.Entry, message.ExpectedVersion, message.SeenRevision, revision), e => e is DraftSaved s && s.Content.SameAs(message.Entry));
        }
        finally
        {
            contents = [];
        }
    }

    /// <inheritdoc />
    public async Task<Reply<DraftView>> HandIn(HandInDraft message)
    {
        if (Denied(message.By, Permission.KeepCatalog) is { } denied)
            return Reply.Refuse<DraftView>(denied);
        var steps = (await catalogs.Head(unit, CancellationToken.None))?.Settings.ReviewSteps ?? CatalogSettings.Default.ReviewSteps;
        return await Commit(message.By, message.RequestId, draft => draft.HandIn(steps, message.ExpectedVersion, clock.Today()), e => e is DraftHandedIn or DraftReturned { Step: EntryDraft.Registration });
    }

    /// <inheritdoc />
    public Task<Reply<DraftView>> Pass(PassStep message) =>
        Review(message.By, message.RequestId, draft => draft.Pass(message.By, message.Hash, message.Note), e => e is StepPassed or WithdrawalAgreed);

    /// <inheritdoc />
    public Task<Reply<DraftView>> Return(ReturnDraft message) =>
        Review(message.By, message.RequestId, draft => draft.Return(message.By, message.Reason, message.Fields), e => e is DraftReturned or WithdrawalRefused);

    /// <inheritdoc />
    public Task<Reply<DraftView>> Withhold(WithholdDraft message) => Review(
        message.By, message.RequestId, draft => draft.Withhold(message.By, message.Reason, message.Basis, message.ReviewOn, clock.Today()), e => e is EntryWithheld w && w.ReviewOn == message.ReviewOn);

    /// <inheritdoc />
    public async Task<Reply<DraftView>> Withdraw(WithdrawPublic message)
    {
        if (Denied(message.By, Permission.KeepCatalog) is { } denied)
            return Reply.Refuse<DraftView>(denied);
        var present = await Present();
        return await Commit(message.By, message.RequestId, draft => draft.Withdraw(present, message.Reason), e => e is WithdrawalAsked w && w.Reason == message.Reason.Trim());
    }

    /// <inheritdoc />
    public async Task<Reply<DraftView>> DecideValidity(DecideDraftValidity message)
    {
        if (Denied(message.By, Permission.KeepCatalog) is { } denied)
            return Reply.Refuse<DraftView>(denied);
        var present = await Present();
        return await Commit(
            message.By, message.RequestId, draft => draft.DecideValidity(message.Number, message.Accept, message.Reason, present), e => e is ValidityDecided d && (d.Number, d.Accepted) == (message.Number, message.Accept));
    }

    /// <inheritdoc />
    public Task Settle(SettleRelease message) =>
        Absorb(message.Position, System, draft => draft.Settle(message.Round, message.Result, message.IndexNumber, message.PublishedOn));

    /// <inheritdoc />
    public async Task Propose(ProposeValidity message)
    {
        var row = await Row();
        await Absorb(message.Position, $"catalog@{message.Catalog}", draft => row is { Removed: false }
            ? draft.Propose(message.Catalog, message.From, message.Title, message.State, message.Since, row.Validity)
            : Decision<DraftEvent>.Nothing);
    }

    /// <inheritdoc />
    public async Task Wake()
    {
        while ((await Record(System, "", draft => draft.Wake(LastDay(draft), clock.Today()), _ => false)).Act is not null)
        {
            // one thing at a time, until nothing is due
        }
        await KeepDates();
    }

    private Finding? Denied(Subject by, Permission permission) => Permissions.Check(by, permission, unit, divisions.Today);

    private async Task<Reply<DraftView>> Review(Subject by, string requestId, Func<EntryDraft, Decision<DraftEvent>> decide, Func<DraftEvent, bool> sameAct) =>
        Denied(by, Permission.ReviewEntries) is { } denied ? Reply.Refuse<DraftView>(denied) : await Commit(by, requestId, decide, sameAct);

    private async Task<Reply<DraftView>> Commit(Subject by, string requestId, Func<EntryDraft, Decision<DraftEvent>> decide, Func<DraftEvent, bool> sameAct)
    {
        var committed = await Record(by.Actor, requestId, decide, sameAct);
        return committed.Refused ? Reply.Refuse<DraftView>(committed.Findings) : Reply.Of(await View(by), committed.Findings);
    }

    private async Task<Committed<DraftEvent>> Record(string actor, string requestId, Func<EntryDraft, Decision<DraftEvent>> decide, Func<DraftEvent, bool> sameAct)
    {
        var committed = await journal.Commit(actor, requestId, decide, sameAct, Along);
        if (!committed.MessagePositions.IsEmpty)
            await Parcels.Send(GrainFactory, committed.Act!.At, outgoing, committed.MessagePositions);
        return committed;
    }

    private Along Along(EntryDraft after, Act<DraftEvent> act)
    {
        outgoing = act.Event is StepPassed or WithdrawalAgreed && EntryRelease.Of(id, after) is { } release
            ? [new NewMessage(this.GetPrimaryKeyString(), GrainKeys.Catalog(unit), "", EntryMessages.Released, EntryMessages.Write(release))]
            : [];
        return new([Dues(after), .. RowOf(after, act.At), .. contents], outgoing) { Absorbed = absorbed };
    }

    // A message whose act was recorded is settled with it; one that changed nothing is settled all the same.
    private async Task Absorb(long position, string actor, Func<EntryDraft, Decision<DraftEvent>> decide)
    {
        absorbed = [position];
        try
        {
            if ((await Record(actor, "", decide, _ => false)).Act is null)
                await ledger.Append(new Append("", 0, clock.GetUtcNow(), System, "", "", []) { Absorbed = absorbed }, CancellationToken.None);
        }
        finally
        {
            absorbed = [];
        }
    }

    private IEnumerable<DraftChanged> RowOf(EntryDraft draft, DateTimeOffset at) => DraftRow.Of(unit, id, draft, LastDay(draft), at) is { } row ? [new DraftChanged(row)] : [];

    private DuesChanged Dues(EntryDraft draft) => DraftDates.Open(this.GetPrimaryKeyString(), unit, draft, LastDay(draft));

    // A changed calendar can move a last day where nothing is due yet: no event, but another date to wake for, and another day in the lists.
    private async Task KeepDates()
    {
        var wanted = Dues(Draft);
        var there = await dues.DueOf(wanted.Ref, CancellationToken.None);
        if (there.SequenceEqual(wanted.Rows))
            return;
        await ledger.Append(
            new Append(wanted.Ref, journal.Acts.Count, clock.GetUtcNow(), System, "", "", []) { Changes = [wanted, .. RowOf(Draft, journal.Acts.Count == 0 ? clock.GetUtcNow() : journal.Acts[^1].At)] },
            CancellationToken.None);
    }

    private DateOnly? LastDay(EntryDraft draft) => DraftDates.LastDay(draft, standardLimit, unit, days);

    private async Task ReadStandard(CatalogEntry? content) => standardLimit = await DraftDates.StandardLimit(standards, divisions.Today, unit, content, CancellationToken.None);

    private async Task<EntryRow?> Row() => (await catalogs.Rows(unit, [id], CancellationToken.None)).FirstOrDefault();

    private async Task<(CatalogEntry Entry, long Revision)?> Present() =>
        await catalogs.Entry(unit, id, CancellationToken.None) is { Entry: { } entry } stored ? (entry, stored.Row.Revision) : null;
}

/// <summary>How drafts are kept.</summary>
internal sealed class DraftStream : IStreamOf<EntryDraft, DraftEvent>
{
    public static EntryDraft Start => EntryDraft.Blank;

    public static NewEvent Write(DraftEvent happened) => DraftEventJson.Write(happened);

    public static DraftEvent Read(RecordedEvent recorded) => DraftEventJson.Read(recorded.Kind, recorded.KindVersion, recorded.Payload);

    public static EntryDraft Apply(EntryDraft state, Act<DraftEvent> act) => state.Apply(act.Event, act.At, act.Actor);
}
