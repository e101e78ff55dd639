using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Grains.Journals;

namespace Federation.Grains.Catalogs;

/// <summary>The outside sources of a catalog. Key: sources/unit.</summary>
[GrainType("sources")]
public sealed class SourcesGrain(ILedger ledger, IDivisions divisions, ISourceReader reader, TimeProvider clock) : Grain, ISourcesGrain
{
    private readonly Journal<SourceBook, SourceEvent, SourceStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;

    private string Key => this.GetPrimaryKeyString();

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = GrainKeys.UnitOf(Key);
        return journal.Open(Key, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<SourceList>> Set(SetSource message) =>
        Commit(message.By, Permission.SetCatalogs, message.RequestId, _ => SourceBook.Set(message.Settings, reader.Refuses(message.Settings.Url)), e => e is SourceSet set && set.Settings.Name == message.Settings.Name);

    /// <inheritdoc />
    public Task<Reply<SourceList>> Ran(KeepSourceRun message) => Commit(message.By, Permission.KeepCatalog, "", book => book.Ran(message.Run), _ => false);

    /// <inheritdoc />
    public Task<Reply<SourceList>> Remove(RemoveSource message) =>
        Commit(message.By, Permission.SetCatalogs, message.RequestId, book => book.Remove(message.Name, message.Reason), e => e is SourceRemoved done && done.Name == message.Name);

    /// <inheritdoc />
    public Task<Reply<SourceList>> Pause(PauseSource message) =>
        Commit(message.By, Permission.SetCatalogs, message.RequestId, book => book.Pause(message.Name, message.Reason), e => e is SourcePaused done && done.Name == message.Name);

    /// <inheritdoc />
    public Task<Reply<SourceList>> Resume(ResumeSource message) =>
        Commit(message.By, Permission.SetCatalogs, message.RequestId, book => book.Resume(message.Name), e => e is SourceResumed done && done.Name == message.Name);

    /// <inheritdoc />
    public Task<SourceList> List() => Task.FromResult(View());

    private async Task<Reply<SourceList>> Commit(
        Subject by, Permission permission, string requestId, Func<SourceBook, Domain.Findings.Decision<SourceEvent>> decide, Func<SourceEvent, bool> sameAct)
    {
        if (Permissions.Check(by, permission, unit, divisions.Today) is { } denied)
            return Reply.Refuse<SourceList>(denied);
        var committed = await journal.Commit(by.Actor, requestId, decide, sameAct, (after, _) => new Along([Dues(after)], []));
        return committed.Refused ? Reply.Refuse<SourceList>(committed.Findings) : Reply.Of(View());
    }

    private DuesChanged Dues(SourceBook book) =>
        new(Key, [.. book.Sources.Values.Where(s => s.NextAt is not null).Select(s => new DueRow(unit, s.NextAt!.Value, "source:" + s.Settings.Name, Key))]);

    private SourceList View() => new(
        [.. journal.State.Sources.Values.Select(s => new SourceView(s.Settings, s.Last, s.NextAt, s.Pause is { } pause ? Remark(s.Settings.Name, pause) : null))],
        [.. journal.State.Gone.Select(g => Remark(g.Key, g.Value))]);

    private static SourceRemark Remark(string name, SourceNote note) => new(name, note.Reason, note.By, note.At);
}

/// <summary>How sources are kept.</summary>
internal sealed class SourceStream : IStreamOf<SourceBook, SourceEvent>
{
    public static SourceBook Start => SourceBook.Blank;

    public static NewEvent Write(SourceEvent happened) => SourceJson.Write(happened);

    public static SourceEvent Read(RecordedEvent recorded) => SourceJson.Read(recorded.Kind, recorded.KindVersion, recorded.Payload);

    public static SourceBook Apply(SourceBook state, Act<SourceEvent> act) => state.Apply(act.Event, act.At, act.Actor);
}
