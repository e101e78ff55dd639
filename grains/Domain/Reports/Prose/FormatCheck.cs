using System.Text.RegularExpressions;
using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>What the prose says of the report itself: the notice it follows, its sections, its period, its dates, its length.</summary>
internal static partial class FormatCheck
{
    private static readonly (string Year, string Number)[] Notices = [("2019", "60"), ("2021", "30")];

    private static readonly string[] OldSections =
    [
        "依申请公开政府信息和不予公开政府信息情况", "依申请公开政府信息和不予公开政府信息的情况", "政府信息公开的收费及减免情况", "政府信息公开收费及减免情况", "机构建设和保障经费情况",
        "政府信息公开会议和培训情况", "因政府信息公开申请行政复议和提起行政诉讼情况", "因政府信息公开申请行政复议、提起行政诉讼情况", "政府信息公开支出与收费情况", "举报投诉情况",
    ];

    /// <summary>Findings of one section.</summary>
    public static IEnumerable<Finding> Check(ProseText text, ReportForm form, ProseContext context) =>
        [.. Citations(text, form), .. Sections(text), .. Periods(text, context.Year), .. Dates(text), .. Length(text, context.Limits)];

    private static IEnumerable<Finding> Citations(ProseText text, ReportForm form)
    {
        var cited = Notice().Matches(text.Normal).ToList();
        var right = cited.Any(m => form.Basis.Contains($"〔{m.Groups["year"].Value}〕{m.Groups["number"].Value}号", StringComparison.Ordinal));
        foreach (var match in cited)
        {
            var (year, number) = (match.Groups["year"].Value, match.Groups["number"].Value);
            if (form.Basis.Contains($"〔{year}〕{number}号", StringComparison.Ordinal))
                continue;
            if (!Notices.Contains((year, number)) && Notices.Any(n => n.Year == year || n.Number == number) && Notices.Any(n => n.Year == number || n.Number == number))
                yield return Misprint(text, match);
            else if (Notices.Contains((year, number)) && !right)
                yield return ProseRules.WrongNotice.At(Where(text, match), $"引用了“{Quote(text, match)}”；本表式依据 {form.Basis}", $"{year} no. {number} is cited; this form rests on {form.Basis}");
        }
        foreach (Match match in MisprintedNotice().Matches(text.Normal))
            yield return Misprint(text, match);
    }

    private static Finding Misprint(ProseText text, Match match) =>
        ProseRules.NoticeMisprinted.At(Where(text, match), $"“{Quote(text, match)}”没有这一文号；格式文件为国办公开办函〔2019〕60号、国办公开办函〔2021〕30号", "there is no such notice; the formats are of 2019 no. 60 and 2021 no. 30");

    private static IEnumerable<Finding> Sections(ProseText text)
    {
        foreach (var name in OldSections)
        {
            if (text.Normal.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at)
                yield return ProseRules.OldSections.At(text.Where(at, at + name.Length), $"“{name}”是 2019 年以前的章节名称", "this section name is of before 2019");
        }
    }

    private static IEnumerable<Finding> Periods(ProseText text, int year)
    {
        foreach (var sentence in text.Sentences)
        {
            var words = text.Normal[sentence.Start..sentence.End];
            if (!PeriodWords().IsMatch(words))
                continue;
            foreach (Match match in Period().Matches(words))
            {
                var end = match.Groups["y2"] is { Success: true } y2 ? y2.Value : match.Groups["y1"].Value;
                var whole = match.Groups["y1"].Value == $"{year}" && end == $"{year}" && match.Groups["from"].Value == "1月1日" && match.Groups["to"].Value == "12月31日";
                if (!whole)
                {
                    var start = sentence.Start + match.Index;
                    yield return ProseRules.Period.At(text.Where(start, start + match.Length), $"文字写“{text.Quote(start, start + match.Length)}”；应为 {year} 年 1 月 1 日至 12 月 31 日", $"the text gives another period than 1 January to 31 December {year}");
                }
            }
        }
    }

    private static IEnumerable<Finding> Dates(ProseText text) =>
        BrokenDate().Matches(text.Normal).Where(m => m.Index == 0 || !char.IsAsciiDigit(text.Normal[m.Index - 1]))
            .Select(m => ProseRules.BrokenDate.At(Where(text, m), $"“{Quote(text, m)}”缺少“年”“月”“日”字", "this date has lost its 年, 月 or 日"));

    private static IEnumerable<Finding> Length(ProseText text, ProseLimits? limits)
    {
        if (text.Section != "s1" || limits?.MaxCharacters is not { } most)
            yield break;
        var places = text.Original.Select((c, i) => (c, i)).Where(p => !char.IsWhiteSpace(p.c)).Select(p => p.i).ToList();
        if (places.Count > most)
        {
            yield return new Finding(
                ProseRules.TooLong.Code, ProseRules.TooLong.Severity, $"{text.Section}@{places[most]}-{text.Original.Length}",
                $"总体情况 {places.Count} 字，当地规定不超过 {most} 字", $"section one has {places.Count} characters; the local limit is {most}", limits.Basis);
        }
    }

    private static string Where(ProseText text, Match match) => text.Where(match.Index, match.Index + match.Length);

    private static string Quote(ProseText text, Match match) => text.Quote(match.Index, match.Index + match.Length);

    [GeneratedRegex(@"国办公开办函[〔\[(【](?<year>[0-9]{4})[〕\])】](?<number>[0-9]{1,3})号", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Notice();

    [GeneratedRegex(@"国办政务公开办函|国办公开办函[〔\[(【]?(2019|2021)(60|30)号", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MisprintedNotice();

    [GeneratedRegex("统计(数据)?的?(期限|时限|时段|周期|时间)|数据的?(统计)?(期限|时限)|所列数据|报告期", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PeriodWords();

    [GeneratedRegex("(?<y1>[0-9]{4})年(?<from>[0-9]{1,2}月[0-9]{1,2}日)起?(开始)?(至|到|—+|-|–|~|～)(?<y2>[0-9]{4})?年?(?<to>[0-9]{1,2}月[0-9]{1,2}日)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Period();

    [GeneratedRegex("20[0-9]{2}[0-9]{1,4}日|20[0-9]{2}[0-9]{1,2}月|20[0-9]{2}年[0-9]{1,2}日", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BrokenDate();
}
