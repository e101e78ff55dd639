using Federation.Domain.Notices;
using Xunit.Abstractions;

namespace Federation.Domain.Tests.Notices;

/// <summary>The reader against what persons labelled: the bound of the project, the damaged notice for itself, each kind; prints the table.</summary>
public sealed class ReaderScoreTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.97;
    private const double LeastRecall = 0.95;
    private const double LeastRecallOfKind = 0.9;
    private static readonly string Notices = Repository.Data("notices");

    [Fact]
    public void Read_OfEveryLabelledNotice_KeepsTheBound()
    {
        var score = Keeps(GoldNotice.ReadAll(Path.Combine(Notices, "gold"), Notices));
        Assert.All(score.Kinds, k => Assert.True(k.Precision >= LeastRecall && k.Recall >= LeastRecallOfKind, score.Table() + score.DifferenceLines()));
    }

    [Theory]
    [InlineData("000_3cb957a6d1d79dcd")] // Chongqing, damaged
    [InlineData("001_b6e38b75773489ca")]
    [InlineData("002_b80a2d49b15b2a8e")]
    [InlineData("003_c67f4f0281724664")]
    [InlineData("004_20898ee32b236ba2")]
    public void Read_OfEachSeed_KeepsTheBound(string name) => Keeps([GoldNotice.Read(Path.Combine(Notices, "gold", name + ".gold.json"), Notices)]);

    private GoldScore Keeps(IEnumerable<GoldNotice> notices)
    {
        var score = GoldScore.Of(notices, n => [.. NoticeReader.Read(n.Text).Facts.Select(Scored)]);
        output.WriteLine(score.Table() + score.DifferenceLines());
        Assert.True(score.Total.Precision >= LeastPrecision && score.Total.Recall >= LeastRecall, score.Table() + score.DifferenceLines());
        return score;
    }

    private static ScoredFact Scored(NoticeFact fact) =>
        new(fact.Kind.ToString().ToLowerInvariant(), fact.Role?.ToString().ToLowerInvariant() ?? "", fact.Value, fact.Span.Start, fact.Span.End);
}
