using Federation.Contracts;
using Federation.Contracts.Notices;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Notices.Naming;
using Federation.Grains.Journals;

namespace Federation.Grains.Notices;

/// <summary>Choices of names of one issuer. Key: names/unit.</summary>
[GrainType("body-names")]
public sealed class BodyNamesGrain(ILedger ledger, IDivisions divisions, TimeProvider clock) : Grain, IBodyNamesGrain
{
    private readonly Journal<NameChoices, NameEvent, NameStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = GrainKeys.UnitOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<BodyNameChoices>> Choose(ChooseBodyName message) => Commit(
        message.By, message.RequestId, all => all.Choose(unit, message.Name.Trim(), message.Units, divisions.Today),
        e => e is NameChosen chosen && chosen.Name == message.Name.Trim() && chosen.Units.SequenceEqual(message.Units));

    /// <inheritdoc />
    public Task<Reply<BodyNameChoices>> Withdraw(WithdrawBodyName message) =>
        Commit(message.By, message.RequestId, all => all.Withdraw(message.Name.Trim()), e => e is NameChoiceWithdrawn withdrawn && withdrawn.Name == message.Name.Trim());

    /// <inheritdoc />
    public Task<BodyNameChoices> Get() => Task.FromResult(View());

    private async Task<Reply<BodyNameChoices>> Commit(Subject by, string requestId, Func<NameChoices, Decision<NameEvent>> decide, Func<NameEvent, bool> sameAct)
    {
        if (Permissions.Check(by, Permission.IssuePlans, unit, divisions.Today) is { } denied)
            return Reply.Refuse<BodyNameChoices>(denied);
        var committed = await journal.Commit(by.Actor, requestId, decide, sameAct, (_, _) => Along.Nothing);
        return committed.Refused ? Reply.Refuse<BodyNameChoices>(committed.Findings) : Reply.Of(View());
    }

    private BodyNameChoices View() => new(
    [
        .. journal.State.Chosen.Select(c =>
        {
            var act = journal.Acts.Last(a => a.Event is NameChosen chosen && chosen.Name == c.Key);
            return new BodyNameChoice(c.Key, c.Value, act.Actor, act.At);
        }),
    ]);
}

/// <summary>How choices of names are kept.</summary>
internal sealed class NameStream : IStreamOf<NameChoices, NameEvent>
{
    public static NameChoices Start => NameChoices.None;

    public static NewEvent Write(NameEvent happened) => NameEventJson.Write(happened);

    public static NameEvent Read(RecordedEvent recorded) => NameEventJson.Read(recorded);

    public static NameChoices Apply(NameChoices state, Act<NameEvent> act) => state.Apply(act.Event);
}
