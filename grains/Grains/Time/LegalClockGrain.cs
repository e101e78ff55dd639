using Federation.Contracts;
using Federation.Contracts.Time;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Time;
using Federation.Grains.Journals;

namespace Federation.Grains.Time;

/// <summary>The clock of one application. Key: clock/unit/number. Its open dates stand in the due table with every act.</summary>
[GrainType("legal-clock")]
public sealed class LegalClockGrain(ILedger ledger, IDueTable dues, IDivisions divisions, ICalendars calendars, ClockLimits limits, TimeProvider clock) : Grain, ILegalClockGrain
{
    private readonly Journal<LegalClock, ClockEvent, ClockStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private string number = "";

    private ClockBasis Basis => new(calendars.Of(unit), limits, clock.Today());

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (unit, number) = GrainKeys.UnitAndNumberOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<ClockView>> Step(ClockStep message)
    {
        if (Permissions.Check(message.By, Permission.KeepClocks, unit, divisions.Today) is { } denied)
            return Reply.Refuse<ClockView>(denied);
        var committed = await journal.Commit(message.By.Actor, message.RequestId, state => Decide(state, message, Basis), earlier => IsThat(earlier, message), Dates);
        return committed.Refused ? Reply.Refuse<ClockView>(committed.Findings) : Reply.Of(View(), committed.Findings);
    }

    /// <inheritdoc />
    public Task<Reply<ClockView>> Get(Subject by) => Task.FromResult(
        Permissions.Check(by, Permission.ReadReports, unit, divisions.Today) is { } denied ? Reply.Refuse<ClockView>(denied)
        : journal.State.State == ClockState.Unknown ? Reply.Refuse<ClockView>(ClockRules.NotOpened.At("number"))
        : Reply.Of(View()));

    /// <inheritdoc />
    public async Task Wake()
    {
        var newest = calendars.Book.Notices.LastOrDefault()?.Number ?? "";
        while ((await journal.Commit($"system@{unit}", "", state => state.Wake(Basis, newest), _ => false, Dates)).Act is not null)
        {
            // one step at a time, until nothing is due
        }
        await KeepDates();
    }

    // An act of the same request id that is of another kind or day was another request.
    private static bool IsThat(ClockEvent earlier, ClockStep asked) => (earlier, asked.Kind) switch
    {
        (ApplicationReceived e, ClockStepKind.Receive) => e.On == asked.On,
        (CorrectionAsked e, ClockStepKind.AskCorrection) => (e.On, (DateOnly?)e.Until) == (asked.On, asked.Until),
        (CorrectionReceived e, ClockStepKind.ReceiveCorrection) => e.On == asked.On,
        (ApplicationGivenUp e, ClockStepKind.GiveUp) => e.On == asked.On,
        (OpinionAsked e, ClockStepKind.AskOpinion) => (e.On, e.Of) == (asked.On, asked.Of),
        (OpinionReceived e, ClockStepKind.ReceiveOpinion) => (e.On, e.Number) == (asked.On, asked.Opinion),
        (ReplyExtended e, ClockStepKind.Extend) => (e.On, e.Days, e.Approver) == (asked.On, asked.Days, asked.Approver),
        (ReplyGiven e, ClockStepKind.Reply) => e.On == asked.On,
        _ => false,
    };

    private static Decision<ClockEvent> Decide(LegalClock state, ClockStep m, ClockBasis basis) => m.Kind switch
    {
        ClockStepKind.Receive => state.Receive(m.On, basis),
        ClockStepKind.AskCorrection when m.Until is { } until => state.AskCorrection(m.On, until, basis),
        ClockStepKind.ReceiveCorrection => state.ReceiveCorrection(m.On, basis),
        ClockStepKind.GiveUp => state.GiveUp(m.On, basis),
        ClockStepKind.AskOpinion => state.AskOpinion(m.Of, m.On, basis),
        ClockStepKind.ReceiveOpinion => state.ReceiveOpinion(m.Opinion, m.On, basis),
        ClockStepKind.Extend => state.Extend(m.On, m.Days, m.Approver.Trim(), basis),
        ClockStepKind.Reply => state.Reply(m.On, basis),
        _ => Decision<ClockEvent>.Refuse(ClockRules.UnknownStep.At("step")),
    };

    private Along Dates(LegalClock after, Act<ClockEvent> act) => new([Dates(after)], []);

    private DuesChanged Dates(LegalClock state)
    {
        var key = this.GetPrimaryKeyString();
        return new DuesChanged(key, [.. state.Dates(calendars.Of(unit), limits).Select(d => new DueRow(unit, BeijingTime.StartOf(d.On), d.Kind, key)).OrderBy(r => r.At).ThenBy(r => r.Kind, StringComparer.Ordinal)]);
    }

    // A changed calendar can move a reminder and leave the last day where it is: no event, but another date to wake for.
    private async Task KeepDates()
    {
        var wanted = Dates(journal.State);
        var there = await dues.DueOf(wanted.Ref, CancellationToken.None);
        if (!there.SequenceEqual(wanted.Rows))
            await ledger.Append(new Append(wanted.Ref, journal.Acts.Count, clock.GetUtcNow(), $"system@{unit}", "", "", []) { Changes = [wanted] }, CancellationToken.None);
    }

    private ClockView View()
    {
        var state = journal.State;
        var count = state.Count(calendars.Of(unit), limits);
        return new ClockView(
            unit, number, state.State, count.Day, count.Limit, count.Provisional,
            Late: count.Day is { } due && (state.Ended ?? clock.Today()) > due,
            [.. count.Days.Select(d => new ClockDayView(d.Day.Day, d.Number, d.Text, d.TextEn))],
            [.. journal.Acts.Select(a => new ClockLogView(ClockEventJson.Write(a.Event).Kind, a.At, a.Actor, a.Event.Due, a.Event is ReplyMoved moved ? moved.Notice : ""))]);
    }
}

/// <summary>How a clock is kept.</summary>
internal sealed class ClockStream : IStreamOf<LegalClock, ClockEvent>
{
    public static LegalClock Start => LegalClock.None;

    public static NewEvent Write(ClockEvent happened) => ClockEventJson.Write(happened);

    public static ClockEvent Read(RecordedEvent recorded) => ClockEventJson.Read(recorded);

    public static LegalClock Apply(LegalClock state, Act<ClockEvent> act) => state.Apply(act.Event);
}
