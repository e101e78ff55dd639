using System.Globalization;
using Federation.Domain.Notices;

namespace Federation.Documents.Notices;

/// <summary>Facts in words for people, as 每季度不少于2次.</summary>
public static class FactWords
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["continuous"] = "实时、持续",
        ["daily"] = "每日",
        ["working_daily"] = "每个工作日",
        ["five_daily"] = "每五日",
        ["weekly"] = "每周",
        ["monthly"] = "每月",
        ["quarterly"] = "每季度",
        ["half_yearly"] = "每半年",
        ["yearly"] = "每年",
        ["unstated"] = "定期",
        ["year"] = "每年",
        ["half_year"] = "每半年",
        ["quarter"] = "每季度",
        ["month"] = "每月",
        ["week"] = "每周",
        ["day"] = "每日",
        ["working_day"] = "每个工作日",
        ["working_days"] = "个工作日",
        ["days"] = "日",
        ["hours"] = "小时",
        ["months"] = "个月",
        ["years"] = "年",
    };

    /// <summary>The value of a fact in words.</summary>
    public static string Of(NoticeFact fact) => fact.Kind switch
    {
        NoticeFactKind.Deadline when fact.Value.StartsWith("yearly ", StringComparison.Ordinal) => $"每年{Day(fact.Value[7..])}前",
        NoticeFactKind.Deadline => string.Create(CultureInfo.InvariantCulture, $"{fact.Value[..4]}年{Day(fact.Value[5..])}前"),
        NoticeFactKind.Cadence => Words.GetValueOrDefault(fact.Value, fact.Value),
        NoticeFactKind.Quota => $"{(fact.Value.EndsWith("unstated", StringComparison.Ordinal) ? "" : Words.GetValueOrDefault(fact.Value.Split('/')[1], ""))}不少于{fact.Value[2..].Split('/')[0]}次",
        NoticeFactKind.Ratio => (fact.Value[0] == '>' ? "不低于" : "不超过") + fact.Value[2..],
        NoticeFactKind.Limit => $"{(fact.Event is null ? "" : $"{fact.Event}后")}{fact.Value.Split(' ')[0]}{Words.GetValueOrDefault(fact.Value.Split(' ')[1], "")}内",
        _ => fact.Value,
    };

    private static string Day(string monthDay) => $"{int.Parse(monthDay[..2], CultureInfo.InvariantCulture)}月{int.Parse(monthDay[3..], CultureInfo.InvariantCulture)}日";
}
