namespace Federation.Domain.Tests.Catalogs.Sync;

/// <summary>Four tiers and an outside source under every fault at once: they end equal; and each guard is missed where it is left out.</summary>
public sealed class CopyChainTests
{
    private const int Seeds = 16;
    private const int Steps = 400;

    [Fact]
    public void Chain_UnderEveryFault_EndsWithEqualDigests()
    {
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var wrong = new CopyChain(seed, () => new TrueFollower()).Run(Steps);
            Assert.True(wrong is null, $"seed {seed}: {wrong}");
        }
    }

    [Fact] // so that what the others below fail on is the guard they lack
    public void Chain_OfHurriedFollowersWithEveryGuard_EndsEqual()
    {
        for (var seed = 1; seed <= Seeds; seed++)
            Assert.Null(new CopyChain(seed, () => new HurriedFollower(Lack.Nothing)).Run(Steps));
    }

    [Theory]
    [InlineData(nameof(Lack.Tombstones), "back")]
    [InlineData(nameof(Lack.Gaps), "lost")]
    [InlineData(nameof(Lack.CursorFence), "back")]
    [InlineData(nameof(Lack.EmptySource), "lost")]
    [InlineData(nameof(Lack.Absence), "lost")]
    [InlineData(nameof(Lack.Hashes), "another")]
    public void Chain_WithoutAGuard_IsCaught(string lack, string how) =>
        Assert.True(Caught(seed => new CopyChain(seed, () => new HurriedFollower(Enum.Parse<Lack>(lack))), how));

    [Fact] // a township that believes every list of its website, however cut off, emptied or old
    public void Chain_WithATrustedSource_IsCaught() =>
        Assert.True(Caught(seed => new CopyChain(seed, () => new TrueFollower(), trustsSource: true), "the township lost"));

    private static bool Caught(Func<int, CopyChain> chain, string how) =>
        Enumerable.Range(1, Seeds).Any(seed => chain(seed).Run(Steps)?.Contains(how, StringComparison.Ordinal) == true);
}
