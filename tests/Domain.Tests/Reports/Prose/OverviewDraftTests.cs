using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Federation.Domain.Reports;
using Federation.Domain.Reports.Prose;
using FsCheck;
using FsCheck.Fluent;

namespace Federation.Domain.Tests.Reports.Prose;

/// <summary>A draft is in order whatever the tables say; changing one thing in it breaks the rule of that thing.</summary>
public sealed class OverviewDraftTests
{
    private const string Unit = "宿江市人民政府";

    private sealed record Draft(Figures Figures, Figures? LastYear, ImmutableSortedDictionary<string, string> Texts)
    {
        public IEnumerable<string> Codes(bool drafting = true) =>
            ProseCheck.Check(new ReportContent(Figures, Texts, []), new ProseContext(2024, LastYear, Unit, new ProseLimits(5_000, "某通知"), drafting)).Select(f => f.Code);
    }

    private static Gen<Draft> Drafts { get; } =
        from figures in Sheets.Lawful
        from last in Sheets.Lawful
        from known in Gen.Elements(true, false)
        select Write(figures, known ? last : null);

    private static Draft Write(Figures figures, Figures? last) => new(figures, last, OverviewDraft.Write(figures, last, Unit, 2024));

    [Fact]
    public void Write_LawfulFigures_IsNotComplainedOf() => Property.Holds(Drafts, draft =>
    {
        Assert.Empty(draft.Codes());
        Assert.All(draft.Codes(drafting: false), code => Assert.Equal("AR-069", code)); // blanks left to fill in
    });

    [Fact]
    public void Write_FeeUnpaid_IsNotComplainedOf()
    {
        var draft = Write(Sheets.Open.WithApplications(3, "other_fee_unpaid"), null);

        Assert.Empty(draft.Codes());
        Assert.Contains("逾期未缴费3件", draft.Texts["s6"], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NilReport_SaysSoInProperWords()
    {
        var draft = Write(Sheets.Nil, Sheets.Nil);

        Assert.Contains("本年度未收到政府信息公开申请\uFF0C无上年结转的申请。未发生政府信息公开行政复议。未发生政府信息公开行政诉讼。", draft.Texts["s1"], StringComparison.Ordinal);
        Assert.Contains("本年度未收取信息处理费。", draft.Texts["s6"], StringComparison.Ordinal);
        Assert.Empty(draft.Codes());
    }

    [Fact]
    public void Write_NothingEntered_LeavesBlanks()
    {
        var draft = Write(Sheets.Blank, null);

        Assert.Contains("本年新收政府信息公开申请「…」件", draft.Texts["s1"], StringComparison.Ordinal);
        Assert.Empty(draft.Codes());
    }

    private static readonly (string Code, string Place)[] Places =
    [
        ("AR-050", "本年新收政府信息公开申请([0-9]+)件"), ("AR-050", "上年结转申请([0-9]+)件"), ("AR-050", "本年度办结申请([0-9]+)件"),
        ("AR-050", "结转下年度继续办理([0-9]+)件"), ("AR-052", "自然人申请([0-9]+)件"), ("AR-052", "法人或其他组织申请([0-9]+)件"),
        ("AR-051", "予以公开([0-9]+)件"), ("AR-051", "部分公开([0-9]+)件"), ("AR-051", "不予公开([0-9]+)件"),
        ("AR-051", "无法提供([0-9]+)件"), ("AR-051", "不予处理([0-9]+)件"), ("AR-051", "其他处理([0-9]+)件"),
        ("AR-053", "行政复议([0-9]+)件"), ("AR-053", "行政诉讼([0-9]+)件"), ("AR-053", "结果维持([0-9]+)件"),
        ("AR-053", "结果纠正([0-9]+)件"), ("AR-053", "其他结果([0-9]+)件"), ("AR-053", "尚未审结([0-9]+)件"),
        ("AR-054", "制发规章([0-9]+)件"), ("AR-054", "废止行政规范性文件([0-9]+)件"), ("AR-054", "现行有效行政规范性文件([0-9]+)件"),
        ("AR-054", "行政许可决定([0-9]+)件"), ("AR-054", "行政处罚决定([0-9]+)件"), ("AR-054", "行政强制决定([0-9]+)件"),
        ("AR-055", "行政事业性收费([0-9.]+)万元"), ("AR-057", "同比(?:增长|下降)([0-9.]+)%"),
    ];

    [Fact] // each number of each draft; its own growth and the sum it is a part of may be missed as well
    public void Check_NumberOfTheDraftChanged_BreaksThatRuleOnly()
    {
        var met = Places.ToDictionary(p => p.Place, _ => 0);
        Property.Holds(
            from draft in Drafts
            from more in Gen.Choose(1, 9)
            select (draft, more),
            drawn =>
            {
                foreach (var (code, place) in Places)
                {
                    if (Regex.Match(drawn.draft.Texts["s1"], place) is not { Success: true } match)
                        continue;
                    met[place]++;
                    var codes = Changed(drawn.draft, match.Groups[1], drawn.more).Codes().Distinct().ToList();
                    Assert.Contains(code, codes);
                    Assert.Empty(codes.Except([code, "AR-057", "AR-058", "AR-059"]));
                }
            });
        Assert.All(met, m => Assert.True(m.Value > 20, $"only {m.Value} drafts had {m.Key}"));
    }

    private static Draft Changed(Draft draft, Group number, int more)
    {
        var changed = (decimal.Parse(number.Value, CultureInfo.InvariantCulture) + more).ToString(CultureInfo.InvariantCulture);
        var text = draft.Texts["s1"];
        return draft with { Texts = draft.Texts.SetItem("s1", string.Concat(text.AsSpan(0, number.Index), changed, text.AsSpan(number.Index + number.Length))) };
    }

    [Theory] // a sentence put into a draft in order
    [InlineData("AR-056", "未收取信息处理费。")]
    [InlineData("AR-057", "公开信息由{0}条上升到{1}条,增长{0}.77%。")]
    [InlineData("AR-058", "公开信息由100条上升到1{0}条,上升1{0}%。")]
    [InlineData("AR-059", "公开信息{1}条,其中动态{0}条、政策{1}条、其他{1}条。")]
    [InlineData("AR-060", "公开信息100条,其中动态{0}条,占{0}.9%。")]
    [InlineData("AR-061", "按时办结率1{0}%。")]
    [InlineData("AR-062", "收到申请件,全部办结{2}。")]
    [InlineData("AR-063", "依据国办公开办函〔2019〕60号编制{2}。")]
    [InlineData("AR-064", "依据国办政务公开办函〔2021〕30号编制{2}。")]
    [InlineData("AR-065", "政府信息公开的收费及减免情况{2}。")]
    [InlineData("AR-066", "数据统计期限为2024年1月1日至12月{0}日。", 10, 30)]
    [InlineData("AR-067", "自2024{0}日起。")]
    [InlineData("AR-069", "公开「…」条{2}。")]
    public void Check_FaultPutIntoADraft_BreaksThatRuleOnly(string code, string sentence, int least = 11, int most = 99) => Property.Holds(
        from draft in Drafts
        from number in Gen.Choose(least, most)
        select (draft, number),
        drawn =>
        {
            var said = string.Format(CultureInfo.InvariantCulture, sentence, drawn.number, drawn.number + 100, "");
            var figures = code == "AR-056" ? drawn.draft.Figures.WithApplications(drawn.number, "other_fee_unpaid") : drawn.draft.Figures;
            var texts = drawn.draft.Texts.SetItem("s5", said);
            if (code == "AR-056")
                texts = texts.Remove("s1").Remove("s6"); // the tables have changed under them

            Assert.Equal([code], (drawn.draft with { Figures = figures, Texts = texts }).Codes(drafting: code != "AR-069").Distinct());
        });

    [Theory]
    [InlineData(9, "")] // blanks and line ends are not counted
    [InlineData(8, "s1@10-11")]
    [InlineData(null, "")]
    public void Check_LengthOfSectionOne_IsTheLocalLimit(int? most, string expected)
    {
        var content = new ReportContent(Sheets.Nil, [KeyValuePair.Create("s1", "一二三 四五\n六七八。")], []);

        var findings = ProseCheck.Check(content, new ProseContext(2024, Limits: new ProseLimits(most, "武政办发〔2025〕54号")));

        Assert.Equal(expected.Length == 0 ? [] : [$"AR-068 {expected} 武政办发〔2025〕54号"], findings.Select(f => $"{f.Code} {f.Where} {f.Basis}"));
    }
}
