using System.Globalization;
using Federation.Domain.Time;

namespace Federation.Web.Text;

/// <summary>Sentences of the pages of the calendar, in both languages side by side.</summary>
internal static class CalendarWords
{
    public static string CalendarOf(this Words w, string name, int year) => Say(w, $"{name} {Plain(year)} 年工作日历", $"{name}: working days of {Plain(year)}");

    public static string WorkingDaysOf(this Words w, int count) => Say(w, $"全年 {Plain(count)} 个工作日。", $"{Plain(count)} working days.");

    public static string ProvisionalYear(this Words w, int year) => Say(
        w, $"国务院办公厅尚未公布 {Plain(year)} 年放假安排:本页按平日推算,均为暂定。", $"The State Council's list of {Plain(year)} is not published: this page follows from weekdays alone and is provisional.");

    public static string ProvisionalCount(this Words w) => Say(w, "暂定:计算涉及放假安排未公布的年份,公布后会重新计算。", "Provisional: the count concerns a year whose list is not published; it will be counted again.");

    public static string KnownOn(this Words w, DateOnly day) => Say(w, $"按 {Day(day)} 所知的放假安排。", $"As known on {Day(day)}.");

    public static string MonthOf(this Words w, int month) => w.IsEnglish ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month) : $"{Plain(month)}月";

    public static IReadOnlyList<string> Weekdays(this Words w) => w.IsEnglish ? ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] : ["一", "二", "三", "四", "五", "六", "日"];

    public static string MarkOf(this Words w, DayRule rule) => rule switch
    {
        DayRule.Holiday or DayRule.LocalHoliday => Say(w, "休", "off"),
        DayRule.MakeUpWorkday or DayRule.LocalWorkday => Say(w, "班", "work"),
        _ => "",
    };

    public static string Off(this Words w) => Say(w, "放假", "Off");

    public static string MakeUp(this Words w) => Say(w, "调休上班", "Make-up workday");

    public static string Local(this Words w) => Say(w, "地方安排", "By a local notice");

    public static string Notices(this Words w) => Say(w, "依据的通知", "Notices");

    public static string NoticeColumn(this Words w) => Say(w, "通知", "Notice");

    public static string KnownFromColumn(this Words w) => Say(w, "公布或登记日", "Known from");

    public static string SetByColumn(this Words w) => Say(w, "单位", "Unit");

    public static string PreviousYear(this Words w) => Say(w, "上一年", "Previous year");

    public static string NextYear(this Words w) => Say(w, "下一年", "Next year");

    public static string CountTitle(this Words w) => Say(w, "工作日推算说明", "How the day was counted");

    public static string CountOf(this Words w, CountedDate counted) => Say(
        w,
        $"自 {Day(counted.From)} 起(当日不计)第 {Plain(counted.Days)} 个工作日为 {Day(counted.Day)}。",
        $"{Plain(counted.Days)} working days from {Day(counted.From)} (not counted): {Day(counted.Day)}.");

    public static string DayColumn(this Words w) => Say(w, "日期", "Day");

    public static string NumberColumn(this Words w) => Say(w, "第几个工作日", "Working day");

    public static string ReasonColumn(this Words w) => Say(w, "理由", "Reason");

    public static string Rule(this Words w) => Say(
        w,
        "规则:星期一至星期五未列放假的,以及列为调休上班的,为工作日;起算当日不计。当地人民政府依《全国年节及纪念日放假办法》安排的日子,对其辖区优先适用。",
        "Rule: a working day is a Monday to Friday not listed off, or a day listed as worked; the day a count starts from is not counted. Days that a local government sets go first in its territory.");

    public static string FromField(this Words w) => Say(w, "起算日", "From");

    public static string DaysField(this Words w) => Say(w, "工作日数", "Working days");

    public static string CountButton(this Words w) => Say(w, "推算并说明", "Count and explain");

    private static string Say(Words w, string chinese, string english) => w.IsEnglish ? english : chinese;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
