using Federation.Domain.Reports;

namespace Federation.Domain.Tests.Reports;

public sealed class OutliersTests
{
    [Theory]
    [InlineData(100, 500, false)] // five times is still usual
    [InlineData(100, 501, true)]
    [InlineData(100, 20, false)] // a fifth
    [InlineData(100, 19, true)]
    [InlineData(4, 23, false)] // nineteen more: from few to some is no news
    [InlineData(4, 24, true)]
    [InlineData(24, 4, true)]
    [InlineData(23, 4, false)]
    [InlineData(0, 19, false)]
    [InlineData(0, 20, true)]
    [InlineData(20, 0, true)]
    [InlineData(0, 0, false)]
    public void Check_AgainstLastYear_WarnsOfAJump(long before, long now, bool warns)
    {
        var found = Outliers.Check(Received(now), Received(before), []).ToList();

        Assert.Equal(warns ? ["AR-070"] : [], found.Select(f => f.Code));
        Assert.All(found, f => Assert.Equal(("t3.new.total", false), (f.Where, f.Blocks)));
        Assert.All(found, f => Assert.Contains($"上年 {before},今年 {now}", f.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_AgainstAnotherForm_FindsNothing() =>
        Assert.Empty(Outliers.Check(Received(1_000), new Figures(Sheets.Form with { Id = "annual-2019" }, [.. Received(0).Cells]), []));

    [Theory]
    [InlineData(7, 9_999, false)] // too few to tell
    [InlineData(8, 9_999, true)]
    public void Check_AgainstPeers_NeedsEightOfThem(int peers, long now, bool warns) =>
        Assert.Equal(warns, Outliers.Check(Received(now), null, [.. Enumerable.Range(0, peers).Select(i => Tally.Of(Received(100 + i)))]).Any());

    [Theory] // median 100, median deviation 10: beyond 180 or below 20
    [InlineData(180, false)]
    [InlineData(181, true)]
    [InlineData(20, false)]
    [InlineData(19, true)]
    [InlineData(100, false)]
    public void Check_AgainstPeers_WarnsBeyondEightDeviations(long now, bool warns)
    {
        long[] peers = [80, 90, 90, 100, 100, 110, 110, 120, 100, 90, 110];

        var found = Outliers.Check(Received(now), null, [.. peers.Select(p => Tally.Of(Received(p)))]).ToList();

        Assert.Equal(warns ? ["AR-071"] : [], found.Select(f => f.Code));
        Assert.All(found, f => Assert.Contains("同级单位中位数为 100", f.Text, StringComparison.Ordinal));
    }

    [Theory] // all peers alike: the deviation counts as one, and twenty apart is the least
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Check_AgainstPeersAllAlike_WarnsFromTwenty(long now, bool warns) =>
        Assert.Equal(warns, Outliers.Check(Received(now), null, [.. Enumerable.Repeat(Tally.Empty, 8)]).Any());

    [Fact]
    public void Check_EvenNumberOfPeers_PrintsTheMiddleBetweenTwo() =>
        Assert.Contains("中位数为 0.5", Assert.Single(Outliers.Check(Received(50), null, [.. Enumerable.Range(0, 8).Select(i => Tally.Of(Received(i / 4)))])).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(FigureCheck.Largest + 1)]
    public void Check_ImpossibleFigures_AreLeftToTheirOwnRules(long value) =>
        Assert.Empty(Outliers.Check(Sheets.Nil.With("t3.new.total", value), Received(1), [.. Enumerable.Repeat(Tally.Empty, 8)]));

    private static Figures Received(long count) => Sheets.Open.With("t3.new.natural", count).WithSums();
}
