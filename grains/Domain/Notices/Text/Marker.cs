using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Text;

/// <summary>层次序数: the number at the head of an item.</summary>
/// <param name="Level">1 for 一、, 2 for (一), 3 for 1., 4 for (1) or ①, 5 for —— and bullets.</param>
/// <param name="Label">As written in a path: 一, (一), 1, (1), —.</param>
/// <param name="Length">Characters it takes.</param>
/// <remarks>GB/T 9704—2012: 一、(一)1.(1).</remarks>
internal sealed partial record Marker(int Level, string Label, int Length)
{
    /// <summary>The number at the head of a line, or null.</summary>
    public static Marker? At(string line)
    {
        if (First().Match(line) is { Success: true } first)
            return new Marker(1, first.Groups[1].Value, first.Length);
        if (Second().Match(line) is { Success: true } second)
            return new Marker(2, $"({second.Groups[1].Value})", second.Length);
        if (Third().Match(line) is { Success: true } third)
            return new Marker(3, third.Groups[1].Value, third.Length);
        if (Fourth().Match(line) is { Success: true } fourth)
            return new Marker(4, fourth.Value.Trim(), fourth.Length);
        return Fifth().Match(line) is { Success: true } fifth ? new Marker(5, fifth.Value[0] is '—' ? "——" : "●", fifth.Length) : null;
    }

    /// <summary>True for a line that names bodies or dates of the item above, as 责任单位:….</summary>
    public static bool IsLabel(string line) => LabelHead().IsMatch(line);

    [GeneratedRegex(@"^([一二三四五六七八九十]{1,3})(?:、|\.|,)|^第([一二三四五六七八九十]{1,3})[条章部]")]
    private static partial Regex First();

    [GeneratedRegex(@"^\(([一二三四五六七八九十]{1,3})\)[、.]?")]
    private static partial Regex Second();

    [GeneratedRegex(@"^(\d{1,2})(?:、|\.(?!\d))\s?")]
    private static partial Regex Third();

    [GeneratedRegex(@"^(?:\(\d{1,2}\)|\d{1,2}\)|[①-⑳])[、.]?")]
    private static partial Regex Fourth();

    [GeneratedRegex(@"^(?:—{1,2}|●|·)\s?")]
    private static partial Regex Fifth();

    [GeneratedRegex(@"^〔?(?:(?:主要)?(?:责任|牵头|配合|协办|主办|承办|会办|协同|参与|实施|落实)(?:单位|部门|科室|处室|主体)(?:及责任人)?|(?:完成|办理)?(?:时限|期限)(?:要求)?|完成时间|时间(?:要求|节点)|工作(?:要求|目标|任务))〕?[::]")]
    private static partial Regex LabelHead();
}
