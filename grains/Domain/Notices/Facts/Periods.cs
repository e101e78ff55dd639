namespace Federation.Domain.Notices.Facts;

/// <summary>Words for a period of a quota.</summary>
internal static class Periods
{
    /// <summary>year, half_year, quarter, month, week, day or working_day; null for no words.</summary>
    public static string? Of(string words) =>
        words.Length == 0 ? null
        : words.Contains("半年", StringComparison.Ordinal) ? "half_year"
        : words.Contains('年', StringComparison.Ordinal) ? "year"
        : words.Contains('季', StringComparison.Ordinal) ? "quarter"
        : words.Contains('月', StringComparison.Ordinal) ? "month"
        : words.Contains('周', StringComparison.Ordinal) ? "week"
        : words.Contains("工作日", StringComparison.Ordinal) ? "working_day"
        : "day";
}
