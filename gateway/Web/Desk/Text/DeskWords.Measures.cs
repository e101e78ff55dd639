#pragma warning disable CS1591 // each member is the sentence it names
using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;
using Federation.Domain.WorkPoints;

namespace Federation.Web.Desk.Text;

/// <summary>Measures, parts and receivers in the words of an office.</summary>
public sealed partial class DeskWords
{
    public string MeasureOf(Measure measure) => measure switch
    {
        OnceBy { Due: { } due } => Say($"{due.Year} 年 {due.Month} 月 {due.Day} 日前完成", $"once by {due:yyyy-MM-dd}"),
        OnceBy => Say("年内完成", "once within the year"),
        EveryPeriod e => CadenceName(e.Cadence) + Say("一次", "") + (e.By is { } by ? Say($",{by.Month} 月 {by.Day} 日前", $", by {by}") : "")
            + (e.DueDays > 0 ? Say($",期满后 {e.DueDays} 个工作日内", $", within {e.DueDays} working days after") : "")
            + (e.Season is { } s ? Say($",限 {s.From} 至 {s.To}", $", from {s.From} to {s.To}") : ""),
        CountPerPeriod c => CadenceName(c.Cadence) + (c.AtLeast > 0 ? Say($"不少于 {c.AtLeast} 次", $" at least {c.AtLeast} times") : "") + (c.AtMost is { } most ? Say($"不超过 {most} 次", $" at most {most} times") : ""),
        RatioBound r => (r.Kind == BoundKind.AtLeast ? Say("不低于", "at least ") : Say("不高于", "at most ")) + (r.Bound * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
            + Say($"({CadenceName(r.Cadence)}计)", $" ({CadenceName(r.Cadence)})"),
        WithinOfEvent w => Say($"{w.Event}后 {w.Amount} {LimitName(w.Unit)}内", $"within {w.Amount} {LimitName(w.Unit)} of {w.Event}"),
        _ => measure.ToString(),
    };

    public string CadenceName(Cadence cadence) => cadence switch
    {
        Cadence.Continuous => Say("实时", "continuously"),
        Cadence.Daily => Say("每日", "daily"),
        Cadence.WorkingDaily => Say("每个工作日", "every working day"),
        Cadence.FiveDaily => Say("每五日", "every five days"),
        Cadence.Weekly => Say("每周", "weekly"),
        Cadence.Monthly => Say("每月", "monthly"),
        Cadence.Quarterly => Say("每季度", "quarterly"),
        Cadence.HalfYearly => Say("每半年", "half-yearly"),
        Cadence.Yearly => Say("每年", "yearly"),
        _ => Say("定期(周期由单位自定)", "regularly (the unit sets how often)"),
    };

    public string LimitName(LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDays => Say("个工作日", "working days"),
        LimitUnit.CalendarDays => Say("日", "days"),
        LimitUnit.Hours => Say("小时", "hours"),
        LimitUnit.Months => Say("个月", "months"),
        _ => Say("年", "years"),
    };

    public string PartName(DutyRole part) => part switch
    {
        DutyRole.Lead => Say("牵头", "Lead"),
        DutyRole.Supporting => Say("配合", "Support"),
        _ => Say("责任", "Responsible"),
    };

    public string TierName(Tier tier) => tier switch
    {
        Tier.Nation => Say("国家级", "nation"),
        Tier.Province => Say("省级", "province"),
        Tier.City => Say("市级", "city"),
        Tier.County => Say("县级", "county"),
        _ => Say("乡级", "township"),
    };

    public string ReceiverOf(ReceiverChoice choice) => choice switch
    {
        AllBelow => Say("所有下级", "everything below"),
        DirectlyBelow => Say("直接下级", "units directly below"),
        OfTier { Kind: null } c => Say($"{TierName(c.Tier)}(政府和部门)", $"{TierName(c.Tier)} tier"),
        OfTier c => c.Kind == UnitKind.Agency ? Say($"{TierName(c.Tier)}部门", $"{TierName(c.Tier)} agencies") : Say($"{TierName(c.Tier)}政府", $"{TierName(c.Tier)} governments"),
        OfLine c => Say($"条线 {c.Line}", $"line {c.Line}"),
        Tagged c => Say($"标签“{c.Tag}”", $"tag '{c.Tag}'"),
        Listed c => Say("名单:", "list: ") + string.Join(' ', c.Units),
        Without c => Say("不含:", "without: ") + string.Join(' ', c.Units),
        _ => "",
    };

    public string ReceiversOf(IEnumerable<ReceiverChoice> choices) => string.Join(Say(";", "; "), choices.Select(ReceiverOf));
}
