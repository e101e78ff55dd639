using System.Globalization;
using Federation.Domain.Notices;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Notices;

/// <summary>Notices made from a grammar whose truth is known, and texts that are none: what is read, and that reading ends with every place inside the text.</summary>
public sealed class NoticeGrammarTests
{
    private const string Head = "某市人民政府办公室关于印发2024年政务公开工作要点的通知\n各区人民政府:\n某市人民政府办公室\n2024年3月5日\n一、重点任务\n(一)公开。";

    private static readonly Gen<string> Name = Gen.Elements(
        "市财政局", "市发展改革委", "市政府办公室", "市委编办", "市委组织部", "各区县(自治县)人民政府", "各县(市、区)政府", "市政府各部门", "市交通委(市道运局)", "市级有关部门", "市大数据中心", "市文化和旅游局");

    private static readonly Gen<(string Text, string Truth)> Day =
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        from year in Gen.Elements(0, 2024, 2025)
        from figures in Gen.Choose(0, 2)
        from before in Gen.Elements("前", "之前", "以前")
        select ((year == 0 ? "" : $"{Figures(year, figures, true)}年") + $"{Figures(month, figures)}月{Figures(day, figures)}日{before}", string.Create(CultureInfo.InvariantCulture, $"{(year == 0 ? 2024 : year):0000}-{month:00}-{day:00}"));

    private static readonly Gen<(string Text, string Truth)> MonthEnd =
        from month in Gen.Choose(1, 12)
        from year in Gen.Elements(0, 2024, 2025)
        from figures in Gen.Choose(0, 2)
        from before in Gen.Elements("底前", "底之前", "底以前")
        let of = year == 0 ? 2024 : year
        select ((year == 0 ? "" : $"{Figures(year, figures, true)}年") + $"{Figures(month, figures)}月{before}", string.Create(CultureInfo.InvariantCulture, $"{of:0000}-{month:00}-{DateTime.DaysInMonth(of, month):00}"));

    [Fact] // figures, full-width figures and Chinese numerals; with and without a year
    public void Read_AnyDayOrMonthEnd_IsTheDeadline() => Prop.ForAll(Gen.OneOf(Day, MonthEnd).ToArbitrary(), d => Read($"请于{d.Text}完成清理。", NoticeFactKind.Deadline) == d.Truth).QuickCheckThrowOnFailure();

    [Fact] // names × verbs × brackets
    public void Read_AnyResponsibility_HasNamesAndRoles()
    {
        var clause = from leads in Name.NonEmptyListOf()
                     from others in Name.NonEmptyListOf()
                     from form in Gen.Choose(0, 5)
                     from brackets in Gen.Elements("()", "()", "〔〕", "【】", "[]")
                     let a = string.Join('、', leads)
                     let b = string.Join('、', others)
                     let text = form switch
                     {
                         0 => $"{a}牵头,{b}配合",
                         1 => $"{a}牵头,{b}按职责分工负责",
                         2 => $"牵头单位:{a};配合单位:{b}",
                         3 => $"牵头单位:{a};责任单位:{b}",
                         4 => $"{a}会同{b}负责",
                         _ => $"{a}负责,{b}协助",
                     }
                     let roles = form switch { 0 or 2 or 4 => "LS", 5 => "RS", _ => "LR" }
                     select ($"{brackets[0]}{text}{brackets[1]}", string.Join(' ', leads.Select(n => $"{roles[0]}:{n}").Concat(others.Select(n => $"{roles[1]}:{n}"))));
        Prop.ForAll(clause.ToArbitrary(), c => Read($"做好公开工作。{c.Item1}", NoticeFactKind.Body) == c.Item2).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_AnySubject_IsTheActor()
    {
        var sentence = from names in Name.NonEmptyListOf()
                       from verb in Gen.Elements("要主动公开", "应当每季度公开", "须按时报送", "不得拖延", "将对落实情况开展抽查", "负责做好解读", "主要负责人要带头解读", "网站定期发布", "均应及时更新")
                       let distinct = names.Distinct().Take(6).ToList()
                       select (string.Join('、', distinct) + verb, string.Join(' ', distinct));
        Prop.ForAll(sentence.ToArbitrary(), s => Read($"{s.Item1}相关信息。", NoticeFactKind.Actor) == s.Item2).QuickCheckThrowOnFailure();
    }

    [Fact] // characters that the rules look for, in any order
    public void Read_AnyText_KeepsItsPlaces()
    {
        var text = Gen.Elements("各区政府", "市", "(", ")", "〔", "〕", "《", "》", "、", ",", "。", ";", ":", "\n", "|", "\t", "?", "(qū)", "區", "一、", "(一)", "1.", "年底前", "每季度", "不少于2次", "3个工作日内", "50%", "以上", "责任单位:", "牵头", "配合", "要", "由", "会同", "清单", "公开", "2024年", "十二月", "\uFFFD", "\uD800", "\0", " ", "年度报告", "序号").ArrayOf();
        Prop.ForAll(text.ToArbitrary(), parts =>
        {
            var all = string.Concat(parts);
            var notice = NoticeReader.Read(all);
            return notice.Facts.All(f => f.Span.Length > 0 && f.Span.End <= all.Length && f.Quote == all.Substring(f.Span.Start, f.Span.Length))
                && notice.Unread.All(u => u.Span.End <= all.Length) && notice.Items.All(i => i.Span.End <= all.Length);
        }).QuickCheckThrowOnFailure();
    }

    [Theory] // a rule that goes over its text again from every place would not end here
    [InlineData("各部门、")]
    [InlineData("每年")]
    [InlineData("(市局牵头")]
    [InlineData("區(qū)?")]
    [InlineData("a|b\n")]
    [InlineData("一、公开。\n")]
    [InlineData("序号\n")]
    [InlineData("?")]
    [InlineData("《")]
    [InlineData("年度报告")]
    [InlineData("\uD800\0\u0007\uFFFF")]
    public async Task Read_LongText_Ends(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 100_000 / unit.Length));
        var notice = await Task.Run(() => NoticeReader.Read(text)).WaitAsync(TimeSpan.FromMinutes(5));
        Assert.All(notice.Facts, f => Assert.InRange(f.Span.End, f.Span.Start + 1, text.Length));
    }

    private static string Read(string body, NoticeFactKind kind) => string.Join(' ', NoticeReader.Read(Head + body).Facts
        .Where(f => f.Kind == kind).Select(f => kind == NoticeFactKind.Body ? $"{f.Role.ToString()![0]}:{f.Value}" : f.Value));

    private static string Figures(int number, int figures, bool year = false)
    {
        const string Chinese = "〇一二三四五六七八九";
        var plain = number.ToString(CultureInfo.InvariantCulture);
        return figures switch
        {
            0 => plain,
            1 => string.Concat(plain.Select(c => (char)(c + 0xFEE0))),
            _ when year => string.Concat(plain.Select(c => Chinese[c - '0'])),
            _ => (number >= 20 ? $"{Chinese[number / 10]}" : "") + (number >= 10 ? "十" : "") + (number % 10 > 0 ? $"{Chinese[number % 10]}" : ""),
        };
    }
}
