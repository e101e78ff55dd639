using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Divisions;
using Orleans.Concurrency;

namespace Federation.Contracts.Catalogs;

/// <summary>公开审查: one entry of a unit before it is public, and its clocks. Key: entry/unit/id, for example entry/330110/2026-17.</summary>
[Alias("federation.entry-draft-grain")]
public interface IEntryDraftGrain : IGrainWithStringKey
{
    /// <summary>起草</summary>
    [Alias("save")]
    Task<Reply<DraftView>> Save(SaveDraft message);

    /// <summary>送审</summary>
    [Alias("hand-in")]
    Task<Reply<DraftView>> HandIn(HandInDraft message);

    /// <summary>通过</summary>
    [Alias("pass")]
    Task<Reply<DraftView>> Pass(PassStep message);

    /// <summary>退回</summary>
    [Alias("return")]
    Task<Reply<DraftView>> Return(ReturnDraft message);

    /// <summary>不予公开</summary>
    [Alias("withhold")]
    Task<Reply<DraftView>> Withhold(WithholdDraft message);

    /// <summary>申请撤回</summary>
    [Alias("withdraw")]
    Task<Reply<DraftView>> Withdraw(WithdrawPublic message);

    /// <summary>时效核定</summary>
    [Alias("decide-validity")]
    Task<Reply<DraftView>> DecideValidity(DecideDraftValidity message);

    /// <summary>The entry with its way so far.</summary>
    [Alias("get"), ReadOnly]
    Task<Reply<DraftView>> Get(Subject by);

    /// <summary>Takes the catalog's answer; one that came before changes nothing.</summary>
    [Alias("settle")]
    Task Settle(SettleRelease message);

    /// <summary>Takes down what another entry says of the validity of this one.</summary>
    [Alias("propose")]
    Task Propose(ProposeValidity message);

    /// <summary>Does what is due; a lost or doubled call changes nothing.</summary>
    [Alias("wake")]
    Task Wake();

    /// <summary>Records acts of another installation as they were recorded there, with the lists and open dates that follow here.</summary>
    [Alias("restore")]
    Task<Reply<RestoredCount>> Restore(RestoreActs message);
}

/// <summary>起草: writes content.</summary>
/// <param name="RequestId">Chosen by the sender; the same id twice has one effect. Empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Entry">All of it; may be incomplete.</param>
/// <param name="ExpectedVersion">Version of the draft that was read; null: whichever.</param>
/// <param name="SeenRevision">Revision of the catalog that was read; null: whichever.</param>
/// <param name="Contents">Texts and files that the entry names by hash, as far as they are not kept yet.</param>
[GenerateSerializer, Immutable, Alias("federation.save-draft")]
public sealed record SaveDraft(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] CatalogEntry Entry, [property: Id(3)] long? ExpectedVersion, [property: Id(4)] long? SeenRevision,
    [property: Id(5)] ImmutableArray<ContentPart> Contents);

/// <summary>送审</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="ExpectedVersion">Version of the draft that was read; null: whichever.</param>
[GenerateSerializer, Immutable, Alias("federation.hand-in-draft")]
public sealed record HandInDraft([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] long? ExpectedVersion);

/// <summary>通过: passes the step that waits, or agrees to a withdrawal.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Hash">Hash of the content that was read; null: nothing was, which passes nothing.</param>
/// <param name="Note">A remark; empty: none.</param>
[GenerateSerializer, Immutable, Alias("federation.pass-step")]
public sealed record PassStep([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] Digest? Hash, [property: Id(3)] string Note);

/// <summary>退回</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Reason">Why.</param>
/// <param name="Fields">What is to be mended.</param>
[GenerateSerializer, Immutable, Alias("federation.return-draft")]
public sealed record ReturnDraft([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Reason, [property: Id(3)] ImmutableArray<string> Fields);

/// <summary>不予公开</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">Article 14, 15 or 16.</param>
/// <param name="ReviewOn">Day of the next look; null is refused.</param>
[GenerateSerializer, Immutable, Alias("federation.withhold-draft")]
public sealed record WithholdDraft(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Reason, [property: Id(3)] string Basis, [property: Id(4)] DateOnly? ReviewOn);

/// <summary>申请撤回</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.withdraw-public")]
public sealed record WithdrawPublic([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Reason);

/// <summary>时效核定</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Number">Which proposal.</param>
/// <param name="Accept">Whether the validity is to change.</param>
/// <param name="Reason">Why not.</param>
[GenerateSerializer, Immutable, Alias("federation.decide-draft-validity")]
public sealed record DecideDraftValidity(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] int Number, [property: Id(3)] bool Accept, [property: Id(4)] string Reason);

/// <summary>What the catalog answered to a release.</summary>
/// <param name="Round">Round of the draft.</param>
/// <param name="Result">How it ended.</param>
/// <param name="IndexNumber">索引号 as it stands there; empty: none.</param>
/// <param name="PublishedOn">发布日期</param>
/// <param name="Position">Message of the outbox that is settled with it.</param>
[GenerateSerializer, Immutable, Alias("federation.settle-release")]
public sealed record SettleRelease(
    [property: Id(0)] int Round, [property: Id(1)] EntryResult Result, [property: Id(2)] string IndexNumber, [property: Id(3)] DateOnly PublishedOn, [property: Id(4)] long Position);

/// <summary>What another entry says of the validity of this one.</summary>
/// <param name="Catalog">Whose catalog the other is in.</param>
/// <param name="From">The other.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">What this one would be.</param>
/// <param name="Since">Since when; null: not told.</param>
/// <param name="Position">Message of the outbox that is settled with it.</param>
[GenerateSerializer, Immutable, Alias("federation.propose-validity")]
public sealed record ProposeValidity(
    [property: Id(0)] UnitId Catalog, [property: Id(1)] EntryId From, [property: Id(2)] string Title, [property: Id(3)] ValidityState State, [property: Id(4)] DateOnly? Since,
    [property: Id(5)] long Position);

/// <summary>An entry on its way.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Id">The entry.</param>
/// <param name="State">Where it is.</param>
/// <param name="Version">Acts recorded.</param>
/// <param name="Round">Round; 0: nothing written.</param>
/// <param name="Entry">What is written; null: nothing.</param>
/// <param name="Step">Step that it waits for; empty: none.</param>
/// <param name="Steps">Steps of the round.</param>
/// <param name="BaseRevision">Revision of the catalog that it is written on.</param>
/// <param name="Present">What the catalog holds; null: nothing.</param>
/// <param name="PresentRevision">Its revision there, removals counted; 0: never there.</param>
/// <param name="Clash">Revision in the catalog that stood in the way; 0: none.</param>
/// <param name="Authors">Who wrote in this round.</param>
/// <param name="Return">The newest return; null: none.</param>
/// <param name="Withheld">How it stands in the register; null: it does not.</param>
/// <param name="Withdrawal">Why it is to be withdrawn; empty: it is not.</param>
/// <param name="PublishedOn">When it was first public; null: not yet.</param>
/// <param name="LastDay">Last day for making it public; null: no clock.</param>
/// <param name="Light">open, due_soon, late, done, done_late; empty: no clock.</param>
/// <param name="Proposals">What waits to be decided on its validity.</param>
/// <param name="Log">Every act, oldest first.</param>
/// <param name="MayAct">The asker may do the step that waits.</param>
[GenerateSerializer, Immutable, Alias("federation.draft-view")]
public sealed record DraftView(
    [property: Id(0)] UnitId Unit, [property: Id(1)] EntryId Id, [property: Id(2)] DraftState State, [property: Id(3)] long Version, [property: Id(4)] int Round,
    [property: Id(5)] CatalogEntry? Entry, [property: Id(6)] string Step, [property: Id(7)] ImmutableArray<string> Steps, [property: Id(8)] long BaseRevision,
    [property: Id(9)] CatalogEntry? Present, [property: Id(10)] long PresentRevision, [property: Id(11)] long Clash, [property: Id(12)] ImmutableArray<string> Authors,
    [property: Id(13)] ReturnView? Return, [property: Id(14)] WithheldView? Withheld, [property: Id(15)] string Withdrawal, [property: Id(16)] DateOnly? PublishedOn,
    [property: Id(17)] DateOnly? LastDay, [property: Id(18)] string Light, [property: Id(19)] ImmutableArray<ValidityProposalView> Proposals, [property: Id(20)] ImmutableArray<DraftActView> Log,
    [property: Id(21)] bool MayAct);

/// <summary>A return.</summary>
[GenerateSerializer, Immutable, Alias("federation.return-view")]
public sealed record ReturnView(
    [property: Id(0)] string Step, [property: Id(1)] string Reason, [property: Id(2)] ImmutableArray<string> Fields, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At);

/// <summary>A place in the register of what is withheld.</summary>
[GenerateSerializer, Immutable, Alias("federation.withheld-view")]
public sealed record WithheldView(
    [property: Id(0)] string Reason, [property: Id(1)] string Basis, [property: Id(2)] DateOnly ReviewOn, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At, [property: Id(5)] bool LookDue);

/// <summary>A validity that waits to be decided.</summary>
[GenerateSerializer, Immutable, Alias("federation.validity-proposal-view")]
public sealed record ValidityProposalView(
    [property: Id(0)] int Number, [property: Id(1)] UnitId Catalog, [property: Id(2)] EntryId From, [property: Id(3)] string Title, [property: Id(4)] ValidityState State, [property: Id(5)] DateOnly? Since);

/// <summary>An act on a draft.</summary>
/// <param name="Kind">Stable name, for example step-passed.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Step">Step concerned; empty: none.</param>
/// <param name="Text">Reason or remark.</param>
/// <param name="Fields">Fields concerned.</param>
[GenerateSerializer, Immutable, Alias("federation.draft-act-view")]
public sealed record DraftActView(
    [property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string By, [property: Id(3)] string Step, [property: Id(4)] string Text, [property: Id(5)] ImmutableArray<string> Fields);

/// <summary>签发: entries that drafts of the unit release into its catalog, in order.</summary>
/// <param name="Releases">Each one act of its own.</param>
[GenerateSerializer, Immutable, Alias("federation.release-entries")]
public sealed record ReleaseEntries([property: Id(0)] ImmutableArray<ReleaseEntry> Releases);

/// <summary>One release; see <see cref="EntryRelease"/>.</summary>
[GenerateSerializer, Immutable, Alias("federation.release-entry")]
public sealed record ReleaseEntry(
    [property: Id(0)] EntryId Entry, [property: Id(1)] int Round, [property: Id(2)] CatalogEntry? Content, [property: Id(3)] long BaseRevision, [property: Id(4)] string Author,
    [property: Id(5)] string ApprovedBy, [property: Id(6)] string Reason);

/// <summary>How releases ended.</summary>
/// <param name="Answers">In their order.</param>
[GenerateSerializer, Immutable, Alias("federation.release-answers")]
public sealed record ReleaseAnswers([property: Id(0)] ImmutableArray<ReleaseAnswer> Answers);

/// <summary>How one release ended.</summary>
/// <param name="Result">How.</param>
/// <param name="IndexNumber">索引号 as it stands in the catalog; empty: none.</param>
/// <param name="PublishedOn">发布日期</param>
[GenerateSerializer, Immutable, Alias("federation.release-answer")]
public sealed record ReleaseAnswer([property: Id(0)] EntryResult Result, [property: Id(1)] string IndexNumber, [property: Id(2)] DateOnly PublishedOn);
