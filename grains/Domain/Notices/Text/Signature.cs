using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Text;

/// <summary>Lines that frame a notice: its title, whom it addresses, the date under it.</summary>
internal static partial class Signature
{
    /// <summary>True for a line that is a date and nothing else, its signs lost or not.</summary>
    public static bool IsDate(string line) => DateLine().IsMatch(line);

    /// <summary>主送机关: a line that names whom the notice addresses and ends with a colon.</summary>
    public static bool IsAddressed(string line) => Addressed().IsMatch(line) && line.IndexOf('。', StringComparison.Ordinal) < 0;

    /// <summary>True when a line ends as a title does.</summary>
    public static bool EndsTitle(string line) => TitleEnd().IsMatch(line) && line.IndexOf('。', StringComparison.Ordinal) < 0;

    [GeneratedRegex(@"^各.{1,200}:$|^.{2,100}(?:单位|部门|政府|机构|部队|处室|\))\s?:$")]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^(?!附件|#).*(?:通知|要点|方案|意见|决定|通报|办法|规定|分工|任务分解表|任务清单|清单|公告|复函|工作安排|计划|任务表|细则)(?:\([^)]*\))?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"^\(?(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|20\d{5,6})(?:印发)?\)?$")]
    private static partial Regex DateLine();
}
