using System.Text.RegularExpressions;

namespace Federation.Domain.Reports.Prose;

/// <summary>Words that give a sentence another span than the report year: 五年来, “十四五”以来, 2020年至2024年, 截至年底累计. No table of one year holds its figures.</summary>
internal static partial class OtherSpans
{
    /// <summary>Where such words begin in a sentence; its end when there are none.</summary>
    /// <param name="text">Normal text.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="year">Report year: 2024年以来 is the year itself.</param>
    public static int StartIn(string text, Sentence sentence, int year)
    {
        var words = text[sentence.Start..sentence.End];
        foreach (Match match in Spans().Matches(words))
        {
            var before = words[..match.Index];
            var own = match.ValueSpan switch
            {
                "以来" => before.EndsWith($"{year}年", StringComparison.Ordinal) || before.EndsWith("今年", StringComparison.Ordinal) || before.EndsWith("本年度", StringComparison.Ordinal),
                "累计" => ThisYear().Matches(before).Any(m => m.Groups["year"] is not { Success: true } named || named.Value == $"{year}"),
                _ => false,
            };
            if (!own)
                return sentence.Start + match.Index;
        }
        return sentence.End;
    }

    [GeneratedRegex("以来|年来|近[0-9一二三四五六七八九十两几]+年|历年|多年|往年|[0-9]{4}年?(至|到|-|—|~|～)[0-9]{4}年(?![0-9])|累计|前[一二三]季度|[上下]半年|第?[一二三四]季度|(?<![0-9至到—~-])[0-9]{1,2}月份?(?=[^0-9至到底末]{0,6}(收|受|办|新收|答))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spans();

    [GeneratedRegex("全年|本年|今年|年内|当年|报告期|(?<!截[至止])(?<!到)(?<year>[0-9]{4})年(?![底末]|12月)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThisYear();
}
