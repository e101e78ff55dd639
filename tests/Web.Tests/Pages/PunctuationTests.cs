using Federation.Documents;
using Federation.Web.Pages;

namespace Federation.Web.Tests.Pages;

public sealed class PunctuationTests
{
    [Theory]
    [InlineData("应报 10 个,已纳入 7 个", "应报 10 个\uff0c已纳入 7 个")]
    [InlineData("<th>(三)不予公开</th>", "<th>\uff08三\uff09不予公开</th>")]
    [InlineData("第二十条第(一)项", "第二十条第\uff08一\uff09项")]
    [InlineData("本年收费金额(单位:万元),合计", "本年收费金额\uff08单位\uff1a万元\uff09\uff0c合计")]
    [InlineData("生成时间:2026-04-02 10:00:00(北京时间)", "生成时间\uff1a2026-04-02 10:00:00\uff08北京时间\uff09")]
    [InlineData("报告(annual-2025)已报", "报告\uff08annual-2025\uff09已报")]
    [InlineData("填 41,应为 44", "填 41\uff0c应为 44")]
    [InlineData("1,234 10:00 (a) f(x)", "1,234 10:00 (a) f(x)")]
    [InlineData("@media (max-width: 40rem) { a:hover { color: red; } }", "@media (max-width: 40rem) { a:hover { color: red; } }")]
    public void FullWidth_MarksBesideChinese_AreWidenedAndNoOthers(string plain, string wide) => Assert.Equal(wide, Punctuation.FullWidth(plain));

    [Theory]
    [InlineData("<p>&#x94DC;&#x6881;&#x533A;</p>", "<p>铜梁区</p>")]
    [InlineData("&#x2B;&#x27;&amp;", "&#x2B;&#x27;&amp;")] // what means something to markup stays
    [InlineData("<meta charset=\"utf-8\"><br>", "<meta charset=\"utf-8\" /><br />")]
    [InlineData("<link rel=\"icon\" href=\"data:,\" />", "<link rel=\"icon\" href=\"data:,\" />")]
    public void Tidy_HtmlOfTheRenderer_IsReadableAndXml(string html, string tidy) => Assert.Equal(tidy, HtmlPages.Tidy(html));
}
