using System.Collections.Immutable;
using System.Text;
using Federation.Domain.Catalogs.Search;

namespace Federation.Domain.Tests.Catalogs.Search;

public sealed class HighlightTests
{
    [Theory]
    [InlineData("关于低保标准的通知", "低保", "关于[低保]标准的通知")]
    [InlineData("低保、低保", "低保", "[低保]、[低保]")]
    [InlineData("證券", "证券", "[證券]")]
    [InlineData("ＧＢ／Ｔ 21063", "gb/t", "[ＧＢ／Ｔ] 21063")]
    [InlineData("2026年", "20", "2026年")]
    [InlineData("<b>低保</b>", "低保", "<b>[低保]</b>")]
    [InlineData("低保标准", "低保标,标准", "[低保标][准]")]
    [InlineData("没有", "低保", "没有")]
    public void Whole_MarksWhatWasLookedFor(string text, string words, string marked) => Assert.Equal(marked, Shown(Highlight.Whole(text, [.. words.Split(',')])));

    [Fact]
    public void Snippet_IsTakenWhereMostWordsStandTogether()
    {
        var text = "低保。" + new string('甲', 200) + "标准和低保的调整" + new string('乙', 200);
        var snippet = Highlight.Snippet(text, ["低保", "标准"], 40)!.Value;
        Assert.Contains("[标准]和[低保]", Shown(snippet), StringComparison.Ordinal);
        Assert.True(snippet[0].Text == "…" && snippet[^1].Text == "…" && Shown(snippet).Length < 60);
        Assert.Null(Highlight.Snippet(text, ["特困"], 40));
    }

    [Fact]
    public void Body_OfHtml_IsReadWithoutMarkup()
    {
        var html = "<html><head><title>x</title></head><body><p>第一条&nbsp;低保&lt;标准&gt;</p><script>alert('低保')</script><!-- 注 --><div>第二条</div><style>p{}</style></body>";
        Assert.Equal("第一条\u00A0低保<标准>\n第二条", BodyText.Read("text/html; charset=utf-8", Encoding.UTF8.GetBytes(html)));
        Assert.Equal("<b>x", BodyText.Read("text/plain", Encoding.UTF8.GetBytes("<b>x")));
        Assert.Equal("", BodyText.Read("application/pdf", [1, 2, 3]));
        Assert.Equal("", BodyText.Read("text/html", Encoding.UTF8.GetBytes("<script>没有收尾")));
    }

    private static string Shown(ImmutableArray<TextPiece> pieces) => string.Concat(pieces.Select(p => p.Marked ? $"[{p.Text}]" : p.Text));
}
