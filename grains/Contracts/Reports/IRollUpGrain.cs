using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Reports;

/// <summary>汇总: the total of one territory in one period. Key: rollup/unit/period.</summary>
[Alias("federation.roll-up-grain")]
public interface IRollUpGrain : IGrainWithStringKey
{
    /// <summary>Takes contributions of parts in. Any of them may be old, repeated or out of order.</summary>
    [Alias("contribute")]
    Task Contribute(ImmutableArray<Delivery> deliveries);

    /// <summary>The total with all its cells. Null when the unit is not in the frozen tree of the period.</summary>
    [Alias("get"), ReadOnly]
    Task<TotalView?> Get();

    /// <summary>The total in its three parts: own office, agencies, child territories. Null when the unit is not in the frozen tree.</summary>
    [Alias("parts"), ReadOnly]
    Task<TerritoryPartsView?> Parts();

    /// <summary>How many have filed, here and in each child. Null when the unit is not in the frozen tree.</summary>
    [Alias("coverage"), ReadOnly]
    Task<CoverageView?> Coverage();

    /// <summary>The coverage as soon as it is newer than a version the caller has, or as it stands after three seconds.</summary>
    [Alias("watch"), AlwaysInterleave]
    Task<CoverageView?> Watch(long afterVersion, CancellationToken ct);

    /// <summary>The parts of the total with their value in one cell, in tree order.</summary>
    [Alias("explain"), ReadOnly]
    Task<ImmutableArray<CellPartView>> Explain(int cell);

    /// <summary>Writes the total down now; otherwise it happens within a second of the last change, in a surge within three of the first.</summary>
    [Alias("flush")]
    Task Flush();
}

/// <summary>A contribution on its way up.</summary>
/// <param name="Positions">Places in the outbox that it settles, removed once absorbed; none for a figure shown ahead of its message.</param>
/// <param name="Contribution">The contribution.</param>
[GenerateSerializer, Immutable, Alias("federation.delivery")]
public sealed record Delivery([property: Id(0)] ImmutableArray<long> Positions, [property: Id(1)] Contribution Contribution);

/// <summary>A total as it is read.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Name">Name on the frozen list.</param>
/// <param name="Tally">Figures.</param>
/// <param name="Coverage">How many of how many are in it.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Newest">Moment of the newest filing in it; null when it holds none.</param>
[GenerateSerializer, Immutable, Alias("federation.total-view")]
public sealed record TotalView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] Tally Tally,
    [property: Id(3)] CoverageLine Coverage,
    [property: Id(4)] long Version,
    [property: Id(5)] DateTimeOffset? Newest);

/// <summary>A total in its three parts.</summary>
/// <param name="Own">Filed by the own office.</param>
/// <param name="Agencies">Filed by the agencies.</param>
/// <param name="Children">Totals of the child territories.</param>
/// <param name="Expected">How many bodies must file.</param>
/// <param name="Filed">How many have.</param>
/// <param name="Version">Version of the total.</param>
[GenerateSerializer, Immutable, Alias("federation.territory-parts-view")]
public sealed record TerritoryPartsView(
    [property: Id(0)] Tally Own,
    [property: Id(1)] Tally Agencies,
    [property: Id(2)] Tally Children,
    [property: Id(3)] long Expected,
    [property: Id(4)] long Filed,
    [property: Id(5)] long Version);

/// <summary>Coverage of a territory and of each unit directly below.</summary>
/// <param name="Whole">The territory.</param>
/// <param name="Children">Agencies, then child territories, in tree order.</param>
/// <param name="Version">Version of the total it was read from.</param>
[GenerateSerializer, Immutable, Alias("federation.coverage-view")]
public sealed record CoverageView(
    [property: Id(0)] CoverageLine Whole,
    [property: Id(1)] ImmutableArray<CoverageLine> Children,
    [property: Id(2)] long Version);

/// <summary>One line of a coverage table.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Name">Name on the frozen list.</param>
/// <param name="Tier">Tier on the frozen list.</param>
/// <param name="Expected">How many must file in its subtree; frozen.</param>
/// <param name="Counts">How many have, and how they stand.</param>
/// <param name="Headlines">Headline figures in the form's order.</param>
[GenerateSerializer, Immutable, Alias("federation.coverage-line")]
public sealed record CoverageLine(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] Tier Tier,
    [property: Id(3)] long Expected,
    [property: Id(4)] FilingCounts Counts,
    [property: Id(5)] ImmutableArray<long> Headlines);

/// <summary>A part of a total, seen in one cell.</summary>
/// <param name="Unit">Whose part.</param>
/// <param name="Name">Name on the frozen list.</param>
/// <param name="Own">The unit's own filing; false: the total of a child territory.</param>
/// <param name="Value">Its value in the cell.</param>
/// <param name="Version">Version of the part.</param>
/// <param name="ContentHash">Hash of the filing; empty for a total.</param>
/// <param name="Head">Head of the filing's chain; empty for a total.</param>
/// <param name="Signer">Who filed; empty for a total.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("federation.cell-part-view")]
public sealed record CellPartView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] bool Own,
    [property: Id(3)] long Value,
    [property: Id(4)] long Version,
    [property: Id(5)] ImmutableArray<byte> ContentHash,
    [property: Id(6)] ImmutableArray<byte> Head,
    [property: Id(7)] string Signer,
    [property: Id(8)] DateTimeOffset At);
