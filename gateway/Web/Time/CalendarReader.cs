using System.Collections.Immutable;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Domain.Time;

namespace Federation.Web.Time;

/// <summary>A year as a unit works it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Year">The year.</param>
/// <param name="Provisional">Its list is not published.</param>
/// <param name="KnownOn">Day of whose knowledge.</param>
/// <param name="Days">Every day, in order.</param>
/// <param name="Notices">Notices that list a day of it, oldest first.</param>
public sealed record YearModel(Unit Unit, int Year, bool Provisional, DateOnly KnownOn, ImmutableArray<CalendarDay> Days, ImmutableArray<HolidayNotice> Notices);

/// <summary>A count that explains itself.</summary>
/// <param name="Unit">Whose calendar.</param>
/// <param name="Counted">The count.</param>
public sealed record CountModel(Unit Unit, CountedDate Counted);

/// <summary>Reads calendars for the pages; from memory, no grain is woken.</summary>
internal sealed class CalendarReader(ICalendars calendars, IDivisions divisions, TimeProvider clock)
{
    private const int MostDays = 400;

    /// <summary>A year of a unit.</summary>
    public (YearModel? Model, ImmutableArray<Finding> Findings) Year(int year, string? unit, string? knownOn)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (year is < 1990 or > 2100)
            findings.Add(CalendarRules.BadDay.At("year"));
        var (place, known) = (Place(unit, findings), Day(knownOn, "knownOn", findings));
        if (findings.Count > 0)
            return (null, findings.ToImmutable());
        var calendar = calendars.Of(place!.Id, known);
        var days = calendar.Year(year);
        var numbers = days.Select(d => (d.Notice, d.SetBy)).ToHashSet();
        return (new YearModel(place, year, calendar.IsProvisional(year), known, days, [.. calendars.Book.Notices.Where(n => n.KnownFrom <= known && numbers.Contains((n.Number, n.Top)))]), []);
    }

    /// <summary>A count, day by day.</summary>
    public (CountModel? Model, ImmutableArray<Finding> Findings) Count(string? unit, string? from, int? days, string? knownOn)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var (place, start, known) = (Place(unit, findings), Day(from, "from", findings), Day(knownOn, "knownOn", findings));
        if (days is null or < -MostDays or > MostDays)
            findings.Add(CalendarRules.BadAmount.At("days", $"工作日数应在 -{MostDays} 至 {MostDays} 之间", $"working days are between -{MostDays} and {MostDays}"));
        return findings.Count > 0 ? (null, findings.ToImmutable()) : (new CountModel(place!, calendars.Of(place!.Id, known).Count(start, days!.Value)), []);
    }

    private Unit? Place(string? text, ImmutableArray<Finding>.Builder findings)
    {
        if (string.IsNullOrEmpty(text))
            return divisions.Today.Find(UnitId.Nation);
        var unit = UnitId.TryParse(text, out var id) ? divisions.Today.Find(id) : null;
        if (unit is null)
            findings.Add(DivisionRules.UnknownUnit.At("unit", $"没有单位 {text}", $"there is no unit {text}"));
        return unit;
    }

    private DateOnly Day(string? text, string where, ImmutableArray<Finding>.Builder findings)
    {
        if (string.IsNullOrEmpty(text))
            return clock.Today();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2100)
            return day;
        findings.Add(CalendarRules.BadDay.At(where, $"“{text}”不是 1990 至 2100 年的日期,应写为 年-月-日", $"'{text}' is no day of 1990 to 2100; write YYYY-MM-DD"));
        return default;
    }
}
