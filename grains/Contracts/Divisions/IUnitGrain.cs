using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Divisions;

/// <summary>One unit: what it is, and how it stands with what it owes. Key: unit/id.</summary>
[Alias("federation.unit-grain")]
public interface IUnitGrain : IGrainWithStringKey
{
    /// <summary>The unit on a day; null when there was none.</summary>
    [Alias("describe"), ReadOnly]
    Task<UnitView?> Describe(DateOnly asOf);
}

/// <summary>A unit as it is read.</summary>
/// <param name="Unit">Its id.</param>
/// <param name="Name">Name on that day.</param>
/// <param name="Tier">Tier on that day.</param>
/// <param name="Kind">Territory or agency.</param>
/// <param name="Parent">Territory above; null for the nation.</param>
/// <param name="Path">Names from the province down.</param>
/// <param name="Children">Number of units directly below.</param>
/// <param name="Descendants">Number of all below.</param>
/// <param name="Reporting">How it stands in every open period it must file in, oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.unit-view")]
public sealed record UnitView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Name,
    [property: Id(2)] Tier Tier,
    [property: Id(3)] UnitKind Kind,
    [property: Id(4)] UnitId? Parent,
    [property: Id(5)] ImmutableArray<string> Path,
    [property: Id(6)] int Children,
    [property: Id(7)] int Descendants,
    [property: Id(8)] ImmutableArray<ReportingStatus> Reporting);

/// <summary>报送状态 of a unit in one period.</summary>
/// <param name="Period">Period.</param>
/// <param name="State">Where its report stands.</param>
/// <param name="Late">Filed after the due date.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="FiledAt">When it was filed last; null when not.</param>
[GenerateSerializer, Immutable, Alias("federation.reporting-status")]
public sealed record ReportingStatus(
    [property: Id(0)] PeriodId Period,
    [property: Id(1)] ReportState State,
    [property: Id(2)] bool Late,
    [property: Id(3)] DateOnly Due,
    [property: Id(4)] DateTimeOffset? FiledAt);
