using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Catalogs.Review;

/// <summary>What can happen to an entry before it is public, and to its standing afterwards. Who and when stand beside the event in the ledger.</summary>
public abstract record DraftEvent;

/// <summary>起草: an author wrote or changed it. The first of a round begins it.</summary>
/// <param name="Content">All of it; may be incomplete.</param>
/// <param name="Round">How manieth way to the public, from 1.</param>
/// <param name="BaseRevision">Revision of the catalog that it is written on; 0: it was never there.</param>
public sealed record DraftSaved(CatalogEntry Content, int Round, long BaseRevision) : DraftEvent;

/// <summary>送审: handed in.</summary>
/// <param name="Steps">Steps as the catalog had them then; they hold for this round.</param>
public sealed record DraftHandedIn(ImmutableArray<string> Steps) : DraftEvent;

/// <summary>通过: a step is passed. After the last one the entry is released, or, when it is withheld, stands in the register.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Note">A remark; empty: none.</param>
public sealed record StepPassed(string Step, string Note) : DraftEvent;

/// <summary>退回, 退文: back to its author.</summary>
/// <param name="Step">Step at which, or where it was missing its attribute 登记.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">What is to be mended, by field.</param>
public sealed record DraftReturned(string Step, string Reason, ImmutableArray<string> Fields) : DraftEvent;

/// <summary>不予公开: decided by a reviewer, or, of what stands in the register, looked at again and kept there.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Basis">Article 14, 15 or 16.</param>
/// <param name="ReviewOn">Day of the next look.</param>
public sealed record EntryWithheld(string Reason, string Basis, DateOnly ReviewOn) : DraftEvent;

/// <summary>复核到期: the day of the next look has come.</summary>
/// <param name="On">That day.</param>
public sealed record LookFellDue(DateOnly On) : DraftEvent;

/// <summary>公开: the catalog took it.</summary>
/// <param name="Round">Round that is over with it.</param>
/// <param name="Revision">Revision in the catalog.</param>
/// <param name="Seq">Its place in the feed.</param>
/// <param name="IndexNumber">索引号 as it stands there; empty: none.</param>
/// <param name="PublishedOn">发布日期</param>
public sealed record EntryPublished(int Round, long Revision, long Seq, string IndexNumber, DateOnly PublishedOn) : DraftEvent;

/// <summary>冲突: the catalog held another revision than it was written on; back to its author.</summary>
/// <param name="Round">Round.</param>
/// <param name="Revision">Revision there.</param>
public sealed record EntryClashed(int Round, long Revision) : DraftEvent;

/// <summary>未收录: the catalog found something that the review did not, such as an index number taken meanwhile; back to its author.</summary>
/// <param name="Round">Round.</param>
/// <param name="Reason">What it found.</param>
/// <param name="Fields">Where.</param>
public sealed record EntryNotTaken(int Round, string Reason, ImmutableArray<string> Fields) : DraftEvent;

/// <summary>申请撤回</summary>
/// <param name="Reason">Why.</param>
/// <param name="Revision">Revision to be withdrawn.</param>
/// <param name="Entry">As the catalog holds it.</param>
public sealed record WithdrawalAsked(string Reason, long Revision, CatalogEntry Entry) : DraftEvent;

/// <summary>同意撤回: by another person.</summary>
public sealed record WithdrawalAgreed(string Note) : DraftEvent;

/// <summary>不同意撤回: it stays public.</summary>
public sealed record WithdrawalRefused(string Reason) : DraftEvent;

/// <summary>已撤回: out of the catalog.</summary>
/// <param name="Revision">Revision of the tombstone.</param>
public sealed record EntryWithdrawn(long Revision) : DraftEvent;

/// <summary>超期: the last day for making it public has passed. Stays in the unit's record.</summary>
/// <param name="LastDay">That day.</param>
public sealed record LimitPassed(DateOnly LastDay) : DraftEvent;

/// <summary>时效待核: another entry says that it repeals or amends this one.</summary>
/// <param name="Proposal">What it says.</param>
public sealed record ValidityProposed(ValidityProposal Proposal) : DraftEvent;

/// <summary>时效已核: a person decided on it.</summary>
/// <param name="Number">Which proposal.</param>
/// <param name="Accepted">Whether the validity is to change.</param>
/// <param name="Reason">Why not; empty when accepted.</param>
/// <param name="Content">When accepted: the entry with its new validity, on which a round begins.</param>
/// <param name="BaseRevision">Revision of the catalog that it is written on.</param>
public sealed record ValidityDecided(int Number, bool Accepted, string Reason, CatalogEntry? Content, long BaseRevision) : DraftEvent;

/// <summary>What an entry says of the validity of another.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Catalog">Whose catalog the other is in.</param>
/// <param name="From">The other.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">What this one would be.</param>
/// <param name="Since">Since when; null: not told.</param>
/// <param name="Open">False: decided.</param>
public sealed record ValidityProposal(int Number, UnitId Catalog, EntryId From, string Title, ValidityState State, DateOnly? Since, bool Open = true);
