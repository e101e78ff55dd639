using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Domain.WorkPoints;

/// <summary>What can happen to a work plan. Who and when stand beside the event in the ledger.</summary>
public abstract record WorkPlanEvent;

/// <summary>草稿: a draft was kept, of a first version or of an amendment.</summary>
public sealed record PlanDraftSaved(PlanDraft Draft) : WorkPlanEvent;

/// <summary>发布、修订: a version was issued to exactly these receivers.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Content">All of it.</param>
/// <param name="AsOf">Day whose tree the choices were evaluated on.</param>
/// <param name="Receivers">In tree order.</param>
/// <param name="Trails">By clause: its way from the first issuer down to this plan.</param>
/// <param name="Reason">Why it was amended; empty for version 1.</param>
public sealed record PlanIssued(
    int Version, PlanDraft Content, DateOnly AsOf, ImmutableArray<Receiver> Receivers, ImmutableDictionary<string, ImmutableArray<TrailStep>> Trails, string Reason) : WorkPlanEvent;

/// <summary>回执: receipts of any number of receivers, as they came in together.</summary>
public sealed record PlanReceiptsTaken(ImmutableArray<Receipt> Receipts) : WorkPlanEvent;

/// <summary>逾期未签收: receivers that had neither accepted nor objected in time; the units above them were told.</summary>
/// <param name="Day">Day of the finding.</param>
/// <param name="Units">In tree order.</param>
public sealed record PlanSilenceEscalated(DateOnly Day, ImmutableArray<UnitId> Units) : WorkPlanEvent;

/// <summary>撤回: the plan binds nobody any more.</summary>
public sealed record PlanWithdrawn(string Reason) : WorkPlanEvent;
