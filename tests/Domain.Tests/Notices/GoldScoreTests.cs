namespace Federation.Domain.Tests.Notices;

/// <summary>The scorer itself: what counts as met, and that no fact is met twice.</summary>
public sealed class GoldScoreTests
{
    private const string Text = "市政府办公厅牵头,市财政局配合。市政府办公厅牵头,每季度不少于2次。";

    private static readonly GoldNotice Gold = new("x.txt", Text, [],
    [
        new("body", "一", "lead", "市政府办公厅", "市政府办公厅", 1),
        new("body", "一", "support", "市财政局", "市财政局", 1),
        new("body", "一", "lead", "市政府办公厅", "市政府办公厅", 2),
        new("quota", "一", "", ">=2/quarter", "每季度不少于2次", 1),
    ]);

    [Fact]
    public void Of_TheGoldFactsThemselves_IsPerfect()
    {
        var score = Score([.. Gold.Scored()]);

        Assert.Equal(new KindScore("bound", 4, 4, 4), score.Total);
        Assert.Equal((1.0, 1.0), (score.Total.Precision, score.Total.Recall));
        Assert.Empty(score.Differences);
    }

    [Fact]
    public void Of_NothingRead_HasNoRecall()
    {
        var score = Score();

        Assert.Equal(new KindScore("bound", 4, 0, 0), score.Total);
        Assert.Equal(0, score.Total.Recall);
        Assert.All(score.Differences, d => Assert.True(d.Missed));
        Assert.Equal(4, score.Differences.Length);
    }

    [Theory]
    [InlineData("body", "lead", "市政府办公厅", 0, 6, 1)] // the name itself
    [InlineData("body", "lead", "市政府办公厅", 5, 9, 1)] // spans share one character
    [InlineData("body", "lead", "市政府办公厅", 6, 8, 0)] // right behind it: 牵头
    [InlineData("body", "support", "市政府办公厅", 0, 6, 0)] // wrong role
    [InlineData("body", "lead", "市政府办公室", 0, 6, 0)] // wrong value
    [InlineData("body", "lead", "市 政府办公厅", 0, 6, 1)] // spaces do not matter
    [InlineData("quota", "", "＞＝2/quarter", 25, 33, 1)] // nor does the width of characters
    [InlineData("cadence", "", ">=2/quarter", 25, 33, 0)] // wrong kind
    public void Of_OneFact_IsMetByKindRoleValueAndOverlap(string kind, string role, string value, int start, int end, int met)
    {
        var score = Score(new ScoredFact(kind, role, value, start, end));

        Assert.Equal(met, score.Total.Met);
        Assert.Equal(1, score.Total.Read);
    }

    [Fact]
    public void Of_SameFactReadTwice_IsMetOnce()
    {
        var name = new ScoredFact("body", "lead", "市政府办公厅", 0, 6);

        var score = Score(name, name);

        Assert.Equal(new KindScore("body", 3, 2, 1), score.Kinds[0]);
        Assert.Equal(2, score.Differences.Count(d => d.Missed && d.Fact.Kind == "body"));
        Assert.Single(score.Differences, d => !d.Missed);
    }

    [Fact] // the wide span could take either place; the narrow one only the first
    public void Of_SpansThatCompete_PairsAsManyAsCanBe()
    {
        var wide = new ScoredFact("body", "lead", "市政府办公厅", 0, Text.Length);
        var narrow = new ScoredFact("body", "lead", "市政府办公厅", 0, 6);

        Assert.Equal(2, Score(wide, narrow).Total.Met);
        Assert.Equal(2, Score(narrow, wide).Total.Met);
    }

    [Fact] // what no person labelled counts against the reader, of every kind
    public void Of_RegisterThatNobodyLabelled_IsWrong()
    {
        var list = new ScoredFact("register", "", "权力清单", 0, 4);
        var labelled = Gold with { Name = "y.txt", Facts = Gold.Facts.Add(new GoldFact("register", "一", "", "权力清单", "市政府办", 1)) };

        Assert.Equal(new KindScore("register", 0, 1, 0), Kind("register", GoldScore.Of([Gold], _ => [list])));
        Assert.Equal(new KindScore("register", 1, 2, 1), Kind("register", GoldScore.Of([Gold, labelled], _ => [list])));
    }

    [Fact]
    public void Of_UnknownKind_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Score(new ScoredFact("date", "", "2016-12-31", 0, 4)));

    [Fact]
    public void Of_QuoteThatIsNotThere_IsRefused() =>
        Assert.Throws<FormatException>(() => (Gold with { Text = Text[..16] }).Scored());

    [Fact]
    public void Table_ShowsEveryKindAndTheBound()
    {
        var score = Score(new ScoredFact("body", "lead", "市政府办公厅", 0, 6), new ScoredFact("limit", "", "2 days", 25, 33));

        Assert.Equal(
            """
            kind        gold   read    met  precision  recall
            body           3      1      1      1.000   0.333
            actor          0      0      0      1.000   1.000
            deadline       0      0      0      1.000   1.000
            cadence        0      0      0      1.000   1.000
            quota          1      0      0      1.000   0.000
            ratio          0      0      0      1.000   1.000
            limit          0      1      0      0.000   1.000
            register       0      0      0      1.000   1.000
            bound          4      2      1      0.500   0.250

            """.ReplaceLineEndings("\n"),
            score.Table());
        Assert.Contains("- x.txt 9 body support 市财政局 | ", score.DifferenceLines(), StringComparison.Ordinal);
        Assert.Contains("+ x.txt 25 limit 2 days | ", score.DifferenceLines(), StringComparison.Ordinal);
    }

    private static GoldScore Score(params ScoredFact[] read) => GoldScore.Of([Gold], _ => read);

    private static KindScore Kind(string kind, GoldScore score) => score.Kinds.Single(k => k.Kind == kind);
}
