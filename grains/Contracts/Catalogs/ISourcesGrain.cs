using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Divisions;

namespace Federation.Contracts.Catalogs;

/// <summary>外部来源: the outside sources of one unit's catalog. Key: sources/unit. It keeps settings and readings; fetching is not its work.</summary>
[Alias("federation.sources-grain")]
public interface ISourcesGrain : IGrainWithStringKey
{
    /// <summary>Registers a source or sets it anew.</summary>
    [Alias("set")]
    Task<Reply<SourceList>> Set(SetSource message);

    /// <summary>Keeps a reading.</summary>
    [Alias("ran")]
    Task<Reply<SourceList>> Ran(KeepSourceRun message);

    /// <summary>Removes a source; its entries stay, its name is free again.</summary>
    [Alias("remove")]
    Task<Reply<SourceList>> Remove(RemoveSource message);

    /// <summary>Pauses a source. A repeat changes nothing.</summary>
    [Alias("pause")]
    Task<Reply<SourceList>> Pause(PauseSource message);

    /// <summary>Resumes a source. A repeat changes nothing.</summary>
    [Alias("resume")]
    Task<Reply<SourceList>> Resume(ResumeSource message);

    /// <summary>All sources.</summary>
    [Alias("list")]
    Task<SourceList> List();
}

/// <summary>Reads a source and brings what changed into the catalog.</summary>
public interface ISourceRunner
{
    /// <summary>Reads a source now.</summary>
    /// <returns>The source with this reading; CT-423 when there is none of that name, CT-426 when it is paused.</returns>
    Task<Reply<SourceView>> Run(UnitId unit, string name, CancellationToken ct);

    /// <summary>Begins to read a source for somebody who does not wait for the end.</summary>
    /// <param name="unit">Whose catalog.</param>
    /// <param name="name">Which source.</param>
    /// <param name="patience">How long to wait all the same.</param>
    /// <returns>As <see cref="Run"/>; null: it is under way still, see <see cref="Progress"/>.</returns>
    Task<Reply<SourceView>?> Begin(UnitId unit, string name, TimeSpan patience);

    /// <summary>How far a reading under way in this process has come; null: none is.</summary>
    SourceProgress? Progress(UnitId unit, string name);
}

/// <summary>A reading under way.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Done">Changes brought into the catalog.</param>
/// <param name="Of">Of how many; null: the list is not read yet.</param>
public sealed record SourceProgress(DateTimeOffset Since, int Done, int? Of);

/// <summary>Registers a source.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Settings">All of them.</param>
[GenerateSerializer, Immutable, Alias("federation.set-source")]
public sealed record SetSource([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] SourceSettings Settings);

/// <summary>Keeps a reading.</summary>
/// <param name="By">Whoever reads, of the same unit.</param>
/// <param name="Run">The reading.</param>
[GenerateSerializer, Immutable, Alias("federation.keep-source-run")]
public sealed record KeepSourceRun([property: Id(0)] Subject By, [property: Id(1)] SourceRun Run);

/// <summary>Removes a source.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Name">Which.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.remove-source")]
public sealed record RemoveSource([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Name, [property: Id(3)] string Reason);

/// <summary>Pauses a source.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Name">Which.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.pause-source")]
public sealed record PauseSource([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Name, [property: Id(3)] string Reason);

/// <summary>Resumes a source.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Name">Which.</param>
[GenerateSerializer, Immutable, Alias("federation.resume-source")]
public sealed record ResumeSource([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] string Name);

/// <summary>The sources of a unit.</summary>
/// <param name="Sources">By name.</param>
/// <param name="Gone">Sources that were removed and not registered again, by name.</param>
[GenerateSerializer, Immutable, Alias("federation.source-list")]
public sealed record SourceList([property: Id(0)] ImmutableArray<SourceView> Sources, [property: Id(1)] ImmutableArray<SourceRemark> Gone);

/// <summary>Something done to a source, and why.</summary>
/// <param name="Name">Which source.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who, person@unit.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("federation.source-remark")]
public sealed record SourceRemark([property: Id(0)] string Name, [property: Id(1)] string Reason, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At);

/// <summary>A source.</summary>
/// <param name="Settings">How it is read.</param>
/// <param name="Last">Its last reading; null: none yet.</param>
/// <param name="NextAt">When it is read next; null: when somebody asks.</param>
/// <param name="Pause">Why it is paused; null: it is not.</param>
[GenerateSerializer, Immutable, Alias("federation.source-view")]
public sealed record SourceView([property: Id(0)] SourceSettings Settings, [property: Id(1)] SourceRun? Last, [property: Id(2)] DateTimeOffset? NextAt, [property: Id(3)] SourceRemark? Pause = null);
