using Federation.Domain.Divisions;
using Federation.Domain.Time;
using Federation.Web.Pages;
using Federation.Web.Text;
using Microsoft.AspNetCore.Components;

namespace Federation.Web.Time;

/// <summary>工作日历: a year printed as months, with days off and make-up workdays.</summary>
public sealed partial class YearPage : ComponentBase
{
    /// <summary>The request.</summary>
    [Parameter, EditorRequired]
    public PageFrame Frame { get; set; } = null!;

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public YearModel Model { get; set; } = null!;

    private Words W => Frame.Words;

    private string Title => W.CalendarOf(Model.Unit.Name, Model.Year);

    private string Query => Model.Unit.Id == UnitId.Nation ? "" : $"?unit={Model.Unit.Id}";

    // Weeks of a month, Monday first; null before its first and after its last day.
    private IEnumerable<CalendarDay?[]> Weeks(int month)
    {
        var days = Model.Days.Where(d => d.Day.Month == month).ToList();
        var before = ((int)days[0].Day.DayOfWeek + 6) % 7;
        return Enumerable.Repeat<CalendarDay?>(null, before).Concat(days).Concat(Enumerable.Repeat<CalendarDay?>(null, (7 - ((before + days.Count) % 7)) % 7)).Chunk(7);
    }

    private static string ClassOf(CalendarDay day) => day.Rule switch
    {
        DayRule.Holiday => "off listed",
        DayRule.LocalHoliday => "off listed local",
        DayRule.MakeUpWorkday => "made",
        DayRule.LocalWorkday => "made local",
        DayRule.Weekend => "off",
        _ => "",
    };

    private string Reason(CalendarDay day) => W.IsEnglish ? day.TextEn : day.Text;
}
