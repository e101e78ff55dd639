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
public sealed class PeriodGrain(ILedger ledger, IReadModels readModels, IDivisions divisions, IRosters rosters, TimeProvider clock, LocalDeadlines? localDeadlines = null)
    : Grain, IPeriodGrain
{
    private readonly Journal<ReportPeriod, PeriodEvent, PeriodStream> journal = new(ledger, clock);
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

        var asOf = message.AsOf ?? ReportPeriods.AsOf(period, clock.Today());
        if (ReportPeriods.Check(period, asOf, clock.Today(), message.Form, message.Due) is { IsEmpty: false } findings)
            return Reply.Refuse<PeriodView>(findings);
        var (dates, layers) = (Deadlines.For(period, clock.Today(), message.Due, message.Title), (localDeadlines ?? LocalDeadlines.None).For(period));
        var roster = Roster.Freeze(divisions.AsOf(asOf), period, ReportPeriods.FormOf(period, message.Form)!, dates, layers);
        var opened = new PeriodOpened(period, roster.Form.Id, asOf, roster.Expected, roster.Hash()) { Title = message.Title, Dates = dates, Layers = layers };
        var committed = await journal.Commit(
            message.By.Actor, message.RequestId,
            state => state.Opened is null ? Decision<PeriodEvent>.Record(opened) : Decision<PeriodEvent>.Nothing,
            earlier => earlier is PeriodOpened e && e.AsOf == asOf,
            (_, act) => new([new PeriodFrozen(new PeriodRow(period.ToString(), opened.Form, act.At, asOf, opened.RosterHash.AsMemory()) { Title = opened.Title }, roster.Rows)], []));
        if (committed.Refused)
            return Reply.Refuse<PeriodView>(committed.Findings);
        await rosters.Renew(period);
        return Reply.Of(View());
    }

    /// <inheritdoc />
    public Task<Reply<PeriodView>> SetEarlierDue(SetEarlierDue message)
    {
        var layer = new DeadlineLayer(message.Top, message.Kind, message.Tier, message.Due, message.Locks, message.Notice);
        return Amend(
            message.By, message.RequestId, message.Top,
            (state, roster) => state.SetEarlier(layer, roster, clock.Today()),
            earlier => earlier is PeriodDueLayered e && e.Layer == layer);
    }

    /// <inheritdoc />
    public async Task<Reply<PeriodView>> AmendRoster(AmendRoster message)
    {
        var unit = divisions.Today.Find(message.Unit);
        if (unit is null && !message.Excused)
            return Reply.Refuse<PeriodView>(DivisionRules.UnknownUnit.At("unit", $"没有单位 {message.Unit}", $"there is no unit {message.Unit}"));
        var filing = await readModels.Contribution(message.Unit, ContributionScope.Own, period.ToString(), CancellationToken.None);
        return await Amend(
            message.By, message.RequestId, message.Unit,
            (state, roster) => message.Excused
                ? ReportPeriod.Excuse(message.Unit, message.By.Unit, message.Reason, filing is not null, roster)
                : state.Add(unit!, message.By.Unit, message.Reason, roster),
            earlier => earlier is RosterAmended e && e.Unit == message.Unit && e.Excused == message.Excused && e.Reason == message.Reason);
    }

    /// <inheritdoc />
    public Task<PeriodView?> Get() => Task.FromResult(journal.State.Opened is null ? null : View());

    /// <inheritdoc />
    public async Task<DueDateView?> Explain(UnitId unit)
    {
        if (journal.State.Opened is null || await CurrentRoster() is not { } roster || roster.Find(unit) is not { Due: not null } row)
            return null;
        var due = DueDate.Of(Roster.KindOf(row), row.Tier, journal.State.Dates, roster.ChainOf(unit, journal.State.Layers));
        return new DueDateView(due.Day, due.Locks, due.Basis, [.. due.Steps.Select(s => new DueStepView(s.Day, s.Basis, s.SetBy))]);
    }

    private async Task<Reply<PeriodView>> Amend(
        Subject by, string requestId, UnitId target, Func<ReportPeriod, Roster, (Decision<PeriodEvent> Decision, Roster After)> decide, Func<PeriodEvent, bool> sameAct)
    {
        if (Permissions.Check(by, Permission.OpenPeriods, target, divisions.With(target, period.LastDay)) is { } denied)
            return Reply.Refuse<PeriodView>(denied);
        if (journal.State.Opened is null || await CurrentRoster() is not { } before)
            return Reply.Refuse<PeriodView>(ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open"));
        var after = before;
        var committed = await journal.Commit(
            by.Actor, requestId,
            state =>
            {
                if (state.Revision != before.Revision) // a second activation amended meanwhile; the caller tries again
                    throw new LedgerUnavailableException($"the list of {period} was amended while an act on it was decided");
                (var decision, after) = decide(state, before);
                return decision;
            },
            sameAct,
            (state, _) => new([new RosterChanged(period.ToString(), state.Revision, after.ChangesSince(before))], []));
        if (committed.Refused)
            return Reply.Refuse<PeriodView>(committed.Findings);
        await rosters.Renew(period);
        return Reply.Of(View());
    }

    private async ValueTask<Roster?> CurrentRoster() =>
        await rosters.Find(period) is { } roster && roster.Revision == journal.State.Revision ? roster : await rosters.Renew(period);

    private PeriodView View()
    {
        var (state, opened) = (journal.State, journal.State.Opened!);
        return new(period, opened.Form, opened.AsOf, journal.Acts[0].At, state.Expected)
        {
            Title = opened.Title,
            AgenciesDue = state.Dates.Agencies,
            GovernmentsDue = state.Dates.Governments,
            Locks = state.Dates.Locks,
            Layers = [.. opened.Layers.Select(l => LayerView(l, journal.Acts[0])), .. journal.Acts.Where(a => a.Event is PeriodDueLayered).Select(a => LayerView(((PeriodDueLayered)a.Event).Layer, a))],
            Amendments = [.. journal.Acts.Where(a => a.Event is RosterAmended).Select(AmendmentView)],
        };
    }

    private static LayerView LayerView(DeadlineLayer layer, Act<PeriodEvent> act) =>
        new(layer.Top, layer.Kind, layer.Tier, layer.Due, layer.Locks, layer.Notice, act.At, act.Actor);

    private static RosterAmendmentView AmendmentView(Act<PeriodEvent> act) =>
        act.Event is RosterAmended e ? new(e.Unit, e.Excused, e.Reason, act.At, act.Actor) : throw new InvalidOperationException("not an amendment");
}

/// <summary>How periods are kept.</summary>
internal sealed class PeriodStream : IStreamOf<ReportPeriod, PeriodEvent>
{
    public static ReportPeriod Start => ReportPeriod.Blank;

    public static NewEvent Write(PeriodEvent happened) => PeriodEventJson.Write(happened);

    public static PeriodEvent Read(RecordedEvent recorded) => PeriodEventJson.Read(recorded);

    public static ReportPeriod Apply(ReportPeriod state, Act<PeriodEvent> act) => state.Apply(act.Event);
}
