using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Reports;

/// <summary>A reporting period. Key: period/id. Called at its opening only; everything else reads the frozen list.</summary>
[Alias("federation.period-grain")]
public interface IPeriodGrain : IGrainWithStringKey
{
    /// <summary>Opens the period and freezes who must file. A repeat changes nothing and answers the same.</summary>
    [Alias("open")]
    Task<Reply<PeriodView>> Open(OpenPeriod message);

    /// <summary>The period; null when it was never opened.</summary>
    [Alias("get"), ReadOnly]
    Task<PeriodView?> Get();
}

/// <summary>开启报告期</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="AsOf">Day whose tree is frozen; null: the last day of the report year.</param>
[GenerateSerializer, Immutable, Alias("federation.open-period")]
public sealed record OpenPeriod([property: Id(0)] string RequestId, [property: Id(1)] Subject By, [property: Id(2)] DateOnly? AsOf);

/// <summary>An open period as it is read.</summary>
/// <param name="Period">Its id.</param>
/// <param name="Form">Id of its form.</param>
/// <param name="AsOf">Day whose tree was frozen.</param>
/// <param name="OpenedAt">When.</param>
/// <param name="Expected">How many must file.</param>
[GenerateSerializer, Immutable, Alias("federation.period-view")]
public sealed record PeriodView(
    [property: Id(0)] PeriodId Period,
    [property: Id(1)] string Form,
    [property: Id(2)] DateOnly AsOf,
    [property: Id(3)] DateTimeOffset OpenedAt,
    [property: Id(4)] int Expected);
