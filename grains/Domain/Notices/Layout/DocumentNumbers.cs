using System.Globalization;
using System.Text.RegularExpressions;

namespace Federation.Domain.Notices.Layout;

/// <summary>发文字号: numbers of documents, with brackets as they should be or lost.</summary>
internal static partial class DocumentNumbers
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>Numbers in a text in order of place.</summary>
    public static IEnumerable<(string Number, int Start, int Length, bool Broken)> In(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var organ = match.Groups["organ"];
            var lead = Lead().Match(organ.Value).Length;
            var name = organ.Value[lead..];
            var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            var whole = match.Groups["open"].Success && match.Groups["close"].Success && match.Groups["end"].Success;
            if (year is < FirstYear or > LastYear || (!whole && !Ending().IsMatch(name)) || name.Length < 2)
                continue;
            var start = match.Index + lead;
            yield return ($"{name}〔{year}〕{match.Groups["n"].Value.TrimStart('0')}号", start, match.Index + match.Length - start, !whole);
        }
    }

    /// <summary>Orders, which bear no year: 重庆市人民政府令第290号.</summary>
    public static IEnumerable<(string Number, int Start, int Length, bool Broken)> Orders(string text) =>
        Order().Matches(text).Select(m => (m.Value, m.Index, m.Length, false));

    [GeneratedRegex(@"([一-鿿]{2,14}令)第(\d{1,4})号")]
    private static partial Regex Order();

    [GeneratedRegex(@"(?<organ>[一-鿿]{2,14}?)(?:(?<open>〔|\(|<)(?<year>(?:19|20)\d\d)(?<close>〕|\)|>)第?(?<n>\d{1,4})(?<end>号)|(?<open>〔|\()?(?<year>20\d\d)(?<close>〕|\))?(?<n>\d{1,3})(?<end>号)?(?![\d年月.\-日]))")]
    private static partial Regex Number();

    [GeneratedRegex(@"^.*?(?:根据|按照|依据|落实|贯彻|印发|以及|关于|通知|精神|要求|文件|号|以|和|按|据|见)(?=[一-鿿]{2,})")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:发|函|办|字|秘|令|公开|通知|纪要|规|电)$")]
    private static partial Regex Ending();
}
