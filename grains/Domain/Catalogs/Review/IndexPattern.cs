using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Review;

/// <summary>
/// 索引号格式: how a catalog makes index numbers, such as <c>11441700007280420Y/{year}-{serial:5}</c>. Year and month are those of the publication; serials
/// run from 1 in each part, the text before and after them, so that 2026 and 2027 count apart. A serial that outgrows its digits goes on with more.
/// </summary>
public sealed partial record IndexPattern
{
    private readonly string text;
    private readonly int digits;

    private IndexPattern(string text, int digits) => (this.text, this.digits) = (text, digits);

    /// <summary>Reads a pattern; null when it is empty or cannot be used.</summary>
    public static IndexPattern? Read(string text)
    {
        var serials = Serial().Matches(text);
        var rest = Serial().Replace(text, "").Replace("{year}", "", StringComparison.Ordinal).Replace("{month}", "", StringComparison.Ordinal);
        return serials.Count == 1 && rest.IndexOfAny(['{', '}']) < 0 && text.Length <= 80 ? new(text, serials[0].Groups["n"].Value[0] - '0') : null;
    }

    /// <summary>What is wrong with a pattern; null when it is empty or can be used.</summary>
    public static Finding? Check(string text) => text.Length == 0 || Read(text) is not null ? null : ReviewRules.BadIndexPattern.At("index_pattern");

    /// <summary>The part in which serials of a day count, such as <c>11441700007280420Y/2026-#</c>.</summary>
    public string PartOf(DateOnly day) => Serial().Replace(Dated(day), "#");

    /// <summary>A number.</summary>
    /// <param name="day">Day of the publication.</param>
    /// <param name="serial">From 1.</param>
    public string Number(DateOnly day, int serial) => Serial().Replace(Dated(day), serial.ToString(new string('0', digits), CultureInfo.InvariantCulture));

    private string Dated(DateOnly day) => text.Replace("{year}", day.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{month}", day.ToString("MM", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [GeneratedRegex(@"\{serial:(?<n>[1-9])\}", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();
}
