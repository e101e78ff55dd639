using Federation.Contracts;
using Federation.Contracts.Authority;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Authority;

/// <summary>Delegations of one unit. Key: delegations/unit.</summary>
[GrainType("delegations")]
public sealed class DelegationsGrain(ILedger ledger, IDivisions divisions, TimeProvider clock) : Grain, IDelegationsGrain
{
    private readonly Journal<Delegations, DelegationEvent, DelegationStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        unit = GrainKeys.UnitOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<DelegationView>> Grant(GrantDelegation message) => Commit(
        message.By,
        all => all.Grant(message.By, message.To, message.Roles, message.FirstDay, message.LastDay, message.Reason, clock.Today()),
        () => journal.State.All[^1]);

    /// <inheritdoc />
    public Task<Reply<DelegationView>> End(Subject by, int number) =>
        Commit(by, all => all.End(by, number, clock.Today()), () => journal.State.All.First(d => d.Number == number));

    /// <inheritdoc />
    public Task<Reply<DelegationList>> List(Subject by) => Task.FromResult(
        Permissions.Check(by, Permission.ReadReports, unit, divisions.Today) is { } denied
            ? Reply.Refuse<DelegationList>(denied)
            : Reply.Of(new DelegationList([.. journal.State.All.Select(View)])));

    /// <inheritdoc />
    public Task<Reply<StandInView>> StandIn(Subject caller, string standsInFor) => Task.FromResult(
        caller.Unit == unit && journal.State.StandIn(caller, standsInFor, clock.Today()) is { } subject
            ? Reply.Of(new StandInView(subject))
            : Reply.Refuse<StandInView>(DelegationRules.NotLent.At("stands_in_for", $"{standsInFor} 今日没有授权 {caller.Person} 代行", $"{standsInFor} has lent nothing to {caller.Person} today")));

    private async Task<Reply<DelegationView>> Commit(Subject by, Func<Delegations, Decision<DelegationEvent>> decide, Func<Delegation> shown)
    {
        if (Permissions.Check(by, Permission.Delegate, unit, divisions.Today) is { } denied)
            return Reply.Refuse<DelegationView>(denied);
        var committed = await journal.Commit(by.Actor, "", decide, _ => false, (_, _) => Along.Nothing);
        return committed.Refused ? Reply.Refuse<DelegationView>(committed.Findings) : Reply.Of(View(shown()));
    }

    private DelegationView View(Delegation d) => new(d.Number, d.From, d.To, d.Roles, d.FirstDay, d.LastDay, d.Reason, d.HoldsOn(clock.Today()));
}

/// <summary>How delegations are kept.</summary>
internal sealed class DelegationStream : IStreamOf<Delegations, DelegationEvent>
{
    public static Delegations Start => Delegations.None;

    public static NewEvent Write(DelegationEvent happened) => DelegationEventJson.Write(happened);

    public static DelegationEvent Read(RecordedEvent recorded) => DelegationEventJson.Read(recorded);

    public static Delegations Apply(Delegations state, Act<DelegationEvent> act) => state.Apply(act.Event);
}
