using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.WorkPoints;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Ledger;
using Federation.Domain.Obligations;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Grains.Journals;
using Federation.Grains.Outbox;

namespace Federation.Grains.WorkPoints;

/// <summary>A work plan. Key: plan/unit/year/number.</summary>
[GrainType("work-plan")]
public sealed partial class WorkPlanGrain(
    ILedger ledger, IReadModels readModels, IDivisions divisions, IRosters rosters, IWorkingDays workingDays, TimeProvider clock) : Grain, IWorkPlanGrain
{
    private const string System = "system@000000";
    private readonly Journal<WorkPlan, WorkPlanEvent, WorkPlanStream> journal = new(ledger, clock);
    private PlanId? key;
    private ImmutableArray<NewMessage> outgoing = []; // of the act recorded last

    private PlanId Id => key ?? throw new InvalidOperationException("not activated");

    private WorkPlan Plan => journal.State;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = GrainKeys.PlanOf(this.GetPrimaryKeyString());
        return journal.Open(this.GetPrimaryKeyString(), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Reply<PlanView>> SaveDraft(SavePlanDraft message)
    {
        var context = await Context(message.Draft, null);
        return await Commit(
            message.By, message.RequestId, plan => plan.SaveDraft(message.Draft, message.ExpectedRevision, context), e => e is PlanDraftSaved saved && saved.Draft.SameAs(message.Draft));
    }

    /// <inheritdoc />
    public async Task<Reply<PlanPreview>> Preview(PreviewPlan message)
    {
        if (Permissions.Check(message.By, Permission.IssuePlans, Id.Issuer, divisions.Today) is { } denied)
            return Reply.Refuse<PlanPreview>(denied);
        if ((message.Draft ?? Plan.Draft ?? Plan.Issued?.Content) is not { } draft)
            return Reply.Refuse<PlanPreview>(WorkPlanRules.NoDraft.At("draft"));
        var context = await Context(draft, message.AsOf);
        var (receivers, findings) = Plan.Check(draft, context);
        return Reply.Of(
            new PlanPreview(
                context.AsOf, [.. receivers.Units.Select(r => new PlanReceiver(r.Unit, r.Clauses, r.Why))],
                draft.AcceptWithin > 0 && !receivers.Units.IsEmpty ? workingDays.AddWorkingDays(receivers.Units[0].Unit, clock.Today(), draft.AcceptWithin) : null,
                Differences(Plan.Issued?.Content, draft)),
            findings);
    }

    /// <inheritdoc />
    public async Task<Reply<PlanView>> Issue(IssuePlan message)
    {
        var context = await Context(Plan.Draft, message.AsOf);
        return await Commit(message.By, message.RequestId, plan => plan.Issue(context), e => e is PlanIssued { Version: 1 });
    }

    /// <inheritdoc />
    public async Task<Reply<PlanView>> Amend(AmendPlan message)
    {
        var context = await Context(Plan.Draft, message.AsOf);
        return await Commit(message.By, message.RequestId, plan => plan.Amend(message.Reason, context), e => e is PlanIssued issued && issued.Reason == message.Reason.Trim());
    }

    /// <inheritdoc />
    public Task<Reply<PlanView>> Withdraw(WithdrawPlan message) =>
        Commit(message.By, message.RequestId, plan => plan.Withdraw(message.Reason), e => e is PlanWithdrawn);

    /// <inheritdoc />
    public async Task TakeReceipts(TakeReceipts message)
    {
        ImmutableArray<Receipt> read = [.. message.Receipts.Select(ReceiptsReading.Read), .. message.Refusals.Select(ReceiptsReading.Read)];
        var committed = await journal.Commit(System, "", plan => plan.Take(read), _ => false, (after, act) => Along(after, act) with { Absorbed = message.Absorbed });
        if (committed.Act is null && !message.Absorbed.IsEmpty) // known before: the messages are settled all the same
            await ledger.Append(new Append("", 0, clock.GetUtcNow(), System, "", "", []) { Absorbed = message.Absorbed }, CancellationToken.None);
    }

    /// <inheritdoc />
    public async Task<int> Escalate()
    {
        var today = clock.Today();
        var committed = await journal.Commit(System, "", plan => plan.Escalate(today, workingDays.AddWorkingDays), _ => false, Along);
        if (committed.Act?.Event is PlanSilenceEscalated found)
            return found.Units.Length;
        await Watch(today);
        return 0;
    }

    // nobody is silent: the date is settled, or, where a region's calendar leaves more time, asked again tomorrow
    private async Task Watch(DateOnly today)
    {
        var open = Plan is { WithdrawnFor: null, Issued.Content.AcceptWithin: > 0 }
            && Plan.Standings.Values.Any(s => s.IsSilent);
        ImmutableArray<DueRow> rows = open ? [new DueRow(Id.Issuer, BeijingTime.StartOf(today.AddDays(1)), "silence", this.GetPrimaryKeyString())] : [];
        await ledger.Append(new Append("", 0, clock.GetUtcNow(), System, "", "", []) { Changes = [new DuesChanged(this.GetPrimaryKeyString(), rows)] }, CancellationToken.None);
    }

    /// <inheritdoc />
    public Task<ImmutableArray<Duty>> DutiesOf(UnitId unit) => Task.FromResult<ImmutableArray<Duty>>(
        Plan is { Issued: { } issued, WithdrawnFor: null } && Plan.Standings.TryGetValue(unit, out var standing)
            ? PlanMessages.DutiesOf(Id, issued, standing.Receiver.Clauses, unit)
            : []);

    private async Task<Reply<PlanView>> Commit(Subject by, string requestId, Func<WorkPlan, Decision<WorkPlanEvent>> decide, Func<WorkPlanEvent, bool> sameAct)
    {
        if (Permissions.Check(by, Permission.IssuePlans, Id.Issuer, divisions.Today) is { } denied)
            return Reply.Refuse<PlanView>(denied);
        var committed = await journal.Commit(by.Actor, requestId, decide, sameAct, Along);
        if (committed.Refused)
            return Reply.Refuse<PlanView>(committed.Findings);
        if (!committed.MessagePositions.IsEmpty)
            await Parcels.Send(GrainFactory, committed.Act!.At, outgoing, committed.MessagePositions);
        outgoing = [];
        return Reply.Of(View(), committed.Findings);
    }

    private Along Along(WorkPlan after, Act<WorkPlanEvent> act)
    {
        outgoing = act.Event switch
        {
            PlanIssued e => PlanMessages.Of(Id, Plan.Issued, after, e, act.At),
            PlanWithdrawn => PlanMessages.Withdrawing(Id, after, act.At),
            _ => [],
        };
        return act.Event switch
        {
            PlanIssued e => new([PlanRowsOf.Plan(Id, after, workingDays), PlanRowsOf.All(Id, after), Dues(e, act.At)], outgoing),
            PlanReceiptsTaken e => new([PlanRowsOf.Of(Id, after, e.Receipts.Select(r => r.Unit))], []),
            PlanSilenceEscalated e => new([PlanRowsOf.Of(Id, after, e.Units), new DuesChanged(this.GetPrimaryKeyString(), [])], []),
            PlanDraftSaved => new([PlanRowsOf.Plan(Id, after, workingDays)], []),
            _ => new([PlanRowsOf.Plan(Id, after, workingDays), PlanRowsOf.All(Id, after), new DuesChanged(this.GetPrimaryKeyString(), [])], outgoing),
        };
    }

    // The day after the last for an answer by the issuer's calendar; whoever is woken then asks each receiver's own.
    private DuesChanged Dues(PlanIssued issued, DateTimeOffset at) => new(
        this.GetPrimaryKeyString(),
        issued.Content.AcceptWithin == 0 ? [] : [new DueRow(Id.Issuer, BeijingTime.StartOf(workingDays.AddWorkingDays(Id.Issuer, BeijingTime.DateOf(at), issued.Content.AcceptWithin).AddDays(1)), "silence", this.GetPrimaryKeyString())]);

    // What a decision looks at is gathered before, so that deciding itself waits for nothing: the duties of the issuer that clauses carry on.
    private async Task<IssueContext> Context(PlanDraft? draft, DateOnly? asOf)
    {
        var day = asOf ?? clock.Today();
        var tree = divisions.AsOf(day);
        var held = ImmutableArray.CreateBuilder<Duty>();
        foreach (var plan in (draft?.Points ?? []).Select(p => p.Source?.Plan).OfType<string>().Distinct())
        {
            if (PlanId.TryParse(plan, out var above) && above != Id)
                held.AddRange(await GrainFactory.GetGrain<IWorkPlanGrain>(GrainKeys.Plan(above)).DutiesOf(Id.Issuer));
        }
        var tags = await TagsAsOf(day, tree);
        return new IssueContext(Id, clock.Today(), content => ReceiverList.Of(Id.Issuer, content, tree, tags), day, held.ToImmutable(), await Numbers());
    }

    // Tags that the issuer has given, and those of everybody above it: a pilot county of the province is one for its city too.
    private async Task<UnitTags> TagsAsOf(DateOnly day, DivisionTree tree)
    {
        var found = new List<UnitTagView>();
        for (var at = Id.Issuer; at is not null; at = tree.Find(at)?.Parent)
            found.AddRange((await GrainFactory.GetGrain<ITagsGrain>(GrainKeys.Tags(at)).List()).All.Where(t => t.HoldsOn(day)));
        return new UnitTags(found.GroupBy(t => t.Tag).ToImmutableDictionary(g => g.Key, g => g.Select(t => t.Unit).ToImmutableHashSet()));
    }

    // The newest annual reports: a number in their form is not to be asked for again.
    private async Task<HeldReports?> Numbers()
    {
        var annual = (await readModels.Periods(CancellationToken.None)).Select(p => PeriodId.Parse(p.Period)).Where(p => p.Kind == PeriodKind.Annual).ToList();
        return annual.Count > 0 && annual.MaxBy(p => p.LastDay) is { } newest && await rosters.Find(newest) is { } roster ? new HeldReports(roster.Form, newest) : null;
    }
}
