using Federation.Domain.Catalogs.Search;

namespace Federation.Domain.Tests.Catalogs.Search;

public sealed class SearchQueryTests
{
    [Theory]
    [InlineData("低保 标准", "低保;标准", "")]
    [InlineData("\"低保 标准\"", "低保 标准", "")]
    [InlineData("“低保 标准”通知", "低保 标准;通知", "")]
    [InlineData("低保 -废止", "低保", "废止")]
    [InlineData("低保 OR 特困 标准", "低保|特困;标准", "")]
    [InlineData("低保 | 特困", "低保|特困", "")]
    [InlineData("OR", "OR", "")]
    [InlineData("低保 OR", "低保;OR", "")]
    [InlineData("a NOT b NEAR(c)", "a;NOT;b;NEAR(c)", "")]
    [InlineData("\"没有收尾", "没有收尾", "")]
    [InlineData("住房-保障", "住房-保障", "")]
    [InlineData("低保 \"\" - *", "低保", "")]
    public void Parse_UnderstandsWhatPeopleType(string typed, string terms, string excluded)
    {
        var (query, findings) = SearchQuery.Parse(typed);
        Assert.Empty(findings);
        Assert.Equal(terms, string.Join(';', query!.Terms.Select(t => string.Join('|', t.Words))));
        Assert.Equal(excluded, string.Join(';', query.Excluded.Select(p => p.Tokens)));
    }

    [Theory]
    [InlineData("!!!", "CT-601")]
    [InlineData("\"\"", "CT-601")]
    [InlineData("-低保", "CT-602")]
    public void Parse_OfNothingToFind_IsAFinding(string typed, string code) => Assert.Equal(code, Assert.Single(SearchQuery.Parse(typed).Findings).Code);

    [Fact]
    public void Parse_BoundsLengthAndWords()
    {
        Assert.NotNull(SearchQuery.Parse(new string('低', 200)).Query);
        Assert.Equal("CT-603", Assert.Single(SearchQuery.Parse(new string('低', 201)).Findings).Code);
        Assert.NotNull(SearchQuery.Parse(string.Join(' ', Enumerable.Range(10, 20))).Query);
        Assert.Equal("CT-603", Assert.Single(SearchQuery.Parse(string.Join(' ', Enumerable.Range(10, 21))).Findings).Code);
    }

    [Fact]
    public void Parse_OfNothing_MeansEverything() => Assert.Equal(SearchQuery.Everything, SearchQuery.Parse("  ").Query);

    [Fact]
    public void Loosen_CutsLongWordsIntoPairs_Once()
    {
        var loose = SearchQuery.Parse("低保标准调整 2026").Query!.Loosen()!;
        Assert.Equal(["低保", "标准", "调整", "2026"], loose.Terms.Select(t => t.Phrases[0].Tokens));
        Assert.Equal(["残疾", "人补", "补贴"], SearchQuery.Parse("残疾人补贴").Query!.Loosen()!.Terms.Select(t => t.Phrases[0].Tokens));
        Assert.Null(loose.Loosen());
        Assert.Null(SearchQuery.Parse("低保 2026").Query!.Loosen());
    }

    [Theory]
    [InlineData("0-1f")]
    [InlineData("2-abc123-l")]
    public void Cursor_IsReadBack(string text) => Assert.Equal(text, SearchCursor.Parse(text)!.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("3-1")]
    [InlineData("0-1-x")]
    [InlineData("0-zz")]
    [InlineData("0-ffffffffffffffffff")]
    public void Cursor_OfAnythingElse_IsNone(string text) => Assert.Null(SearchCursor.Parse(text));
}
