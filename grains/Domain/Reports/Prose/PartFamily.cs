using System.Text.RegularExpressions;

namespace Federation.Domain.Reports.Prose;

/// <summary>Kinds of parts of which one knows what the whole list is: only those can be said to lack one.</summary>
internal static partial class PartFamily
{
    private static readonly (string Name, string[][] Whole)[] Families =
    [
        ("source", [["新收"], ["上年", "去年", "上一年"]]),
        ("applicants", [["自然人"], ["法人"]]),
        ("channels", [["当面", "现场"], ["网络", "网上", "在线", "网站", "平台", "互联网"], ["信函", "邮寄", "信件", "邮政", "来信"]]),
        ("outcomes", [["予以公开", "同意公开"], ["部分公开"], ["不予公开"], ["无法提供"], ["不予处理"], ["其他处理", "其它处理"]]),
        ("rulings", [["维持"], ["纠正"], ["其他结果", "其它结果"], ["审结", "审理"]]),
    ];

    private static readonly string[] MoreChannels = ["传真", "电子邮件", "电话"];
    private static readonly string[] Publishing = ["网站", "微信", "微博", "公众号", "新媒体", "客户端", "公告栏", "公示栏", "头条", "抖音", "报刊", "平台", "短信"];
    private static readonly string[] Ends = ["办结", "答复", "转下", "结转至", "结转到", "顺延"];

    /// <summary>Family of a part by its words; empty when it is of none known.</summary>
    public static string Of(string words)
    {
        if (MoreChannels.Any(Said))
            return "channels";
        // 予以公开 of 不予公开: the outcomes are told apart before, so the order of families is enough
        return Families.FirstOrDefault(f => f.Whole.Any(w => w.Any(Said))).Name ?? "";
        bool Said(string word) => words.Contains(word, StringComparison.Ordinal);
    }

    /// <summary>True when the parts named are the whole by their nature, or the last is 其他 or 其余.</summary>
    public static bool IsWhole(string family, IReadOnlyList<string> parts) =>
        Rest().IsMatch(parts[^1]) || (Families.FirstOrDefault(f => f.Name == family).Whole is { } whole && whole.All(w => parts.Any(p => w.Any(word => p.Contains(word, StringComparison.Ordinal)))));

    /// <summary>True for 其他 and 其余, the rest of a list of any family.</summary>
    public static bool IsRest(string words) => Rest().IsMatch(words);

    /// <summary>True for words that go on to something else than parts: 办结, 结转下年.</summary>
    public static bool GoesOn(string words) => Ends.Any(e => words.Contains(e, StringComparison.Ordinal));

    /// <summary>True for places of publication: one item may stand in several, so they need not add up.</summary>
    public static bool MayOverlap(string words) => Publishing.Any(p => words.Contains(p, StringComparison.Ordinal));

    [GeneratedRegex("^(其他|其它|其余)(类|信息|方式|渠道|领域|政府信息|类信息|类别)?(的|为|有)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rest();
}
