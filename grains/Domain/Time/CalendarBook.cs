using System.Collections.Immutable;
using Federation.Domain.Divisions;

namespace Federation.Domain.Time;

/// <summary>
/// Every notice ever known, national and local. A calendar is asked for as known on a day, so what was computed then can be computed again: a later
/// notice makes a new version and takes nothing from an old one.
/// </summary>
public sealed class CalendarBook
{
    private CalendarBook(ImmutableArray<HolidayNotice> notices) => Notices = notices;

    /// <summary>Without any notice: every year is provisional.</summary>
    public static CalendarBook Empty { get; } = new([]);

    /// <summary>Notices in the order in which they became known; of one day, in the order in which they were taken in.</summary>
    public ImmutableArray<HolidayNotice> Notices { get; }

    /// <summary>Takes notices in.</summary>
    public static CalendarBook Of(IEnumerable<HolidayNotice> notices) => new([.. notices.OrderBy(n => n.KnownFrom)]);

    /// <summary>The book with one more notice.</summary>
    public CalendarBook With(HolidayNotice notice) => Of(Notices.Add(notice));

    /// <summary>True for a year whose list was not published by a day.</summary>
    public bool IsProvisional(int year, DateOnly knownOn) => !Notices.Any(n => n.Year == year && n.KnownFrom <= knownOn);

    /// <summary>Those of a chain of units that have notices of their own, known by a day: what makes one calendar differ from another.</summary>
    /// <param name="chain">The unit first, then everything above it up to the nation.</param>
    /// <param name="knownOn">Day of whose knowledge.</param>
    public ImmutableArray<UnitId> Deciding(IEnumerable<UnitId> chain, DateOnly knownOn)
    {
        var tops = Notices.Where(n => n.KnownFrom <= knownOn).Select(n => n.Top).ToHashSet();
        return [.. chain.Where(tops.Contains)];
    }

    /// <summary>The calendar of a place as known on a day.</summary>
    /// <param name="chain">The unit first, then everything above it up to the nation: what is nearer goes before what is higher.</param>
    /// <param name="knownOn">Day of whose knowledge.</param>
    public WorkingCalendar Of(IEnumerable<UnitId> chain, DateOnly knownOn)
    {
        ImmutableArray<HolidayNotice> known = [.. Notices.Where(n => n.KnownFrom <= knownOn)];
        var days = new Dictionary<DateOnly, (ListedDay, HolidayNotice)>();
        foreach (var top in chain.Append(UnitId.Nation).Distinct().Reverse())
        {
            foreach (var (day, found) in LayerOf(known.Where(n => n.Top == top)))
                days[day] = found;
        }
        return new WorkingCalendar(knownOn, days, known.Where(n => n.Year is not null).Select(n => n.Year!.Value));
    }

    // one unit's own layer: its later notice goes before its earlier one
    private static Dictionary<DateOnly, (ListedDay, HolidayNotice)> LayerOf(IEnumerable<HolidayNotice> notices)
    {
        var layer = new Dictionary<DateOnly, (ListedDay, HolidayNotice)>();
        foreach (var (listed, notice) in notices.SelectMany(n => n.Days.Select(d => (d, n))))
        {
            if (listed.As == ListedAs.AsAbove)
                layer.Remove(listed.Day);
            else
                layer[listed.Day] = (listed, notice);
        }
        return layer;
    }
}
