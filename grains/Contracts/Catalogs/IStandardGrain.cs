using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Standards;
using Orleans.Concurrency;

namespace Federation.Contracts.Catalogs;

/// <summary>标准目录 of one unit. Key: standard/unit, for example standard/330110. Published versions are read from the read models.</summary>
[Alias("federation.standard-grain")]
public interface IStandardGrain : IGrainWithStringKey
{
    /// <summary>Changes what is being worked on, and says where it demands less than the standard above.</summary>
    [Alias("edit")]
    Task<Reply<StandardView>> Edit(EditStandard message);

    /// <summary>发布: makes what is being worked on the next version.</summary>
    [Alias("publish")]
    Task<Reply<StandardView>> Publish(ActOnStandard message);

    /// <summary>同步: takes over the next version above; where both sides changed the same, a person decides.</summary>
    [Alias("sync")]
    Task<Reply<StandardView>> Sync(ActOnStandard message);

    /// <summary>Decides conflicts of a version being taken over.</summary>
    [Alias("decide")]
    Task<Reply<StandardView>> Decide(DecideConflicts message);

    /// <summary>不涉及: sets an item aside with a reason, or takes it up again.</summary>
    [Alias("set-aside")]
    Task<Reply<StandardView>> SetAside(SetItemAside message);

    /// <summary>How the standard stands.</summary>
    [Alias("get"), ReadOnly]
    Task<StandardView> Get();

    /// <summary>Records acts of another installation as they were recorded there, with the versions that follow from them.</summary>
    [Alias("restore")]
    Task<Reply<RestoredCount>> Restore(RestoreActs message);
}

/// <summary>修改标准目录</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the unit.</param>
/// <param name="Title">Title; empty: as it is.</param>
/// <param name="Basis">Document; empty: as it is.</param>
/// <param name="Put">Items new or changed.</param>
/// <param name="Remove">Ids of items left out.</param>
/// <param name="ExpectedRevision">Revision that the editor began with; -1: whichever.</param>
[GenerateSerializer, Immutable, Alias("federation.edit-standard")]
public sealed record EditStandard(
    [property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Title, [property: Id(3)] string Basis, [property: Id(4)] ImmutableArray<StandardItem> Put,
    [property: Id(5)] ImmutableArray<string> Remove, [property: Id(6)] long ExpectedRevision = -1);

/// <summary>An act that needs nothing but its name.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the unit.</param>
[GenerateSerializer, Immutable, Alias("federation.act-on-standard")]
public sealed record ActOnStandard([property: Id(0)] string RequestId, [property: Id(1)] Subject By);

/// <summary>处理冲突</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; an officer of the unit.</param>
/// <param name="Decisions">Any number of those open.</param>
[GenerateSerializer, Immutable, Alias("federation.decide-conflicts")]
public sealed record DecideConflicts([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] ImmutableArray<ConflictDecision> Decisions);

/// <summary>不涉及</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Item">Id of the item.</param>
/// <param name="Reason">Why it does not apply; empty: it applies again.</param>
[GenerateSerializer, Immutable, Alias("federation.set-item-aside")]
public sealed record SetItemAside([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Item, [property: Id(3)] string Reason);

/// <summary>How a standard stands.</summary>
/// <param name="Revision">Acts recorded on it.</param>
/// <param name="Version">Newest version published; 0: none.</param>
/// <param name="IsAhead">True when what is being worked on is not published yet.</param>
/// <param name="Title">Title.</param>
/// <param name="Basis">Document that sets it.</param>
/// <param name="Base">Version above that it rests on; null: none.</param>
/// <param name="Above">Newest version above; null: none is published.</param>
/// <param name="Items">What is being worked on, in order of id.</param>
/// <param name="Syncing">Version above being taken over; null: none.</param>
/// <param name="Steps">What taking it over does; conflicts among them.</param>
/// <param name="Open">Conflicts that nobody has decided yet.</param>
/// <param name="SetAside">Items that do not apply here, in order of id.</param>
[GenerateSerializer, Immutable, Alias("federation.standard-view")]
public sealed record StandardView(
    [property: Id(0)] long Revision, [property: Id(1)] int Version, [property: Id(2)] bool IsAhead, [property: Id(3)] string Title, [property: Id(4)] string Basis,
    [property: Id(5)] StandardVersion? Base, [property: Id(6)] StandardVersion? Above, [property: Id(7)] ImmutableArray<StandardItem> Items, [property: Id(8)] StandardVersion? Syncing,
    [property: Id(9)] ImmutableArray<MergeStep> Steps, [property: Id(10)] ImmutableArray<MergeStep> Open, [property: Id(11)] ImmutableArray<ItemSetAside> SetAside);

/// <summary>An item that does not apply to a unit.</summary>
/// <param name="Item">Its id.</param>
/// <param name="Reason">Why not.</param>
[GenerateSerializer, Immutable, Alias("federation.item-set-aside")]
public sealed record ItemSetAside([property: Id(0)] string Item, [property: Id(1)] string Reason);
