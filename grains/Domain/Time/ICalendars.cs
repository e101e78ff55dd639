using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>Calendars of places, as this installation knows them.</summary>
public interface ICalendars
{
    /// <summary>Everything known: the State Council's lists and the acts kept here.</summary>
    CalendarBook Book { get; }

    /// <summary>The calendar of a unit as known today.</summary>
    /// <param name="unit">Its own notices go first, then those of the units above it. A unit that is no more counts by the national list.</param>
    WorkingCalendar Of(UnitId unit);

    /// <summary>The calendar of a unit as known on a day.</summary>
    WorkingCalendar Of(UnitId unit, DateOnly knownOn);
}

/// <summary>The State Council's lists as read from the installation's files.</summary>
/// <param name="Notices">In order of publication.</param>
public sealed record HolidayData(System.Collections.Immutable.ImmutableArray<HolidayNotice> Notices)
{
    /// <summary>No lists: every year is provisional.</summary>
    public static HolidayData None { get; } = new([]);

    /// <summary>One line for the whole content; another content, another line.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
        string.Join('\n', Notices.SelectMany(n => n.Days.Select(d => $"{n.Number} {n.Year} {n.KnownFrom:yyyyMMdd} {d.Day:yyyyMMdd} {d.As} {d.Name}"))))));
}
