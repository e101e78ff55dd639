using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Orleans.Concurrency;

namespace Federation.Contracts.Reports;

/// <summary>A reporting period. Key: period/id. Called at its opening and for changes of its dates and list; everything else reads the list.</summary>
[Alias("federation.period-grain")]
public interface IPeriodGrain : IGrainWithStringKey
{
    /// <summary>Opens the period and freezes who must file. A repeat changes nothing and answers the same.</summary>
    [Alias("open")]
    Task<Reply<PeriodView>> Open(OpenPeriod message);

    /// <summary>提前时限: an officer sets an earlier date for a subtree of the own unit. A repeat changes nothing.</summary>
    [Alias("set-earlier-due")]
    Task<Reply<PeriodView>> SetEarlierDue(SetEarlierDue message);

    /// <summary>变更应报名单: an officer above a unit excuses it from filing, or adds it. A repeat changes nothing.</summary>
    [Alias("amend-roster")]
    Task<Reply<PeriodView>> AmendRoster(AmendRoster message);

    /// <summary>How a unit's due date came about; null when it need not file, or the period is not open.</summary>
    [Alias("explain"), ReadOnly]
    Task<DueDateView?> Explain(UnitId unit);

    /// <summary>The period; null when it was never opened.</summary>
    [Alias("get"), ReadOnly]
    Task<PeriodView?> Get();
}

/// <summary>开启报告期</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="AsOf">Day whose tree is frozen; null: the last day of the report year.</param>
/// <param name="Form">Id of the form asked for; empty: the one of the period.</param>
/// <param name="Due">Due date of a special collection; null for periods whose dates are law.</param>
/// <param name="Title">Title of a special collection; empty: none.</param>
[GenerateSerializer, Immutable, Alias("federation.open-period")]
public sealed record OpenPeriod(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] DateOnly? AsOf,
    [property: Id(3)] string Form = "",
    [property: Id(4)] DateOnly? Due = null,
    [property: Id(5)] string Title = "");

/// <summary>提前时限: an earlier date for a class of bodies in a subtree.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Top">Top of the subtree.</param>
/// <param name="Kind">Class of body; null: both.</param>
/// <param name="Tier">Tier; null: every tier.</param>
/// <param name="Due">Last day in time, inclusive.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception; null: as without it.</param>
/// <param name="Notice">The notice that sets it.</param>
[GenerateSerializer, Immutable, Alias("federation.set-earlier-due")]
public sealed record SetEarlierDue(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] UnitId Top,
    [property: Id(3)] UnitKind? Kind,
    [property: Id(4)] Tier? Tier,
    [property: Id(5)] DateOnly Due,
    [property: Id(6)] DateOnly? Locks,
    [property: Id(7)] string Notice);

/// <summary>变更应报名单: excuses a unit, or adds one.</summary>
/// <param name="RequestId">Chosen by the sender; empty: none.</param>
/// <param name="By">From the credentials; of a unit above.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Excused">True: it need not file; false: it must.</param>
/// <param name="Reason">Why.</param>
[GenerateSerializer, Immutable, Alias("federation.amend-roster")]
public sealed record AmendRoster(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] UnitId Unit,
    [property: Id(3)] bool Excused,
    [property: Id(4)] string Reason);

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
    [property: Id(4)] int Expected)
{
    /// <summary>Title of a special collection; empty when the id says all.</summary>
    [Id(5)]
    public string Title { get; init; } = "";

    /// <summary>Last day in time for agencies, before any local layer.</summary>
    [Id(6)]
    public DateOnly AgenciesDue { get; init; }

    /// <summary>Last day in time for governments, before any local layer.</summary>
    [Id(7)]
    public DateOnly GovernmentsDue { get; init; }

    /// <summary>Last day on which a first filing is taken without an exception, before any local layer.</summary>
    [Id(8)]
    public DateOnly Locks { get; init; }

    /// <summary>Earlier local dates: those of the opening, then those set later.</summary>
    [Id(9)]
    public ImmutableArray<LayerView> Layers { get; init; } = [];

    /// <summary>Changes of the list since the opening, oldest first.</summary>
    [Id(10)]
    public ImmutableArray<RosterAmendmentView> Amendments { get; init; } = [];
}

/// <summary>An earlier local date as it is read.</summary>
/// <param name="Top">Unit whose subtree it is for.</param>
/// <param name="Kind">Class of body; null: both.</param>
/// <param name="Tier">Tier; null: every tier.</param>
/// <param name="Due">Last day in time.</param>
/// <param name="Locks">Lock; null: as without it.</param>
/// <param name="Notice">The notice.</param>
/// <param name="At">When it was set.</param>
/// <param name="By">By whom.</param>
[GenerateSerializer, Immutable, Alias("federation.layer-view")]
public sealed record LayerView(
    [property: Id(0)] UnitId Top,
    [property: Id(1)] UnitKind? Kind,
    [property: Id(2)] Tier? Tier,
    [property: Id(3)] DateOnly Due,
    [property: Id(4)] DateOnly? Locks,
    [property: Id(5)] string Notice,
    [property: Id(6)] DateTimeOffset At,
    [property: Id(7)] string By);

/// <summary>A change of the list as it is read.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Excused">True: excused; false: added.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
[GenerateSerializer, Immutable, Alias("federation.roster-amendment-view")]
public sealed record RosterAmendmentView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] bool Excused,
    [property: Id(2)] string Reason,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] string By);

/// <summary>A due date that explains itself.</summary>
/// <param name="Day">Last day in time.</param>
/// <param name="Locks">Last day on which a first filing is taken without an exception.</param>
/// <param name="Basis">Law or notice that sets the day.</param>
/// <param name="Steps">The law first, then every notice in the chain from the nation down.</param>
[GenerateSerializer, Immutable, Alias("federation.due-date-view")]
public sealed record DueDateView(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] DateOnly Locks,
    [property: Id(2)] string Basis,
    [property: Id(3)] ImmutableArray<DueStepView> Steps);

/// <summary>One step to a due date.</summary>
/// <param name="Day">Date it sets.</param>
/// <param name="Basis">Law or notice.</param>
/// <param name="SetBy">Unit whose notice it is; null for the law.</param>
[GenerateSerializer, Immutable, Alias("federation.due-step-view")]
public sealed record DueStepView([property: Id(0)] DateOnly Day, [property: Id(1)] string Basis, [property: Id(2)] UnitId? SetBy);
