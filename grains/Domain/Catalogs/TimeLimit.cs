using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Text;
using Federation.Domain.Obligations;

namespace Federation.Domain.Catalogs;

/// <summary>公开时限 as understood: how long after its making or change something must be public, or how often it must be renewed.</summary>
public abstract partial record TimeLimit
{
    /// <summary>Within so much of the making or change of the information.</summary>
    /// <param name="Amount">How much; 0: at once.</param>
    /// <param name="Unit">Of what.</param>
    public sealed record Within(int Amount, LimitUnit Unit) : TimeLimit;

    /// <summary>Renewed in every period: 按月, 按季度, 按年度, 实时.</summary>
    public sealed record Every(Cadence Cadence) : TimeLimit;

    /// <summary>By a day of every year: 1月31日前.</summary>
    public sealed record YearlyBy(int Month, int Day) : TimeLimit;

    /// <summary>长期公开: public all the time once it is.</summary>
    public sealed record Always : TimeLimit;

    /// <summary>条例第二十六条: 20 working days from making or change; holds where nothing else is said.</summary>
    public static TimeLimit Statutory { get; } = new Within(20, LimitUnit.WorkingDays);

    /// <summary>Reads a limit as printed in catalogs: 信息形成或者变更之日起20个工作日内, 部门预算经批复后20日内, 按月, 1月31日前, 6月底前, 实时, 长期公开.</summary>
    /// <returns>Null when it is not understood; such a limit is shown as printed and nothing is counted.</returns>
    public static TimeLimit? Read(string text)
    {
        var words = WidthFolding.Of(text).Replace(" ", "", StringComparison.Ordinal);
        if (Span().Match(words) is { Success: true } span)
            return new Within(Number(span.Groups["n"].Value), UnitOf(span.Groups["u"].Value));
        if (ByDay().Match(words) is { Success: true } day)
            return Yearly(day);
        return words switch
        {
            _ when words.Contains("实时", StringComparison.Ordinal) || words.Contains("即时", StringComparison.Ordinal) => new Every(Cadence.Continuous),
            _ when Daily().IsMatch(words) => new Every(Cadence.Daily),
            _ when Weekly().IsMatch(words) => new Every(Cadence.Weekly),
            _ when Quarterly().IsMatch(words) => new Every(Cadence.Quarterly),
            _ when HalfYearly().IsMatch(words) => new Every(Cadence.HalfYearly),
            _ when Monthly().IsMatch(words) => new Every(Cadence.Monthly),
            _ when YearlyWord().IsMatch(words) => new Every(Cadence.Yearly),
            _ when words.Contains("长期", StringComparison.Ordinal) => new Always(),
            _ => null,
        };
    }

    private static YearlyBy? Yearly(Match day)
    {
        var month = Number(day.Groups["m"].Value);
        if (month is < 1 or > 12)
            return null;
        var last = DateTime.DaysInMonth(2001, month); // a year without 29 February: no limit may lie on a day that most years lack
        var number = day.Groups["d"].Success ? Number(day.Groups["d"].Value) : last;
        return number >= 1 && number <= last ? new YearlyBy(month, number) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static LimitUnit UnitOf(string word) => word switch
    {
        "工作日" => LimitUnit.WorkingDays,
        "小时" => LimitUnit.Hours,
        "月" => LimitUnit.Months,
        "年" => LimitUnit.Years,
        _ => LimitUnit.CalendarDays,
    };

    [GeneratedRegex(@"(?<n>\d{1,4})个?(?<u>工作日|自然日|小时|日|天|月|年)(以?内|之内|$)")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<m>\d{1,2})月(?:(?<d>\d{1,2})日|底|末)(?:之?前|以前)")]
    private static partial Regex ByDay();

    [GeneratedRegex("[按每]日|每天")]
    private static partial Regex Daily();

    [GeneratedRegex("[按每]周")]
    private static partial Regex Weekly();

    [GeneratedRegex("[按每]季")]
    private static partial Regex Quarterly();

    [GeneratedRegex("[按每]?半年")]
    private static partial Regex HalfYearly();

    [GeneratedRegex("[按每]月")]
    private static partial Regex Monthly();

    [GeneratedRegex("[按每]年")]
    private static partial Regex YearlyWord();
}
