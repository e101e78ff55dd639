using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Grains.Journals;
using Federation.Grains.Outbox;

namespace Federation.Grains.Obligations;

/// <summary>The duties of one unit and year. Key: duties/unit/year.</summary>
[GrainType("obligation-book")]
public sealed partial class ObligationBookGrain(
    ILedger ledger, IReadModels readModels, IDivisions divisions, IRosters rosters, IWorkingDays days, TimeProvider clock, IEnumerable<IEvidenceLookup> lookups,
    EscalationRules? rules = null, ICalendars? calendars = null, ICatalogReads? catalogs = null)
    : Grain, IObligationBookGrain
{
    private const string System = "system@000000";
    private readonly Journal<DutyBook, DutyEvent, DutyStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private int year;
    private ImmutableArray<NewMessage> outgoing = []; // of the act recorded last

    private DutyBook Book => journal.State;

    private EscalationRules Rules => rules ?? EscalationRules.Default;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (unit, year) = GrainKeys.UnitAndYearOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<DutyReceipts>> Receive(ReceiveDuties message)
    {
        var arrived = new DutiesReceived(message.Plan, message.PlanVersion, message.Issuer, message.Title, message.IssuedAt, message.Duties, message.Reason)
        {
            Rules = message.Rules is { } r ? new EscalationRules(r.UnacceptedAfter, r.LateAfter, r.SoonWithin, r.Basis) : null,
        };
        var above = divisions.Today.Contains(UnitId.Parse(message.Issuer.Value.Split('.')[0]), unit);
        var committed = await Record(
            $"plan@{message.Issuer}", message.MessageId, book => book.Receive(arrived, year, above), e => e is DutiesReceived r && r.Plan == message.Plan && r.Version == message.PlanVersion);
        if (committed.Refused)
            return Reply.Refuse<DutyReceipts>(committed.Findings);
        await FillIn();
        return Reply.Of(ReceiptsOf(Book, message.Plan));
    }

    /// <inheritdoc />
    public Task<DutyReceipts?> Receipts(string plan) => Task.FromResult(Book.Plans.ContainsKey(plan) ? ReceiptsOf(Book, plan) : null);

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Open(OpenDuties message) =>
        Commit(message.By, Permission.WorkDuties, message.RequestId, (book, _) => book.Open(message.Plan), e => e is PlanOpened o && o.Plan == message.Plan);

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Accept(AcceptDuties message) =>
        Commit(message.By, Permission.WorkDuties, message.RequestId, (book, _) => book.Accept(message.Duties), e => e is DutiesAccepted a && a.Duties.All(message.Duties.Contains));

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> RaiseObjection(ObjectToDuty message) =>
        Commit(message.By, Permission.WorkDuties, message.RequestId, (book, _) => book.RaiseObjection(message.Duty, message.Reason), e => e is DutyObjected o && o.Duty == message.Duty);

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> SetInterval(SetDutyInterval message) => Commit(
        message.By, Permission.WorkDuties, message.RequestId,
        (book, _) => book.SetInterval(message.Duty, MeasureText.CadenceOf(message.Cadence) ?? Cadence.Unstated),
        e => e is IntervalSet s && s.Duty == message.Duty && MeasureText.Word(s.Cadence) == message.Cadence);

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Trigger(TriggerDuty message) => Commit(
        message.By, Permission.WorkDuties, message.RequestId,
        (book, now) => book.Trigger(message.Duty, message.What, message.At ?? now, now), e => e is DutyTriggered t && t.Duty == message.Duty && t.What == message.What.Trim());

    /// <inheritdoc />
    public async Task<Reply<DutyBookView>> Give(GiveEvidence message)
    {
        if (DutyEventJson.KindOf(message.Kind) is not { } kind)
            return Reply.Refuse<DutyBookView>(ObligationRules.NoReference.At("kind", $"没有这种佐证:{message.Kind}", $"'{message.Kind}' is no kind of evidence"));
        var figure = kind == EvidenceKind.ReportCell ? await FigureOf(message.Reference) : message.Value;
        if (kind == EvidenceKind.ReportCell && figure is null)
            return Reply.Refuse<DutyBookView>(ObligationRules.NoFigure.At("reference"));
        var check = await CheckOf(kind, message.Reference.Trim());
        if (check is null)
            return Reply.Refuse<DutyBookView>(ObligationRules.EvidenceNotFound.At("reference", $"系统中没有 {message.Reference.Trim()}", $"the system has no {message.Reference.Trim()}"));
        return await Commit(
            message.By, Permission.WorkDuties, message.RequestId,
            (book, now) => book.Give(message.Duty, new EvidenceItem(kind, message.Reference.Trim(), message.DoneAt ?? now, message.For, message.Occurrence, figure, message.Note.Trim()) { Check = check.Value }, now),
            e => e is EvidenceGiven g && g.Duty == message.Duty && g.Item.Reference == message.Reference.Trim());
    }

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Review(ReviewEvidence message) => Commit(
        message.By, Permission.ReviewDuties, message.RequestId,
        (book, _) => message.Accepted ? book.AcceptEvidence(message.Duty, message.Number, message.By.Actor) : book.ReturnEvidence(message.Duty, message.Number, message.Reason, message.By.Actor),
        e => (message.Accepted && e is EvidenceAccepted a && a.Duty == message.Duty && a.Number == message.Number)
            || (!message.Accepted && e is EvidenceReturned r && r.Duty == message.Duty && r.Number == message.Number));

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Waive(WaiveDuty message) => Commit(
        message.By, Permission.WaiveDuties, message.RequestId,
        (book, now) => book.Waive(message.Duty, message.Reason, message.Until, BeijingTime.DateOf(now)), e => e is DutyWaived w && w.Duty == message.Duty && w.Until == message.Until);

    /// <inheritdoc />
    public Task<Reply<DutyBookView>> Close(CloseDuty message) => Commit(
        message.By, Permission.ReviewDuties, message.RequestId,
        (book, now) => book.Close(message.Duty, record => Watch(book).StatusOf(record)), e => e is DutyClosed c && c.Duty == message.Duty);

    /// <inheritdoc />
    public async Task Wake()
    {
        if (calendars is { } known)
        {
            var newest = known.Book.Notices.LastOrDefault()?.Number ?? "";
            await Record($"system@{unit}", "", book => book.Recount(unit, day => new KnownDays(known.Of(unit, day)), newest, clock.GetUtcNow()), _ => false);
        }
        await FillIn();
        outgoing = [.. Book.Plans.Keys.Where(plan => !InterpretationDuty.IsOwn(plan)).Select(plan => Receipt(Book, plan))];
        var now = clock.GetUtcNow();
        var result = await ledger.Append(new Append("", 0, now, System, "", "", []) { Changes = [Dues(Book)], Outgoing = outgoing }, CancellationToken.None);
        if (result.Outcome == AppendOutcome.Recorded)
            await Parcels.Send(GrainFactory, now, outgoing, result.MessagePositions);
    }

    private async Task<Reply<DutyBookView>> Commit(
        Subject by, Permission permission, string requestId, Func<DutyBook, DateTimeOffset, Decision<DutyEvent>> decide, Func<DutyEvent, bool> sameAct)
    {
        if (Permissions.Check(by, permission, unit, divisions.Today) is { } denied)
            return Reply.Refuse<DutyBookView>(denied);
        await FillIn();
        var committed = await Record(by.Actor, requestId, book => decide(book, clock.GetUtcNow()), sameAct);
        return committed.Refused ? Reply.Refuse<DutyBookView>(committed.Findings) : Reply.Of(BookViewOf(), committed.Findings);
    }

    private async Task<Committed<DutyEvent>> Record(string actor, string requestId, Func<DutyBook, Decision<DutyEvent>> decide, Func<DutyEvent, bool> sameAct)
    {
        var committed = await journal.Commit(actor, requestId, decide, sameAct, Along);
        if (!committed.MessagePositions.IsEmpty)
            await Parcels.Send(GrainFactory, committed.Act!.At, outgoing, committed.MessagePositions);
        return committed;
    }

    // Every act that changes how a plan stands here sends its receipts up: they are state, so the newest says all. Only the arrival does not: its receipt is the answer.
    private Along Along(DutyBook after, Act<DutyEvent> act)
    {
        outgoing = [.. PlansOf(act.Event).Distinct().Where(plan => !InterpretationDuty.IsOwn(plan)).Select(plan => Receipt(after, plan))];
        return new([Dues(after)], outgoing);
    }

    private static IEnumerable<string> PlansOf(DutyEvent happened) => happened switch
    {
        PlanOpened e => [e.Plan],
        DutiesAccepted e => e.Duties.Select(d => d.Plan),
        DutyObjected e => [e.Duty.Plan],
        IntervalSet e => [e.Duty.Plan],
        DutyTriggered e => [e.Duty.Plan],
        EvidenceGiven e => [e.Duty.Plan],
        EvidenceAccepted e => [e.Duty.Plan],
        EvidenceReturned e => [e.Duty.Plan],
        DutyWaived e => [e.Duty.Plan],
        DutyClosed e => [e.Duty.Plan],
        DutyDatesMoved e => e.Dates.Select(d => d.Duty.Plan),
        _ => [],
    };

    private NewMessage Receipt(DutyBook book, string plan) =>
        new(this.GetPrimaryKeyString(), $"plan/{plan}", $"{unit}", DutyMessages.Receipts, DutyMessages.Write(ReceiptsOf(book, plan)));

    // The next moment at which a light changes by itself; whoever wakes the book then sends what has become of it.
    private DuesChanged Dues(DutyBook book)
    {
        var key = this.GetPrimaryKeyString();
        return new(key, Watch(book).NextChange() is { } at ? [new DueRow(unit, at, "light", key)] : []);
    }

    private DutyReceipts ReceiptsOf(DutyBook book, string plan)
    {
        var (arrival, watch) = (book.Plans[plan], Watch(book));
        return new(
            unit, plan, arrival.Version, book.Revision, arrival.DeliveredAt, arrival.OpenedAt,
            [.. book.Of(plan).Where(r => r.Withdrawn is null).Select(r => ReceiptLine(r, watch.StatusOf(r)))]);
    }

    private static DutyReceiptLine ReceiptLine(DutyRecord record, DutyStatus status) =>
        new(record.Duty.Id, record.Accepted?.At, record.Objection?.Reason ?? "", record.Objection?.At, status.Word, status.NextDue, record.Closed?.At);

    private DutyWatch Watch(DutyBook book) => new(book, unit, clock.GetUtcNow(), days, Rules);
}
