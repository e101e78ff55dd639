using System.Collections.Immutable;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Contracts.Time;

/// <summary>工作日历: takes notices in and has open dates counted again. One for the installation, key calendar/000000; reading needs no call.</summary>
[Alias("federation.calendar-grain")]
public interface ICalendarGrain : IGrainWithStringKey
{
    /// <summary>Takes a notice in: local days off or workdays, or a list or change of the State Council.</summary>
    [Alias("take")]
    Task<Reply<NoticeTakenView>> Take(TakeNotice message);

    /// <summary>Told at every start; when the files have changed, open dates are counted again.</summary>
    [Alias("started")]
    Task Started();

    /// <summary>Counts open dates again when a change waits for it.</summary>
    [Alias("wake")]
    Task Wake();
}

/// <summary>A notice to take in.</summary>
/// <param name="RequestId">Chosen by the sender; the same twice has one effect.</param>
/// <param name="By">From the credentials.</param>
/// <param name="Unit">Unit whose notice it is; the nation for the State Council's.</param>
/// <param name="Year">Year whose list it is; 0 for single days.</param>
/// <param name="Number">Number or title.</param>
/// <param name="Days">Days it names.</param>
[GenerateSerializer, Immutable, Alias("federation.take-notice")]
public sealed record TakeNotice(
    [property: Id(0)] string RequestId,
    [property: Id(1)] Subject By,
    [property: Id(2)] UnitId Unit,
    [property: Id(3)] int Year,
    [property: Id(4)] string Number,
    [property: Id(5)] ImmutableArray<NoticeDay> Days);

/// <summary>A day that a notice names.</summary>
/// <param name="Day">The day.</param>
/// <param name="As">What it is made.</param>
/// <param name="Name">Name of the festival.</param>
[GenerateSerializer, Immutable, Alias("federation.notice-day")]
public sealed record NoticeDay([property: Id(0)] DateOnly Day, [property: Id(1)] ListedAs As, [property: Id(2)] string Name);

/// <summary>A notice taken in.</summary>
/// <param name="KnownFrom">Day of the act: the version of the calendar that begins with it.</param>
/// <param name="Notices">Number of notices kept here with it.</param>
[GenerateSerializer, Immutable, Alias("federation.notice-taken-view")]
public sealed record NoticeTakenView([property: Id(0)] DateOnly KnownFrom, [property: Id(1)] int Notices);
