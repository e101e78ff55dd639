using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Outbox;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Grains.Journals;
using Federation.Grains.Outbox;

namespace Federation.Grains.Reports;

/// <summary>One unit's report of one period. Key: report/unit/period.</summary>
[GrainType("report")]
public sealed class ReportGrain(ILedger ledger, IDivisions divisions, IRosters rosters, TimeProvider clock) : Grain, IReportGrain
{
    private readonly Journal<Report, ReportEvent, ReportStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private PeriodId period = PeriodId.Annual(2021);
    private Roster? roster;
    private Contribution? contributed; // by the act recorded last, made once for the row and for the message

    private Report Report => journal.State;

    private RosterRow? Listed => roster?.Find(unit);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        (unit, period) = GrainKeys.UnitAndPeriodOf(key);
        roster = await rosters.Find(period, cancellationToken);
        await journal.Open(key, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> SaveDraft(SaveReportDraft message) => Commit(
        message.By, Permission.FileReports, message.RequestId,
        (report, act) => report.SaveDraft(message.Figures, message.ExpectedRevision, act),
        e => e is ReportDraftSaved saved && saved.Figures.Equals(message.Figures));

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Submit(SubmitReport message) => Commit(
        message.By, Permission.FileReports, message.RequestId,
        (report, act) => report.Submit(message.Figures, message.ExpectedVersion, complete => FigureJson.ContentHash(unit, period, complete), act),
        e => e is ReportSubmitted filed && filed.Figures.Equals(message.Figures.WithSums()));

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Accept(AcceptReport message) => Commit(
        message.By, Permission.ReviewReports, message.RequestId,
        (report, act) => report.Accept(message.Version, act),
        e => e is ReportAccepted accepted && accepted.Version == message.Version);

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Return(ReturnReport message) => Commit(
        message.By, Permission.ReviewReports, message.RequestId,
        (report, act) => report.Return(message.Version, message.Reasons, act),
        e => e is ReportReturned returned && returned.Version == message.Version && returned.Reasons.SequenceEqual(message.Reasons));

    /// <inheritdoc />
    public async Task<Reply<ReportView>> Get(Subject by) =>
        await Misplaced(by, Permission.ReadReports) is { } finding ? Reply.Refuse<ReportView>(finding) : Reply.Of(View([]));

    /// <inheritdoc />
    public async Task<Reply<ReportView>> Check(Subject by, Figures figures)
    {
        if (await Misplaced(by, Permission.FileReports) is { } finding)
            return Reply.Refuse<ReportView>(finding);
        var judged = Report.Submit(figures, Report.Version, _ => [], Act(by));
        return Reply.Of(View(judged.Findings), judged.Findings);
    }

    private async Task<Reply<ReceiptView>> Commit(
        Subject by, Permission permission, string requestId, Func<Report, ReportAct, Decision<ReportEvent>> decide, Func<ReportEvent, bool> sameAct)
    {
        if (await Misplaced(by, permission) is { } finding)
            return Reply.Refuse<ReceiptView>(finding);
        var committed = await journal.Commit(by.Actor, requestId, report => decide(report, Act(by)), sameAct, Along);
        if (committed.Refused)
            return Reply.Refuse<ReceiptView>(committed.Findings);
        if (!committed.MessagePositions.IsEmpty)
            await PostUpward(committed.MessagePositions[0]);
        return Reply.Of(Receipt(committed.Act ?? journal.Acts[^1]), committed.Findings);
    }

    private async ValueTask<Finding?> Misplaced(Subject by, Permission permission)
    {
        roster = await rosters.Find(period); // kept in memory there; an amended list is another object
        if (Permissions.Check(by, permission, unit, divisions.Today) is { } denied)
            return denied;
        if (roster is null)
            return ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open");
        return Listed?.Due is null ? ReportRules.NotExpected.At("unit", $"{unit} 不在 {period} 应报名单内", $"{unit} is not on the list of {period}") : null;
    }

    private ReportAct Act(Subject by) => new(by.Actor, clock.Today(), Listed, roster!.Form);

    // A draft adds nothing to any total; every other act changes what the unit contributes.
    private Along Along(Report after, Act<ReportEvent> act)
    {
        if (act.Event is ReportDraftSaved)
            return Journals.Along.Nothing;
        contributed = Contribution.Of(unit, after, act.Hash);
        return new(
            [new ContributionChanged(contributed.ToRow(period, roster!.FilingRollsInto(Listed!)))],
            [new NewMessage(this.GetPrimaryKeyString(), Above(), ContributionMessage.TopicOf(unit, ContributionScope.Own), ContributionMessage.Kind, ReadOnlyMemory<byte>.Empty)]);
    }

    private string Above() => GrainKeys.RollUp(roster!.FilingRollsInto(Listed!), period);

    private Task PostUpward(long position) => GrainFactory.GetGrain<IOutboxGrain>(GrainKeys.Outbox(Above()))
        .Post([new Delivery([position], contributed!)]);

    private ReceiptView Receipt(Act<ReportEvent> act) => new(
        unit, period, Report.Version, Report.Revision, Report.State, Report.Filed?.ContentHash ?? [], act.Hash, act.Position, act.At, Report.Filed?.Late ?? false);

    private ReportView View(ImmutableArray<Finding> findings) => new(
        unit, Listed!.Name, period, Report.Revision, Report.State, Report.Version, Report.Filed?.Figures, Report.Draft,
        Report.Filed?.ContentHash ?? [], journal.Acts.Count == 0 ? [] : journal.Acts[^1].Hash,
        Report.Filed?.At, Report.Filed?.By ?? "", Report.Filed?.Late ?? false, Listed.Due!.Value, Report.ReturnReasons,
        findings.IsEmpty && (Report.Draft ?? Report.Filed?.Figures) is { } shown ? FigureCheck.Check(shown, Listed.Tier) : findings,
        [.. journal.Acts.Select(ActView)]);

    private static ReportActView ActView(Act<ReportEvent> act) => act.Event switch
    {
        ReportSubmitted e => new("submitted", e.Version, act.At, act.Actor, act.Hash),
        ReportAccepted e => new("accepted", e.Version, act.At, act.Actor, act.Hash),
        ReportReturned e => new("returned", e.Version, act.At, act.Actor, act.Hash),
        _ => new("draft-saved", 0, act.At, act.Actor, act.Hash),
    };
}
