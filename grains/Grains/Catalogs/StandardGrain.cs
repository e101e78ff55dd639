using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Grains.Journals;

namespace Federation.Grains.Catalogs;

/// <summary>The standard catalog of a unit. Key: standard/unit.</summary>
[GrainType("standard")]
public sealed class StandardGrain(ILedger ledger, IStandardReads standards, IDivisions divisions, TimeProvider clock) : Grain, IStandardGrain
{
    private readonly Journal<StandardBook, StandardEvent, StandardStream> journal = new(ledger, clock);
    private UnitId? unit;

    private UnitId Unit => unit ?? throw new InvalidOperationException("not activated");

    private StandardBook Book => journal.State with { Owner = Unit };

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = GrainKeys.UnitOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<StandardView>> Edit(EditStandard message) => Commit(
        message.By, message.RequestId, book => book.Edit(message.Title, message.Basis, message.Put, message.Remove, message.ExpectedRevision), e => e is StandardEdited);

    /// <inheritdoc />
    public Task<Reply<StandardView>> Publish(ActOnStandard message) => Commit(message.By, message.RequestId, book => book.Publish(), e => e is StandardPublished);

    /// <inheritdoc />
    public async Task<Reply<StandardView>> Sync(ActOnStandard message)
    {
        var next = await Next();
        return await Commit(message.By, message.RequestId, book => book.Take(next), e => e is StandardSynced or StandardSyncProposed);
    }

    /// <inheritdoc />
    public Task<Reply<StandardView>> Decide(DecideConflicts message) =>
        Commit(message.By, message.RequestId, book => book.Decide(message.Decisions), e => e is StandardConflictsDecided);

    /// <inheritdoc />
    public async Task<Reply<StandardView>> SetAside(SetItemAside message)
    {
        var inForce = await InForce([Unit, .. Above()]);
        return await Commit(message.By, message.RequestId, book => book.Exempt(message.Item, message.Reason, inForce), e => e is StandardItemSetAside aside && aside.Item == message.Item, Permission.SetCatalogs);
    }

    /// <inheritdoc />
    public Task<StandardView> Get() => View();

    /// <inheritdoc />
    public async Task<Reply<RestoredCount>> Restore(RestoreActs message)
    {
        if (Permissions.Check(message.By, Permission.SetCatalogs, Unit, divisions.Today) is { } denied)
            return Reply.Refuse<RestoredCount>(denied);
        if (journal.Acts.Count != message.After)
            return Reply.Refuse<RestoredCount>(UnitBundleRules.HasHistory.At("unit"));
        return await journal.Restore(message.Acts, Along) is null
            ? Reply.Refuse<RestoredCount>(UnitBundleRules.NotRestored.At(this.GetPrimaryKeyString()))
            : Reply.Of(new RestoredCount(journal.Acts.Count, true));
    }

    private async Task<Reply<StandardView>> Commit(Subject by, string requestId, Func<StandardBook, Decision<StandardEvent>> decide, Func<StandardEvent, bool> sameAct, Permission permission = Permission.KeepStandards)
    {
        if (Permissions.Check(by, permission, Unit, divisions.Today) is { } denied)
            return Reply.Refuse<StandardView>(denied);
        var committed = await journal.Commit(by.Actor, requestId, book => decide(book with { Owner = Unit }), sameAct, Along);
        return committed.Refused ? Reply.Refuse<StandardView>(committed.Findings) : Reply.Of(await View(), committed.Findings);
    }

    private Along Along(StandardBook after, Act<StandardEvent> act) => act.Event switch
    {
        StandardPublished => new([new StandardVersionAdded((after with { Owner = Unit }).Published[^1] with { Of = new StandardVersion(Unit, after.Version) }, act.At)], []),
        StandardItemSetAside => new([new SetAsideChanged(Unit, after.SetAside)], []),
        _ => Journals.Along.Nothing,
    };

    // The version after the one we rest on, of the nearest unit above that has published any.
    private async Task<StandardCatalog?> Next()
    {
        var latest = await standards.Latest(Above(), CancellationToken.None);
        if (latest.IsEmpty)
            return null;
        var newest = latest[0].Of;
        var version = Book.Base is { } held && held.Of.Owner == newest.Owner ? Math.Min(held.Of.Version + 1, newest.Version) : newest.Version;
        return await standards.Standard(newest with { Version = version }, CancellationToken.None);
    }

    private async Task<StandardCatalog?> InForce(ImmutableArray<UnitId> owners)
    {
        var latest = await standards.Latest(owners, CancellationToken.None);
        return latest.IsEmpty ? null : await standards.Standard(latest[0].Of, CancellationToken.None);
    }

    private ImmutableArray<UnitId> Above() => StandardPath.Above(divisions.Today, Unit);

    private async Task<StandardView> View()
    {
        var book = Book;
        var latest = await standards.Latest(Above(), CancellationToken.None);
        return new StandardView(
            book.Revision, book.Version, book.IsAhead, book.Title, book.Basis, book.Base?.Of, latest.IsEmpty ? null : latest[0].Of, [.. book.Items.Values], book.Sync?.To,
            book.Merge?.Steps ?? [], book.OpenConflicts, [.. book.SetAside.Select(s => new ItemSetAside(s.Key, s.Value))]);
    }
}

/// <summary>How standards are kept.</summary>
internal sealed class StandardStream : IStreamOf<StandardBook, StandardEvent>
{
    public static StandardBook Start { get; } = StandardBook.Blank(UnitId.Nation);

    public static NewEvent Write(StandardEvent happened) => StandardJson.Write(happened);

    public static StandardEvent Read(RecordedEvent recorded) => StandardJson.Read(recorded);

    public static StandardBook Apply(StandardBook state, Act<StandardEvent> act) => state.Apply(act.Event);
}
