using Federation.Domain.Catalogs.Search;

namespace Federation.Domain.Tests.Catalogs.Search;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("低保标准", "低保 保标 标准 准")]
    [InlineData("低", "低")]
    [InlineData("国办发〔2019〕54号", "国办 办发 发 2019 54 号")]
    [InlineData("ＧＢ／Ｔ 21063", "gb t 21063")]
    [InlineData("GB/T21063", "gb t 21063")]
    [InlineData("證券監督", "证券 券监 监督 督")]
    [InlineData("", "")]
    [InlineData("——!?", "")]
    [InlineData("𠀀𠀁", "𠀀𠀁 𠀁")]
    public void Tokens_OfText(string text, string tokens) => Assert.Equal(tokens, SearchText.Tokens(text));

    [Theory]
    [InlineData("低保标准", "低保 保标 标准", false)]
    [InlineData("低", "低", true)]
    [InlineData("2026年", "2026 年", true)]
    [InlineData("低保2026", "低保 保 2026", false)]
    [InlineData("\"*-^", "", false)]
    public void Phrase_StandsInTheTokensOfATextThatHoldsIt(string word, string tokens, bool openEnd)
    {
        Assert.Equal(new SearchPhrase(tokens, openEnd), SearchText.Phrase(word));
        if (tokens.Length > 0)
            Assert.Contains($" {tokens}", $" {SearchText.Tokens($"关于{word}调整")}", StringComparison.Ordinal);
    }

    [Fact]
    public void Fold_KeepsTheLength()
    {
        const string text = "ＡＢ　證𠀀İß，（）";
        Assert.Equal(text.Length, SearchText.Fold(text).Length);
    }

    [Fact]
    public void Phrase_IsInTheTokens_WhereverAWordIsCutOutOfChineseText()
    {
        const string text = "城乡居民最低生活保障标准和2026年补贴";
        for (var from = 0; from < text.Length; from++)
        {
            for (var to = from + 1; to <= text.Length; to++)
            {
                var word = text[from..to];
                if (char.IsDigit(word[0]) || char.IsDigit(word[^1]))
                    continue; // a number is a word: half of it is another number
                Assert.Contains($" {SearchText.Phrase(word).Tokens}", $" {SearchText.Tokens(text)}", StringComparison.Ordinal);
            }
        }
    }
}
