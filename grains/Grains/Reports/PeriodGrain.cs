using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Reports;

/// <summary>A reporting period. Key: period/id.</summary>
[GrainType("period")]
public sealed class PeriodGrain(ILedger ledger, IDivisions divisions, IRosters rosters, TimeProvider clock) : Grain, IPeriodGrain
{
    private readonly Journal<PeriodState, PeriodOpened, PeriodStream> journal = new(ledger, clock);
    private PeriodId period = PeriodId.Annual(2021);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        period = PeriodId.Parse(this.GetPrimaryKeyString()["period/".Length..]);
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<PeriodView>> Open(OpenPeriod message)
    {
        if (Permissions.Check(message.By, Permission.OpenPeriods, UnitId.Nation, divisions.Today) is { } denied)
            return Reply.Refuse<PeriodView>(denied);
        if (journal.State.Opened is not null)
            return Reply.Of(View());

        var asOf = message.AsOf ?? ReportPeriods.LastDayOf(period);
        if (ReportPeriods.Check(period, asOf, clock.Today()) is { IsEmpty: false } findings)
            return Reply.Refuse<PeriodView>(findings);
        var roster = Roster.Freeze(divisions.AsOf(asOf), period, Forms.For(period)!);
        var opened = new PeriodOpened(period, roster.Form.Id, asOf, roster.Expected, roster.Hash());
        var committed = await journal.Commit(
            message.By.Actor, message.RequestId,
            state => state.Opened is null ? Decision<PeriodOpened>.Record(opened) : Decision<PeriodOpened>.Nothing,
            earlier => earlier.AsOf == asOf,
            (_, act) => new([new PeriodFrozen(new PeriodRow(period.ToString(), opened.Form, act.At, asOf, opened.RosterHash.AsMemory()), roster.Rows)], []));
        if (committed.Refused)
            return Reply.Refuse<PeriodView>(committed.Findings);
        await rosters.Find(period);
        return Reply.Of(View());
    }

    /// <inheritdoc />
    public Task<PeriodView?> Get() => Task.FromResult(journal.State.Opened is null ? null : View());

    private PeriodView View() =>
        new(period, journal.State.Opened!.Form, journal.State.Opened.AsOf, journal.Acts[0].At, journal.State.Opened.Expected);
}

/// <summary>What is known of a period: its opening, or nothing.</summary>
internal sealed record PeriodState(PeriodOpened? Opened);

/// <summary>How periods are kept.</summary>
internal sealed class PeriodStream : IStreamOf<PeriodState, PeriodOpened>
{
    public static PeriodState Start { get; } = new(default(PeriodOpened));

    public static NewEvent Write(PeriodOpened happened) => PeriodEventJson.Write(happened);

    public static PeriodOpened Read(RecordedEvent recorded) => PeriodEventJson.Read(recorded);

    public static PeriodState Apply(PeriodState state, Act<PeriodOpened> act) => new(act.Event);
}
