using System.Collections.Immutable;
using Federation.Contracts.Obligations;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;
using Orleans.Concurrency;

namespace Federation.Contracts.WorkPoints;

/// <summary>年度工作要点: one plan of one unit and year. Key: plan/unit/year/number, for example plan/330000/2026/12.</summary>
[Alias("federation.work-plan-grain")]
public interface IWorkPlanGrain : IGrainWithStringKey
{
    /// <summary>Keeps a draft, and says what would keep it from being issued.</summary>
    [Alias("save-draft")]
    Task<Reply<PlanView>> SaveDraft(SavePlanDraft message);

    /// <summary>Who exactly would receive the draft, why, and what would be refused. Changes nothing.</summary>
    [Alias("preview"), ReadOnly]
    Task<Reply<PlanPreview>> Preview(PreviewPlan message);

    /// <summary>Issues the draft: recorded together with one message to each receiver.</summary>
    [Alias("issue")]
    Task<Reply<PlanView>> Issue(IssuePlan message);

    /// <summary>Issues the draft as a new version; only whoever is bound otherwise than before is sent it.</summary>
    [Alias("amend")]
    Task<Reply<PlanView>> Amend(AmendPlan message);

    /// <summary>Withdraws the plan; every receiver is told.</summary>
    [Alias("withdraw")]
    Task<Reply<PlanView>> Withdraw(WithdrawPlan message);

    /// <summary>Takes receipts and refusals of any number of receivers, recorded together; what is no newer than that held changes nothing.</summary>
    [Alias("take-receipts")]
    Task TakeReceipts(TakeReceipts message);

    /// <summary>Finds who has not answered in time and records it; called by the scanner of due dates, and harmless at any time.</summary>
    /// <returns>How many were found now.</returns>
    [Alias("escalate")]
    Task<int> Escalate();

    /// <summary>Duties that the version in force asks of a unit; empty when it binds it to none.</summary>
    [Alias("duties-of"), ReadOnly]
    Task<ImmutableArray<Duty>> DutiesOf(UnitId unit);

    /// <summary>The plan; null when there is not even a draft.</summary>
    [Alias("get"), ReadOnly]
    Task<PlanView?> Get();
}

/// <summary>回执到达: what receivers answered.</summary>
/// <param name="Receipts">Of whoever took its duties.</param>
/// <param name="Refusals">Of whoever did not.</param>
/// <param name="Absorbed">Messages of the outbox that are settled when this is recorded, in the same transaction.</param>
[GenerateSerializer, Immutable, Alias("federation.take-receipts")]
public sealed record TakeReceipts(
    [property: Id(0)] ImmutableArray<DutyReceipts> Receipts, [property: Id(1)] ImmutableArray<DutiesRefused> Refusals, [property: Id(2)] ImmutableArray<long> Absorbed);

/// <summary>存草稿</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="Draft">All of it.</param>
/// <param name="ExpectedRevision">Revision that the editor began with; -1: whichever.</param>
[GenerateSerializer, Immutable, Alias("federation.save-plan-draft")]
public sealed record SavePlanDraft(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] PlanDraft Draft, [property: Id(3)] long ExpectedRevision = -1);

/// <summary>预览接收单位</summary>
/// <param name="By">From the credentials.</param>
/// <param name="Draft">Draft to look at; null: the one kept, or the version in force.</param>
/// <param name="AsOf">Day of the tree; null: today.</param>
[GenerateSerializer, Immutable, Alias("federation.preview-plan")]
public sealed record PreviewPlan([property: Id(0)] Subject By, [property: Id(1)] PlanDraft? Draft, [property: Id(2)] DateOnly? AsOf);

/// <summary>发布</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="AsOf">Day of the tree; null: today.</param>
[GenerateSerializer, Immutable, Alias("federation.issue-plan")]
public sealed record IssuePlan([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DateOnly? AsOf = null);

/// <summary>修订</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="Reason">Why.</param>
/// <param name="AsOf">Day of the tree; null: today.</param>
[GenerateSerializer, Immutable, Alias("federation.amend-plan")]
public sealed record AmendPlan([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Reason, [property: Id(3)] DateOnly? AsOf = null);

/// <summary>撤回</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the issuer.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.withdraw-plan")]
public sealed record WithdrawPlan([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Reason);

/// <summary>A plan as it is read.</summary>
/// <param name="Plan">Its id.</param>
/// <param name="Revision">Number of acts recorded on it.</param>
/// <param name="Version">Version in force; 0: none.</param>
/// <param name="Content">Content of that version; null: none.</param>
/// <param name="Draft">A draft newer than it; null: none.</param>
/// <param name="AsOf">Day whose tree it was issued on.</param>
/// <param name="WithdrawnFor">Why it was withdrawn; null: it was not.</param>
/// <param name="History">What happened, oldest first; receipts are not in it.</param>
/// <param name="Counts">How its receivers stand.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-view")]
public sealed record PlanView(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] long Revision,
    [property: Id(2)] int Version,
    [property: Id(3)] PlanDraft? Content,
    [property: Id(4)] PlanDraft? Draft,
    [property: Id(5)] DateOnly? AsOf,
    [property: Id(6)] string? WithdrawnFor,
    [property: Id(7)] ImmutableArray<PlanAct> History,
    [property: Id(8)] PlanCounts Counts);

/// <summary>How the receivers of a plan stand, in units.</summary>
/// <param name="Receivers">Bound by the version in force.</param>
/// <param name="Reached">Those that have it.</param>
/// <param name="Opened">Those in which somebody opened it.</param>
/// <param name="Accepted">Those that have accepted every clause.</param>
/// <param name="Objected">Those that object to a clause.</param>
/// <param name="Escalated">Those whose silence was told.</param>
/// <param name="Refused">Those whose book did not take it.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-counts")]
public sealed record PlanCounts(
    [property: Id(0)] int Receivers, [property: Id(1)] int Reached, [property: Id(2)] int Opened, [property: Id(3)] int Accepted, [property: Id(4)] int Objected,
    [property: Id(5)] int Escalated, [property: Id(6)] int Refused = 0);

/// <summary>Something that happened to a plan.</summary>
/// <param name="Kind">Stable name of the event.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Version">Version that it made; 0: none.</param>
/// <param name="Text">Reason given.</param>
/// <param name="Differences">What the version changed.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-act")]
public sealed record PlanAct(
    [property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By, [property: Id(3)] int Version, [property: Id(4)] string Text,
    [property: Id(5)] ImmutableArray<ClauseDifferenceView> Differences);

/// <summary>A clause that a version added, changed or removed.</summary>
/// <param name="Clause">Its place.</param>
/// <param name="Change">What happened to it.</param>
/// <param name="Before">Its text and measures before; empty when added.</param>
/// <param name="After">Its text and measures after; empty when removed.</param>
[GenerateSerializer, Immutable, Alias("federation.clause-difference")]
public sealed record ClauseDifferenceView(
    [property: Id(0)] string Clause, [property: Id(1)] ClauseChange Change, [property: Id(2)] string Before, [property: Id(3)] string After);

/// <summary>Who would receive a draft.</summary>
/// <param name="AsOf">Day of the tree.</param>
/// <param name="Receivers">In tree order.</param>
/// <param name="AcceptBy">Last day for an answer of the first of them, if it was issued today; null: none is asked.</param>
/// <param name="Differences">What it changes in the version in force.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-preview")]
public sealed record PlanPreview(
    [property: Id(0)] DateOnly AsOf, [property: Id(1)] ImmutableArray<PlanReceiver> Receivers, [property: Id(2)] DateOnly? AcceptBy,
    [property: Id(3)] ImmutableArray<ClauseDifferenceView> Differences);

/// <summary>A receiver as it is read.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Clauses">Clauses that bind it.</param>
/// <param name="Why">What chose it.</param>
[GenerateSerializer, Immutable, Alias("federation.plan-receiver")]
public sealed record PlanReceiver([property: Id(0)] UnitId Unit, [property: Id(1)] ImmutableArray<string> Clauses, [property: Id(2)] string Why);
