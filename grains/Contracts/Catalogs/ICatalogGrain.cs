using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Orleans.Concurrency;

namespace Federation.Contracts.Catalogs;

/// <summary>公开目录: what one unit has made public. Key: catalog/unit, for example catalog/330110. Reads go to the read models.</summary>
[Alias("federation.catalog-grain")]
public interface ICatalogGrain : IGrainWithStringKey
{
    /// <summary>Takes a batch of changes. One bad entry stops itself alone; the rest is recorded together.</summary>
    [Alias("push")]
    Task<Reply<PushReceipt>> Push(PushEntries message);

    /// <summary>Confirms or refuses removals that wait for a second person.</summary>
    [Alias("decide-removals")]
    Task<Reply<CatalogView>> DecideRemovals(DecideRemovals message);

    /// <summary>Sets how the catalog is kept.</summary>
    [Alias("set")]
    Task<Reply<CatalogView>> Set(SetCatalog message);

    /// <summary>Records acts of another installation as they were recorded there, into a catalog that holds nothing of its own.</summary>
    [Alias("restore")]
    Task<Reply<CatalogView>> Restore(RestoreActs message);

    /// <summary>签发: takes what drafts of the unit release. The same release twice has one effect and one answer.</summary>
    [Alias("release")]
    Task<ReleaseAnswers> Release(ReleaseEntries message);

    /// <summary>How the catalog stands.</summary>
    [Alias("get"), ReadOnly]
    Task<CatalogView> Get();
}

/// <summary>推送: a batch of changes.</summary>
/// <param name="RequestId">Chosen by the sender; the same id twice has one effect. Empty: none.</param>
/// <param name="By">From the credentials; who may keep the catalog.</param>
/// <param name="Origin">Unit, or source registered with it, for example <c>330110/website</c>.</param>
/// <param name="ApprovedBy">Who approved the publication, person@unit; empty: it was public at its origin.</param>
/// <param name="Changes">At most <see cref="CatalogPush.MostChanges"/>.</param>
/// <param name="Contents">Texts and files that the entries name by hash, as far as they are not kept yet.</param>
/// <param name="DryRun">True: say how it would end, record nothing.</param>
[GenerateSerializer, Immutable, Alias("federation.push-entries")]
public sealed record PushEntries(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Origin, [property: Id(3)] string ApprovedBy,
    [property: Id(4)] ImmutableArray<EntryChange> Changes, [property: Id(5)] ImmutableArray<ContentPart> Contents,
    [property: Id(6)] bool DryRun = false);

/// <summary>A text or file on its way in; its hash is computed from the bytes.</summary>
/// <param name="MediaType">For example <c>text/plain</c>.</param>
/// <param name="Bytes">The content.</param>
[GenerateSerializer, Immutable, Alias("federation.content-part")]
public sealed record ContentPart([property: Id(0)] string MediaType, [property: Id(1)] ImmutableArray<byte> Bytes);

/// <summary>How a batch ended.</summary>
/// <param name="Seq">Sequence of the catalog afterwards.</param>
/// <param name="Digest">Digest of the catalog afterwards.</param>
/// <param name="Repeated">True when the request id was recorded before: the results tell how the entries stand now.</param>
/// <param name="Hold">Number under which removals wait; 0: none do.</param>
/// <param name="Results">In the order of the changes.</param>
[GenerateSerializer, Immutable, Alias("federation.push-receipt")]
public sealed record PushReceipt(
    [property: Id(0)] long Seq, [property: Id(1)] Digest Digest, [property: Id(2)] bool Repeated, [property: Id(3)] int Hold, [property: Id(4)] ImmutableArray<EntryResult> Results);

/// <summary>确认删除</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; another person than asked for the removals.</param>
/// <param name="Hold">Number under which they wait.</param>
/// <param name="Confirm">Whether they are to happen.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.decide-removals")]
public sealed record DecideRemovals(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] int Hold, [property: Id(3)] bool Confirm, [property: Id(4)] string Reason);

/// <summary>目录设置</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Settings">All of them.</param>
[GenerateSerializer, Immutable, Alias("federation.set-catalog")]
public sealed record SetCatalog([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] CatalogSettings Settings);

/// <summary>How a catalog stands.</summary>
/// <param name="Seq">Sequence of its newest event.</param>
/// <param name="Entries">Entries that are not removed.</param>
/// <param name="Digest">Digest of them all.</param>
/// <param name="ChangedAt">Moment of the newest event; null: none yet.</param>
/// <param name="Settings">How it is kept.</param>
/// <param name="Holds">Removals that wait for a second person.</param>
[GenerateSerializer, Immutable, Alias("federation.catalog-view")]
public sealed record CatalogView(
    [property: Id(0)] long Seq, [property: Id(1)] int Entries, [property: Id(2)] Digest Digest, [property: Id(3)] DateTimeOffset? ChangedAt, [property: Id(4)] CatalogSettings Settings,
    [property: Id(5)] ImmutableArray<HoldView> Holds);

/// <summary>Removals that wait.</summary>
/// <param name="Number">Number of the hold.</param>
/// <param name="Entries">What would be removed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Origin">Unit or source that asks.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("federation.hold-view")]
public sealed record HoldView(
    [property: Id(0)] int Number, [property: Id(1)] ImmutableArray<EntryId> Entries, [property: Id(2)] string Reason, [property: Id(3)] string Origin, [property: Id(4)] string By,
    [property: Id(5)] DateTimeOffset At);
