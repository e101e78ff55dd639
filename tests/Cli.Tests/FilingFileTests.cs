using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>What a file must not be. Nothing reaches a server: none is there.</summary>
public sealed class FilingFileTests
{
    private static readonly Dictionary<string, string> Nowhere = new() { ["FED_SERVER"] = "http://127.0.0.1:1" };

    [Theory]
    [InlineData("{\n  \"unit\": \"500151\",\n  \"figures\": {", "第 3 行第 15 列", "不完整")] // truncated
    [InlineData("", "第 1 行第 1 列", "不完整")]
    [InlineData("{\"unit\":\"5\",\"period\":\"p\"} x", "第 1 行第 27 列", "语法错误")]
    [InlineData("{\"单位\":\"5\"}", "第 1 行第 2 列", "没有字段 单位")]
    [InlineData("{\"unit\":\"铜梁\",\"unit\":\"铜梁\"}", "第 1 行第 14 列", "unit 写了两次")] // columns are characters, not bytes
    [InlineData("{\"expectedVersion\":1,\"expected_version\":2}", "第 1 行第 22 列", "写了两次")]
    [InlineData("{\"figures\":{\"counts\":{\"t3.new.natural\":1,\n\"t3.new.natural\":2}}}", "第 2 行第 1 列", "写了两次")]
    [InlineData("{\"figures\":{\"counts\":{\"t3.new.natural\":1.5}}}", "第 1 行第 40 列", "整数")]
    [InlineData("{\"figures\":{\"counts\":{\"t3.new.natural\":\"三\"}}}", "第 1 行第 40 列", "整数")]
    [InlineData("{\"figures\":{\"counts\":{\"t3.new.natural\":9223372036854775808}}}", "第 1 行第 40 列", "整数")]
    [InlineData("{\"figures\":{\"counts\":[1]}}", "第 1 行第 22 列", "{ }")]
    [InlineData("{\"figures\":{\"unlisted\":\"NONE\"}}", "第 1 行第 24 列", "MISSING, NIL")]
    [InlineData("{\"figures\":{\"notApplicable\":\"t2\"}}", "第 1 行第 29 列", "[ ]")]
    [InlineData("[]", "第 1 行第 1 列", "{ }")]
    public async Task Submit_UnreadableFile_SaysWhereAndSendsNothing(string content, string place, string reason)
    {
        var ended = await Fed.Typed(["report", "submit", "-"], Nowhere, content);

        Assert.Equal(ExitCodes.Usage, ended.Exit);
        Assert.Contains(place, ended.Err, StringComparison.Ordinal);
        Assert.Contains(reason, ended.Err, StringComparison.Ordinal);
        Assert.Empty(ended.Out);
    }

    [Fact]
    public async Task Submit_WithoutUnit_IsUsageError() =>
        Assert.Equal(ExitCodes.Usage, (await Fed.Typed(["report", "submit", "-"], Nowhere, "{\"period\":\"annual-2025\"}")).Exit);

    [Fact]
    public async Task Submit_AbsentFile_IsUsageError()
    {
        var ended = await Fed.Typed(["report", "submit", "no-such-file.json"], Nowhere);

        Assert.Equal(ExitCodes.Usage, ended.Exit);
        Assert.Contains("no-such-file.json", ended.Err, StringComparison.Ordinal);
    }
}
