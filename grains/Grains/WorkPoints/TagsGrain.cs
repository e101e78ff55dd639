using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Grains.Journals;

namespace Federation.Grains.WorkPoints;

/// <summary>Tags of one superior. Key: tags/unit.</summary>
[GrainType("tags")]
public sealed class TagsGrain(ILedger ledger, IDivisions divisions, TimeProvider clock) : Grain, ITagsGrain
{
    private readonly Journal<TagBook, TagEvent, TagStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = GrainKeys.UnitOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<TagList>> Put(ChangeTags message)
    {
        var from = message.From ?? clock.Today();
        var tree = divisions.AsOf(from);
        return Commit(message, book => book.Put(message.Tag, message.Units, from, message.Reason, u => u != unit && tree.Contains(unit, u)), e => e is TagPut p && p.Tag == message.Tag);
    }

    /// <inheritdoc />
    public Task<Reply<TagList>> Take(ChangeTags message) =>
        Commit(message, book => book.Take(message.Tag, message.Units, message.From ?? clock.Today(), message.Reason), e => e is TagTaken t && t.Tag == message.Tag);

    /// <inheritdoc />
    public Task<TagList> List() => Task.FromResult(View());

    private async Task<Reply<TagList>> Commit(ChangeTags message, Func<TagBook, Decision<TagEvent>> decide, Func<TagEvent, bool> sameAct)
    {
        if (Permissions.Check(message.By, Permission.KeepTags, unit, divisions.Today) is { } denied)
            return Reply.Refuse<TagList>(denied);
        var committed = await journal.Commit(message.By.Actor, message.RequestId, decide, sameAct, (_, _) => Along.Nothing);
        return committed.Refused ? Reply.Refuse<TagList>(committed.Findings) : Reply.Of(View());
    }

    private TagList View() => new([.. journal.State.All.Select(t => new UnitTagView(t.Tag, t.Unit, t.From, t.Until, t.Reason, t.By))]);
}

/// <summary>How tags are kept.</summary>
internal sealed class TagStream : IStreamOf<TagBook, TagEvent>
{
    public static TagBook Start => TagBook.Blank;

    public static NewEvent Write(TagEvent happened) => TagEventJson.Write(happened);

    public static TagEvent Read(RecordedEvent recorded) => TagEventJson.Read(recorded);

    public static TagBook Apply(TagBook state, Act<TagEvent> act) => state.Apply(act.Event, act.Actor);
}
