using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>What can happen to the calendar.</summary>
public abstract record CalendarEvent;

/// <summary>A notice was taken in by an officer.</summary>
public sealed record NoticeTaken(HolidayNotice Notice) : CalendarEvent;

/// <summary>The installation started with lists that it had not had before.</summary>
/// <param name="Fingerprint">Of the lists.</param>
public sealed record ListsLoaded(string Fingerprint) : CalendarEvent;

/// <summary>Every open date was counted again after a change.</summary>
/// <param name="Through">Number of the change it covers.</param>
/// <param name="Woken">How many things with open dates were woken; each logs its own change.</param>
public sealed record DatesRecounted(int Through, int Woken) : CalendarEvent;

/// <summary>Acts on the calendar, kept here beside the State Council's lists of the files.</summary>
/// <param name="Notices">Notices taken in, in order of the acts.</param>
/// <param name="Fingerprint">Of the lists last loaded.</param>
/// <param name="Changes">Number of changes.</param>
/// <param name="Recounted">Number of the last change after which all open dates were counted again.</param>
/// <param name="Tops">Units whose calendars the changes not yet counted again concern.</param>
public sealed record CalendarActs(ImmutableArray<HolidayNotice> Notices, string Fingerprint, int Changes, int Recounted, ImmutableArray<UnitId> Tops)
{
    /// <summary>None yet.</summary>
    public static CalendarActs None { get; } = new([], "", 0, 0, []);

    private const int LongestDays = 31;

    /// <summary>True while open dates wait to be counted again.</summary>
    public bool IsBehind => Recounted < Changes;

    /// <summary>Takes a notice in: a local government's days, or a new list or change of the State Council.</summary>
    /// <param name="notice">The notice, known from today.</param>
    /// <param name="before">The calendar of its top as known until now.</param>
    /// <param name="today">Beijing date of the act.</param>
    /// <returns>One <see cref="NoticeTaken"/>; CA-003 to CA-008.</returns>
    public static Decision<CalendarEvent> Take(HolidayNotice notice, WorkingCalendar before, DateOnly today)
    {
        var errors = new List<Finding>();
        if (string.IsNullOrWhiteSpace(notice.Number) || notice.Days.Any(d => string.IsNullOrWhiteSpace(d.Name)))
            errors.Add(CalendarRules.NoNotice.At("notice"));
        if (notice.Days.IsEmpty || notice.Days.Length > (notice.Year is null ? LongestDays : 366))
            errors.Add(CalendarRules.BadRange.At("days"));
        foreach (var twice in notice.Days.GroupBy(d => d.Day).Where(g => g.Count() > 1))
            errors.Add(CalendarRules.DayTwice.At("days", $"{twice.Key:yyyy-MM-dd} 列了两次", $"{twice.Key:yyyy-MM-dd} stands twice"));
        if (notice.First < today)
            errors.Add(CalendarRules.Past.At("days", $"{notice.First:yyyy-MM-dd} 已经过去", $"{notice.First:yyyy-MM-dd} has passed"));
        if (notice.Year is not null && notice.Top != UnitId.Nation)
            errors.Add(CalendarRules.NotLocal.At("year"));
        if (notice.Year is null && !notice.Days.IsEmpty && notice.Days.All(d => d.As != ListedAs.AsAbove && before.IsWorkingDay(d.Day) == (d.As == ListedAs.Work)))
            errors.Add(CalendarRules.NoChange.At("days"));
        return errors.Count > 0 ? Decision<CalendarEvent>.Refuse(errors) : Decision<CalendarEvent>.Record(new NoticeTaken(notice));
    }

    /// <summary>The installation starts with these lists.</summary>
    public Decision<CalendarEvent> Load(string fingerprint) =>
        fingerprint == Fingerprint ? Decision<CalendarEvent>.Nothing : Decision<CalendarEvent>.Record(new ListsLoaded(fingerprint));

    /// <summary>All open dates were counted again.</summary>
    /// <param name="through">Number of the change that was the last when the count began.</param>
    /// <param name="woken">How many were woken.</param>
    public Decision<CalendarEvent> Recount(int through, int woken) =>
        through <= Recounted ? Decision<CalendarEvent>.Nothing : Decision<CalendarEvent>.Record(new DatesRecounted(through, woken));

    /// <summary>The acts after an event.</summary>
    public CalendarActs Apply(CalendarEvent happened) => happened switch
    {
        NoticeTaken e => this with { Notices = Notices.Add(e.Notice), Changes = Changes + 1, Tops = Tops.Add(e.Notice.Top) },
        ListsLoaded e => this with { Fingerprint = e.Fingerprint, Changes = Changes + 1, Tops = Tops.Add(UnitId.Nation) },
        DatesRecounted e => this with { Recounted = e.Through, Tops = e.Through == Changes ? [] : Tops },
        _ => throw new ArgumentException($"unknown event {happened.GetType().Name}", nameof(happened)),
    };
}
