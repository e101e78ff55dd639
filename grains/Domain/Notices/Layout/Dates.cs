using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Notices.Text;

namespace Federation.Domain.Notices.Layout;

/// <summary>Dates of issue: in figures, in Chinese numerals, or with their signs lost.</summary>
internal static partial class Dates
{
    private const string Figures = "〇一二三四五六七八九";

    /// <summary>The date a line is, or null. One without signs counts only when it can be read in one way.</summary>
    public static DateOnly? Whole(string line)
    {
        if (Plain().Match(line) is { Success: true } plain)
            return Of(plain.Groups[1].Value, plain.Groups[2].Value, plain.Groups[3].Value);
        if (Chinese().Match(line) is { Success: true } chinese)
        {
            var year = string.Concat(chinese.Groups[1].Value.Select(c => c is '○' or '零' or '●' ? 0 : Figures.IndexOf(c, StringComparison.Ordinal)));
            return Of(year, $"{Numerals.Of(chinese.Groups[2].Value)}", $"{Numerals.Of(chinese.Groups[3].Value)}");
        }
        var readings = Bare().IsMatch(line) ? Readings(line.Trim('(', ')')) : [];
        return readings.Count == 1 ? readings[0] : null;
    }

    /// <summary>Every date that digits without signs can be: 2016715 is one, 2016111 are two.</summary>
    public static List<DateOnly> Readings(string digits)
    {
        var result = new List<DateOnly>();
        for (var month = 1; month <= 2 && digits.Length - 4 - month is 1 or 2; month++)
        {
            if (digits[4] != '0' || month == 2)
            {
                var day = digits[(4 + month)..];
                if ((day.Length == 2 || day[0] != '0') && Of(digits[..4], digits.Substring(4, month), day) is { } date)
                    result.Add(date);
            }
        }
        return result;
    }

    private static DateOnly? Of(string year, string month, string day) =>
        DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"^\(?(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?(?:印发)?\)?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\(?([二〇○●零一三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日(?:印发)?\)?$")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^\(?20\d{4,6}\)?$")]
    private static partial Regex Bare();
}
