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

    /// <summary>All sources.</summary>
    [Alias("list")]
    Task<SourceList> List();
}

/// <summary>Reads a source and brings what changed into the catalog.</summary>
public interface ISourceRunner
{
    /// <summary>Reads a source now.</summary>
    /// <returns>The source with this reading; CT-423 when there is none of that name.</returns>
    Task<Reply<SourceView>> Run(UnitId unit, string name, CancellationToken ct);
}

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

/// <summary>The sources of a unit.</summary>
/// <param name="Sources">By name.</param>
[GenerateSerializer, Immutable, Alias("federation.source-list")]
public sealed record SourceList([property: Id(0)] ImmutableArray<SourceView> Sources);

/// <summary>A source.</summary>
/// <param name="Settings">How it is read.</param>
/// <param name="Last">Its last reading; null: none yet.</param>
/// <param name="NextAt">When it is read next; null: when somebody asks.</param>
[GenerateSerializer, Immutable, Alias("federation.source-view")]
public sealed record SourceView([property: Id(0)] SourceSettings Settings, [property: Id(1)] SourceRun? Last, [property: Id(2)] DateTimeOffset? NextAt);
