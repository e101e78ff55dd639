using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>Where the server is, who is calling, and what the exit code says when that fails.</summary>
public sealed class AccessTests(Fed fed) : IClassFixture<Fed>
{
    [Fact]
    public async Task Call_NoServer_TriesFourTimesAndSaysTryAgain()
    {
        var clock = new HurriedClock();
        var ended = await Fed.Typed(["periods", "--server", "http://127.0.0.1:1"], [], clock: clock);

        Assert.Equal(ExitCodes.TryAgain, ended.Exit);
        Assert.Contains("连不上", ended.Err, StringComparison.Ordinal);
        Assert.Equal([250, 500, 1000], clock.Pauses.Select(p => (int)p.TotalMilliseconds));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made-up")]
    public async Task Call_WithoutValidToken_IsNotPermitted(string? token)
    {
        var ended = await fed.Type(token, "periods");

        Assert.Equal(ExitCodes.NotPermitted, ended.Exit);
        Assert.Contains("AU-002", ended.Err, StringComparison.Ordinal);
        Assert.Contains("FED_TOKEN", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_TokenInFile_IsTaken() =>
        Assert.Equal(ExitCodes.Ok, (await fed.Type(null, "periods", "--token-file", fed.Write(fed.Officer() + "\n"))).Exit);

    [Fact]
    public async Task Call_TokenOption_GoesBeforeTheEnvironment() =>
        Assert.Equal(ExitCodes.Ok, (await fed.Type("made-up", "periods", "--token", fed.Officer())).Exit);

    [Fact]
    public async Task Call_UnknownUnit_IsNotFound()
    {
        var ended = await fed.Type(fed.Officer(), "units", "show", "110000");

        Assert.Equal(ExitCodes.NotFound, ended.Exit);
        Assert.Contains("DV-101", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_CodeThatIsNone_IsRefused() =>
        Assert.Equal(ExitCodes.Refused, (await fed.Type(fed.Officer(), "units", "show", "铜梁")).Exit);

    [Theory]
    [InlineData("periods", "--server", "somewhere")]
    [InlineData("periods", "--token", "two words")]
    [InlineData("periods", "--token-file", "no-such-file")]
    [InlineData("periods", "--timeout", "0")]
    [InlineData("periods", "--lang", "fr")]
    [InlineData("units", "show")]
    [InlineData("units", "tree", "500151", "--depth", "0")]
    [InlineData("report", "accept", "500151", "annual-2025")]
    [InlineData("no-such-command")]
    public async Task Call_BadCommandLine_IsUsageError(params string[] args)
    {
        var ended = await fed.Type(fed.Officer(), args);

        Assert.Equal(ExitCodes.Usage, ended.Exit);
        Assert.Empty(ended.Out);
        Assert.NotEmpty(ended.Err);
    }
}
