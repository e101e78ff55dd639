using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>What stands on the terminal after two of five have filed.</summary>
public sealed class ReadingTests(ReadingTests.TwoFiled filed) : IClassFixture<ReadingTests.TwoFiled>
{
    private const string Period = Installation.Period;

    private Fed Fed => filed.Fed;

    [Fact]
    public async Task Show_FiledReport_PrintsTablesStateAndHistory()
    {
        var ended = await Fed.Type(Fed.Clerk("500151001"), "report", "show", "500151001", Period);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("巴川街道(500151001)", ended.Out, StringComparison.Ordinal);
        Assert.Contains("三、收到和处理政府信息公开申请情况", ended.Out, StringComparison.Ordinal);
        Assert.Matches("一、本年新收政府信息公开申请数量 +│ +1,234 │ +无 │ +无 │ +无 │ +无 │ +无 │ +1,234 │", ended.Out);
        Assert.Matches("行政事业性收费 +│ +96,171.6 │", ended.Out);
        Assert.Contains("* 法人或其他组织", ended.Out, StringComparison.Ordinal);
        Assert.Matches("提交签发 +│ +1 │ 2026-01-20 09:00:00 │ clerk@500151001", ended.Out);
        Assert.Matches("签发 +│ +1 │ 2026-01-20 09:00:00 │ approver@500151001", ended.Out);
    }

    [Fact]
    public async Task Total_OfCounty_AddsItsParts()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "report", "total", "500151", Period);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("2 / 4 (50.0%)", ended.Out, StringComparison.Ordinal);
        Assert.Matches("一、本年新收政府信息公开申请数量 +│ +1,240 │ +0 │ +0 │ +0 │ +0 │ +0 │ +1,240 │", ended.Out);
        Assert.Matches("行政事业性收费 +│ +96,184.1 │", ended.Out);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public async Task Total_OnATerminal_FillsNoLineBeyondItsWidth(int width)
    {
        using StringWriter stdout = new(), stderr = new();
        var env = new Dictionary<string, string> { ["FED_SERVER"] = Fed.Installation.Address, ["FED_TOKEN"] = Fed.Officer(), ["NO_COLOR"] = "1" };
        var around = new Surroundings(TextReader.Null, stdout, stderr, env) { OutWidth = width, ErrWidth = width };

        Assert.Equal(ExitCodes.Ok, await FedCli.RunAsync(["report", "total", "500151", Period], around, CancellationToken.None));

        Assert.All(stdout.ToString().Split('\n'), line => Assert.InRange(Output.Wrapped.WidthOf(line), 0, Math.Max(80, width)));
        Assert.Matches("│ +1,240 │", stdout.ToString());
    }

    [Theory]
    [InlineData("t3.new.natural", "1,234", "6", "1,240")]
    [InlineData("t2.fees.amount", "96,171.6", "12.5", "96,184.1")]
    public async Task Explain_Cell_ListsPartsThatAddUp(string cell, string first, string second, string sum)
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "report", "explain", "500151", Period, cell);

        Assert.Equal(ExitCodes.Ok, ended.Exit);
        Assert.Matches($"500151001 .*│ +{first} │ approver@500151001 +│ 2026-01-20 09:00:00 │ [0-9a-f]{{12}}", ended.Out);
        Assert.Matches($"500151.justice .*│ +{second} │", ended.Out);
        Assert.Contains($"{sum},与汇总数相符", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_NotAllIn_SaysHowManyAndNamesWhoIsMissing()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "report", "explain", "500151", Period, "t3.new.natural", "--lang", "en");

        Assert.Contains("2 of 4 in", ended.Out, StringComparison.Ordinal);
        Assert.Contains("东城街道 500151002", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-19", "0 / 4", "0")]
    [InlineData("2026-01-20", "2 / 4", "1,240")]
    public async Task Total_AsOfADay_IsWhatItWasThen(string day, string filed, string value)
    {
        var total = await Fed.Type(Fed.Reviewer("500151"), "report", "total", "500151", Period, "--as-of", day);
        Assert.Contains(filed, total.Out, StringComparison.Ordinal);
        Assert.Matches($"一、本年新收政府信息公开申请数量 +│ +{value} │", total.Out);

        var explained = await Fed.Type(Fed.Reviewer("500151"), "report", "explain", "500151", Period, "t3.new.natural", "--as-of", day);
        Assert.Contains($":{value},应报 4", explained.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_OfCounty_AddUpToTheTotal()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "report", "parts", "500151", Period);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Matches("t3.new.natural +│ +0 │ +6 │ +1,234 │ +1,240 │", ended.Out);
    }

    [Fact]
    public async Task Explain_Filings_ReachesDownFromTheProvince()
    {
        var ended = await Fed.Type(Fed.Officer(), "report", "explain", "500000", Period, "t3.new.total", "--filings", "--json");

        Assert.Equal(ExitCodes.Ok, ended.Exit);
        var parts = JsonNode.Parse(ended.Out)!["parts"]!.AsArray();
        Assert.Equal(["500151.justice", "500151001"], parts.Select(p => (string)p!["unit"]!).Order());
        Assert.Equal(1240, parts.Sum(p => long.Parse((string)p!["value"]!, null)));
    }

    [Fact]
    public async Task Explain_UnknownCell_IsRefused()
    {
        var ended = await Fed.Type(Fed.Officer(), "report", "explain", "500000", Period, "t9.new.total");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("AR-012", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_OfCounty_CountsChildrenAndWhole()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "coverage", "500151", Period);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Contains("铜梁区(500151):应报 4,已报 2(50.0%),未报 2", ended.Out, StringComparison.Ordinal);
        Assert.Matches("500151001 +│ 巴川街道 +│ +1 │ +1 │ █{20} │ +100.0 │", ended.Out);
        Assert.Matches("500151002 +│ 东城街道 +│ +1 │ +0 │ ░{20} │ +0.0 │", ended.Out);
        Assert.Contains("新收申请 1,240", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_OfCounty_NamesWhoHasNotFiled()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "missing", "500151", Period);

        Assert.Contains("500151002", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("500151001", ended.Out, StringComparison.Ordinal);
        Assert.Contains("列出 2 个", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_WithLimit_SaysThereAreMore()
    {
        var ended = await Fed.Type(Fed.Reviewer("500151"), "missing", "500151", Period, "--limit", "1");

        Assert.Contains("列出 1 个,还有更多", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("units", "show", "500151")]
    [InlineData("units", "children", "500151")]
    [InlineData("units", "tree", "500000")]
    [InlineData("units", "search", "街道")]
    [InlineData("periods")]
    [InlineData("report", "show", "500151001", Period)]
    [InlineData("report", "total", "500151", Period)]
    [InlineData("report", "explain", "500151", Period, "t3.new.natural")]
    [InlineData("coverage", "500151", Period)]
    [InlineData("missing", "500151", Period)]
    [InlineData("report", "show", "500151001", Period, "--version", "1")]
    [InlineData("report", "show", "500151", Period, "--whole")]
    [InlineData("report", "total", "500151", Period, "--as-of", "2026-01-20")]
    [InlineData("report", "parts", "500151", Period)]
    [InlineData("due", "500151", Period, "--subtree")]
    [InlineData("corrections", "500151", Period)]
    [InlineData("dates", "show", Period)]
    [InlineData("dates", "explain", "500151001", Period)]
    [InlineData("delegations", "list", "500151")]
    public async Task Json_OfEveryReading_IsOneDocumentWithReadableChinese(params string[] args)
    {
        var ended = await Fed.Type(Fed.Officer(), [.. args, "--json"]);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.NotNull(JsonNode.Parse(ended.Out));
        Assert.DoesNotContain("\\u", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tree_WithDepth_StopsThereAndSaysWhatIsBelow()
    {
        var ended = await Fed.Type(Fed.Officer(), "units", "tree", "500000", "--depth", "1");

        Assert.Contains("铜梁区 500151(下辖 3)", ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("巴川街道", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Within_LeavesOthersOut()
    {
        var ended = await Fed.Type(Fed.Officer(), "units", "search", "区", "--within", "500152");

        Assert.Contains("潼南区", ended.Out, StringComparison.Ordinal);
        Assert.Contains("共 1 个单位", ended.Out, StringComparison.Ordinal);
    }

    public sealed class TwoFiled : IAsyncLifetime
    {
        public Fed Fed { get; } = new();

        public async Task InitializeAsync()
        {
            await Fed.InitializeAsync();
            await Fed.File("500151001", Fed.Filing("500151001", 1234, 1234, "96171.6"));
            await Fed.File("500151.justice", Fed.Filing("500151.justice", 6, 6));
            await Fed.Installation.Filed("500000", 2);
        }

        public async Task DisposeAsync()
        {
            await Fed.DisposeAsync();
            Fed.Dispose();
        }
    }
}
