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

/// <summary>One unit's report of one period and scope. Key: report/unit/period, or whole-report/unit/period.</summary>
[GrainType("report")]
public sealed partial class ReportGrain(
    ILedger ledger, IReadModels readModels, IDivisions divisions, IRosters rosters, TimeProvider clock, LocalRules? localRules = null, Lineage? lineage = null)
    : Grain, IReportGrain
{
    private readonly Journal<Report, ReportEvent, ReportStream> journal = new(ledger, clock);
    private UnitId unit = UnitId.Nation;
    private PeriodId period = PeriodId.Annual(2021);
    private ReportScope scope;
    private Roster? roster;
    private (Roster? Now, Roster? Then, ImmutableArray<(UnitId Unit, ContributionScope Kept, bool Leaves)> Parts) past; // whose filings last year's figures are
    private Contribution? contributed; // by the act recorded last, made once for the row and for the message

    private Report Report => journal.State;

    private RosterRow? Listed => roster?.Find(unit);

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = this.GetPrimaryKeyString();
        (unit, period) = GrainKeys.UnitAndPeriodOf(key);
        scope = GrainKeys.ScopeOf(key);
        roster = await rosters.Find(period, cancellationToken);
        await journal.Open(key, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> SaveDraft(SaveReportDraft message) => Judged(
        message.By, message.RequestId,
        (report, check, act) => report.SaveDraft(message.Content, message.ExpectedRevision, check, act),
        e => e is ReportDraftSaved saved && SameButSigners(saved.Content, message.Content), drafting: true);

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Edit(EditReportDraft message)
    {
        var edits = new DraftEdits(
            [.. message.Cells.Select(c => new CellEdit(c.Cell, c.Was, c.Now))], [.. message.Texts.Select(t => new TextEdit(t.Section, t.Was, t.Now))]);
        return Judged(message.By, message.RequestId, (report, check, act) => report.Edit(edits, check, act), e => e is ReportDraftSaved saved && !edits.Faults(saved.Content).Any() && edits.Apply(saved.Content).Equals(saved.Content), drafting: true);
    }

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Submit(SubmitReport message) => Judged(
        message.By, message.RequestId,
        (report, check, act) => report.Submit(message.Content, message.ExpectedVersion, message.Correction, c => ContentJson.Hash(unit, period, scope, c), check, act),
        e => e is ReportSubmitted filed && FigureCheck.CanSum(message.Content.Figures) && SameButSigners(filed.Content, message.Content.WithSums())
            && (filed.Correction.Length == 0 || filed.Correction == message.Correction.Trim()), drafting: false);

    /// <inheritdoc />
    public async Task<Reply<ReceiptView>> Approve(ApproveReport message)
    {
        var gate = scope == ReportScope.Whole && Report.Pending is { } pending ? await Gate(pending.Content) : [];
        return await Commit(
            message.By, Permission.ApproveReports, message.RequestId,
            (report, act) => report.Approve(message.Version, message.ContentHash, gate, act),
            e => e is ReportSealed done && done.Version == message.Version && done.ContentHash.SequenceEqual(message.ContentHash));
    }

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> SendBack(ReturnReport message) => Commit(
        message.By, Permission.ApproveReports, message.RequestId,
        (report, act) => report.SendBack(message.Version, message.Reasons, act),
        e => e is ReportSentBack back && back.Version == message.Version && back.Reasons.SequenceEqual(message.Reasons));

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
    public Task<Reply<ReceiptView>> Publish(PublishReport message) => Commit(
        message.By, Permission.PublishReports, message.RequestId,
        (report, act) => report.Publish(message.Version, message.Where, message.On ?? act.Today, act),
        e => e is ReportPublished published && published.Version == message.Version && published.Where == message.Where.Trim() && published.On == (message.On ?? published.On));

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Grant(GrantException message) => Commit(
        message.By, Permission.ChaseReports, message.RequestId,
        (report, act) => report.Grant(message.Until, message.Reason, act),
        e => e is ExceptionGranted granted && granted.Until == message.Until && granted.Reason == message.Reason.Trim());

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Urge(UrgeReport message) => Commit(
        message.By, Permission.ChaseReports, message.RequestId, (report, act) => report.Urge(message.Text, act), e => e is ReportUrged urged && urged.Text == message.Text.Trim());

    /// <inheritdoc />
    public Task<Reply<ReceiptView>> Count(CountRegister message) => Commit(
        message.By, Permission.FileReports, message.RequestId,
        (report, act) => message.Cells.GroupBy(c => c.Cell).Where(g => g.Count() > 1).Select(g => ReportRules.CellTwice.At(g.Key)).ToList() is { Count: > 0 } twice
            ? Decision<ReportEvent>.Refuse(twice)
            : report.Count(new RegisterCounted(message.System, message.Cells.ToImmutableSortedDictionary(c => c.Cell, c => c.Count, StringComparer.Ordinal)), act),
        e => e is RegisterCounted counted && counted.System == message.System && counted.Cells.Count == message.Cells.Length
            && message.Cells.All(c => counted.Cells.TryGetValue(c.Cell, out var count) && count == c.Count));

    // Acts on content run the rules; what these look at is gathered before, so that deciding itself waits for nothing.
    private async Task<Reply<ReceiptView>> Judged(
        Subject by, string requestId, Func<Report, Func<ReportContent, ImmutableArray<Finding>>, ReportAct, Decision<ReportEvent>> decide, Func<ReportEvent, bool> sameAct, bool drafting)
    {
        if (await Misplaced(by, Permission.FileReports) is { } finding)
            return Reply.Refuse<ReceiptView>(finding);
        var context = await Context(drafting);
        return await Record(by, requestId, (report, act) => decide(report, content => ReportCheck.Check(content, context), act), sameAct);
    }

    private async Task<Reply<ReceiptView>> Commit(
        Subject by, Permission permission, string requestId, Func<Report, ReportAct, Decision<ReportEvent>> decide, Func<ReportEvent, bool> sameAct)
    {
        return await Misplaced(by, permission) is { } finding ? Reply.Refuse<ReceiptView>(finding) : await Record(by, requestId, decide, sameAct);
    }

    private async Task<Reply<ReceiptView>> Record(Subject by, string requestId, Func<Report, ReportAct, Decision<ReportEvent>> decide, Func<ReportEvent, bool> sameAct)
    {
        var committed = await journal.Commit(by.Actor, requestId, report => decide(report, Act(by)), sameAct, Along);
        if (committed.Refused)
            return Reply.Refuse<ReceiptView>(committed.Findings);
        if (!committed.MessagePositions.IsEmpty)
            await PostUpward(committed.MessagePositions[0]);
        return Reply.Of(Receipt(committed.Act ?? (journal.Acts.Count > 0 ? journal.Acts[^1] : null)), committed.Findings);
    }

    private async ValueTask<Finding?> Misplaced(Subject by, Permission permission)
    {
        roster = await rosters.Find(period); // kept in memory there; an amended list is another object
        if (Permissions.Check(by, permission, unit, divisions.With(unit, period.LastDay)) is { } denied)
            return denied;
        if (roster is null)
            return ReportRules.PeriodNotOpen.At("period", $"报告期 {period} 未开启", $"period {period} is not open");
        if (Listed?.Due is null)
            return ReportRules.NotExpected.At("unit", $"{unit} 不在 {period} 应报名单内", $"{unit} is not on the list of {period}");
        return scope == ReportScope.Whole && unit.IsAgency ? ReportRules.NoTerritory.At("scope") : null;
    }

    private ReportAct Act(Subject by) => new(by.Actor, clock.Today(), Listed, roster!.Form) { Locks = Listed?.Locks };

    // Only own reports enter totals, and of their acts only those that change what the unit adds.
    private Along Along(Report after, Act<ReportEvent> act)
    {
        if (!act.Event.Counts || scope == ReportScope.Whole)
            return Journals.Along.Nothing;
        contributed = Contribution.Of(unit, after, act.Hash);
        return new(
            [new ContributionChanged(contributed.ToRow(period, roster!.FilingRollsInto(Listed!)))],
            [new NewMessage(this.GetPrimaryKeyString(), Above(), ContributionMessage.TopicOf(unit, ContributionScope.Own), ContributionMessage.Kind, ReadOnlyMemory<byte>.Empty)]);
    }

    private string Above() => GrainKeys.RollUp(roster!.FilingRollsInto(Listed!), period);

    private Task PostUpward(long position) => GrainFactory.GetGrain<IOutboxGrain>(GrainKeys.Outbox(Above()))
        .Post([new Delivery([position], contributed!)]);

    // The grain says who disposes of a finding, so a repeated message may differ from the event in that alone.
    private static bool SameButSigners(ReportContent recorded, ReportContent sent) =>
        recorded.Figures.Equals(sent.Figures) && recorded.Texts.SequenceEqual(sent.Texts)
        && recorded.Dispositions.Select(d => d with { By = "" }).SequenceEqual(sent.Dispositions.Select(d => d with { By = "" }));
}
