using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Text;

/// <summary>落款: the line of the date under a notice.</summary>
internal static partial class Signature
{
    /// <summary>True for a line that is a date and nothing else, its signs lost or not.</summary>
    public static bool IsDate(string line) => DateLine().IsMatch(line);

    [GeneratedRegex(@"^\(?(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|20\d{5,6})(?:印发)?\)?$")]
    private static partial Regex DateLine();
}
