using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Time;

namespace Federation.Domain.Tests.Time;

/// <summary>The official lists of deploy/data.</summary>
internal static class Lists
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CalendarBook Book()
    {
        using var notices = File.OpenText(Repository.Data("holiday-notices.csv"));
        using var days = File.OpenText(Repository.Data("holidays.csv"));
        using var changes = File.OpenText(Repository.Data("holiday-changes.csv"));
        var (read, findings) = HolidayLists.Read(notices, days, changes);
        Assert.Empty(findings);
        return CalendarBook.Of(read);
    }

    /// <summary>The national calendar with every notice known.</summary>
    public static WorkingCalendar National() => Book().Of([UnitId.Nation], DateOnly.MaxValue);
}
