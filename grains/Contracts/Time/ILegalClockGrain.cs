using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Orleans.Concurrency;

namespace Federation.Contracts.Time;

/// <summary>法定期限: the clock of one disclosure application of a unit, by its registration number. Key: clock/500151/2026-3. It holds no personal data.</summary>
[Alias("federation.legal-clock-grain")]
public interface ILegalClockGrain : IGrainWithStringKey
{
    /// <summary>Records a step.</summary>
    [Alias("step")]
    Task<Reply<ClockView>> Step(ClockStep message);

    /// <summary>The clock with its count, day by day.</summary>
    [Alias("get"), ReadOnly]
    Task<Reply<ClockView>> Get(Subject by);

    /// <summary>Does what is due; a lost or doubled call changes nothing.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>A step of a legal clock.</summary>
/// <param name="RequestId">Chosen by the sender; the same twice has one effect.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Kind">Which.</param>
/// <param name="On">Beijing day.</param>
/// <param name="Until">Last day of the period for a correction; otherwise null.</param>
/// <param name="Of">Whose opinion is asked for; otherwise ignored.</param>
/// <param name="Opinion">Number of the opinion received; otherwise 0.</param>
/// <param name="Days">Working days of an extension; otherwise 0.</param>
/// <param name="Approver">Who approved an extension; otherwise empty.</param>
[GenerateSerializer, Immutable, Alias("federation.clock-step")]
public sealed record ClockStep(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] ClockStepKind Kind,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] DateOnly? Until = null,
    [property: Id(5)] OpinionOf Of = OpinionOf.ThirdParty,
    [property: Id(6)] int Opinion = 0,
    [property: Id(7)] int Days = 0,
    [property: Id(8)] string Approver = "");

/// <summary>A clock as it is read.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="Number">Registration number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Due">Last day for the reply; null when there is none.</param>
/// <param name="Limit">Working days of the limit.</param>
/// <param name="Provisional">The count ran into a year whose list is not published.</param>
/// <param name="Late">The last day has passed without a reply, or the reply came after it.</param>
/// <param name="Days">Every day of the count.</param>
/// <param name="Log">Every act, oldest first.</param>
[GenerateSerializer, Immutable, Alias("federation.clock-view")]
public sealed record ClockView(
    [property: Id(0)] UnitId Unit,
    [property: Id(1)] string Number,
    [property: Id(2)] ClockState State,
    [property: Id(3)] DateOnly? Due,
    [property: Id(4)] int Limit,
    [property: Id(5)] bool Provisional,
    [property: Id(6)] bool Late,
    [property: Id(7)] ImmutableArray<ClockDayView> Days,
    [property: Id(8)] ImmutableArray<ClockLogView> Log);

/// <summary>One day of a count.</summary>
[GenerateSerializer, Immutable, Alias("federation.clock-day-view")]
public sealed record ClockDayView([property: Id(0)] DateOnly Day, [property: Id(1)] int Number, [property: Id(2)] string Text, [property: Id(3)] string TextEn);

/// <summary>One act.</summary>
/// <param name="Kind">Stable name, for example <c>reply-moved</c>.</param>
/// <param name="At">Moment recorded.</param>
/// <param name="Actor">Who.</param>
/// <param name="Due">Last day for the reply as counted then; null when there was none.</param>
/// <param name="Notice">For a moved day the notice that moved it; otherwise empty.</param>
[GenerateSerializer, Immutable, Alias("federation.clock-log-view")]
public sealed record ClockLogView(
    [property: Id(0)] string Kind, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Actor, [property: Id(3)] DateOnly? Due, [property: Id(4)] string Notice);
