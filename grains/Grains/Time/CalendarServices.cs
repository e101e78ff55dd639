using Federation.Contracts;
using Federation.Contracts.Time;
using Federation.Domain.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Federation.Grains.Time;

/// <summary>Registers what keeps time.</summary>
public static class CalendarServices
{
    /// <summary>Calendars, the routes of clocks and of the calendar. Needs <see cref="HolidayData"/> and <see cref="ClockLimits"/>; the scan is added after the silo.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton<LoadedCalendar>()
        .AddSingleton<ICalendars>(s => s.GetRequiredService<LoadedCalendar>())
        .AddSingleton<IWorkingDays>(s => s.GetRequiredService<LoadedCalendar>())
        .AddSingleton(new DueRoute("clock", (grains, key) => grains.GetGrain<ILegalClockGrain>(key).Wake()))
        .AddSingleton(new DueRoute("calendar", (grains, key) => grains.GetGrain<ICalendarGrain>(key).Wake()));

    /// <summary>The start of the calendar and the scan of due dates; after the silo, for both call grains from their first moment.</summary>
    public static IServiceCollection AddDueScan(this IServiceCollection services) => services.AddHostedService<CalendarStart>().AddHostedService<DueScan>();
}

/// <summary>Loads the acts of the ledger and tells the calendar that the installation started, with which lists.</summary>
public sealed class CalendarStart(LoadedCalendar calendar, IGrainFactory grains) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await calendar.Load(cancellationToken);
        await grains.GetGrain<ICalendarGrain>(GrainKeys.Calendar).Started();
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
