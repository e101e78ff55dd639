using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Federation.Web.Time;

/// <summary>The pages of the calendar: public facts, no sign-in.</summary>
internal static class CalendarPages
{
    public static IResult Year(int year, string? unit, string? knownOn, HttpContext http, CalendarReader reader)
    {
        var (model, findings) = reader.Year(year, unit, knownOn);
        var frame = PageLanguage.Frame(http);
        return model is null ? Problems.NotFound(frame, findings) : new PageResult<YearPage>(frame, StatusCodes.Status200OK, ("Model", model));
    }

    public static IResult Count(string? unit, string? from, int? days, string? knownOn, HttpContext http, CalendarReader reader)
    {
        var (model, findings) = reader.Count(unit, from, days, knownOn);
        var frame = PageLanguage.Frame(http);
        return model is null ? Problems.NotFound(frame, findings) : new PageResult<CountPage>(frame, StatusCodes.Status200OK, ("Model", model));
    }
}
