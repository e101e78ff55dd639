using System.Globalization;
using Federation.Domain.Reports.Prose;

namespace Federation.Domain.Tests.Reports.Prose;

public sealed class NumeralReaderTests
{
    [Theory]
    [InlineData("收到3646件", "3646 件")]
    [InlineData("收到3,646件,1,234,567条", "3646 件", "1234567 条")]
    [InlineData("共12,345678件", "12", "345678 件")] // no groups of three
    [InlineData("１，２３４件", "1234 件")]
    [InlineData("3 646件", "3", "646 件")] // a blank parts two numbers
    [InlineData("1.2万件", "12000 件")]
    [InlineData("14722.49万元", "147224900 元")]
    [InlineData("1.47亿元", "147000000 元")]
    [InlineData("5500余条", "5500 条 about")]
    [InlineData("约3万件", "30000 件 about")]
    [InlineData("一百二十三件", "123 件")]
    [InlineData("两千零五件,十件,二十件", "2005 件", "10 件", "20 件")]
    [InlineData("三万件", "30000 件")]
    [InlineData("零件", "0 件")]
    [InlineData("一是、三安全一稳定、逐一件办理、第三方、十四五", "0 Other about", "0 Other about")] // nothing that counts
    [InlineData("增长1.05%,百分之五,百分之12.5", "1.05 Percent", "5 Percent", "12.5 Percent")]
    [InlineData("2024年1月31日", "2024 Year", "1 Other", "31 Other")]
    [InlineData("〔2021〕30号", "2021 Other", "30 Other")]
    [InlineData("99999999999999999999件", "0 Other about")] // beyond belief
    public void Read_Text_GivesValueMeasureAndDoubt(string text, params string[] expected) =>
        Assert.Equal(expected, new ProseText("s1", text).Numerals.Select(Write));

    [Theory]
    [InlineData("1.2万件", 11_500, true)]
    [InlineData("1.2万件", 11_499, false)]
    [InlineData("1.2万件", 12_999, true)] // cut
    [InlineData("1.2万件", 13_000, false)]
    [InlineData("12000件", 11_999, false)]
    [InlineData("1.05%", 1.045, true)]
    [InlineData("1.05%", 1.081, false)]
    [InlineData("26%", 25.26, false)] // neither rounded nor cut
    [InlineData("4.34%", 4.348, true)]
    public void Shows_ExactValue_WhenItMayBePrintedSo(string text, double exact, bool expected) =>
        Assert.Equal(expected, new ProseText("s1", text).Numerals[0].Shows((decimal)exact));

    [Fact] // whatever is written: every number lies in the text, and none overlaps another
    public void Read_AnyText_KeepsPlacesInOrder() => Property.Holds(
        FsCheck.Fluent.Gen.Select(FsCheck.Fluent.Gen.ListOf(FsCheck.Fluent.Gen.Elements("12", "1,234", ",", "，", " ", "件", "万", "一", "百", "零", "年", "%", "百分之", "(", "。", "\n", "受理", "申请", "其中", "同比增长", ".", "〔", "上年")), parts => string.Concat(parts)),
        text =>
        {
            var prose = new ProseText("s1", text);
            var last = 0;
            foreach (var numeral in prose.Numerals)
            {
                Assert.InRange(numeral.Start, last, numeral.End - 1);
                last = numeral.End;
                var where = prose.Where(numeral.Start, numeral.End)[3..].Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
                Assert.Equal(prose.Quote(numeral.Start, numeral.End), text[where[0]..where[1]]);
            }
            Assert.NotNull(ProseSheets.Check(text)); // runs to its end on anything
        });

    private static string Write(Numeral n) =>
        Claim.Write(n.Value) + (n.Kind == NumeralKind.Count ? n.Measure.Length > 0 ? " " + n.Measure : "" : $" {n.Kind}") + (n.Approximate ? " about" : "");
}
