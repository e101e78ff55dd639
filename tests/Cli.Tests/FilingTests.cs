using System.Text.Json;
using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed report template, check, submit, nil.</summary>
public sealed class FilingTests(Fed fed) : IClassFixture<Fed>
{
    private const string Unit = "500151001";

    [Fact]
    public async Task Submit_BalancedFile_PrintsReceipt()
    {
        var ended = await fed.Type(fed.Clerk("500152"), "report", "submit", fed.Write(Fed.Filing("500152")));

        Assert.Equal(ExitCodes.Ok, ended.Exit);
        Assert.Contains("待签发", ended.Out, StringComparison.Ordinal);
        Assert.Contains("fed report approve 500152 annual-2025", ended.Out, StringComparison.Ordinal);
        Assert.Matches("内容哈希 +[0-9a-f]{64}", ended.Out);
        Assert.Empty(ended.Err);
    }

    [Fact]
    public async Task Submit_SameRequestIdTwice_IsOneFiling()
    {
        var file = fed.Write(Fed.Filing("500151.justice").Replace("\"unit\"", "\"requestId\": \"again\", \"unit\"", StringComparison.Ordinal));

        var first = await fed.Type(fed.Clerk("500151.justice"), "report", "submit", file, "--json");
        var second = await fed.Type(fed.Clerk("500151.justice"), "report", "submit", file, "--json");

        Assert.Equal((0, 0), (first.Exit, second.Exit));
        Assert.Equal(first.Out, second.Out);
    }

    [Fact]
    public async Task Submit_UnbalancedFile_IsRefusedWithAllFindings()
    {
        var filing = Fed.Filing(Unit, received: 5, granted: 3).Replace("\"t3.new.natural\": 5", "\"t3.new.natural\": 5, \"t3.new.other\": 2", StringComparison.Ordinal);

        var ended = await fed.Type(fed.Clerk(Unit), "report", "submit", fed.Write(filing));

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Empty(ended.Out);
        Assert.Contains("共 2 项", ended.Err, StringComparison.Ordinal);
        Assert.Contains("AR-001", ended.Err, StringComparison.Ordinal);
        Assert.Contains("t3.carried_out.natural", ended.Err, StringComparison.Ordinal);
        Assert.Contains("四、结转下年度继续办理 · 自然人", ended.Err, StringComparison.Ordinal);
        Assert.Contains("t3.carried_out.other", ended.Err, StringComparison.Ordinal);
        Assert.Contains("国办公开办函〔2021〕30号", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_RefusedWithJson_TellsFindingsAsJsonOnStderr()
    {
        var ended = await fed.Type(fed.Clerk(Unit), "report", "submit", fed.Write(Fed.Filing(Unit, received: 5)), "--json");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Empty(ended.Out);
        var told = JsonNode.Parse(ended.Err)!;
        Assert.Equal(1, (int)told["exitCode"]!);
        Assert.Equal("AR-001", (string)told["findings"]![0]!["code"]!);
    }

    [Fact]
    public async Task Submit_InEnglish_TellsFindingsInEnglish()
    {
        var ended = await fed.Type(fed.Clerk(Unit), "report", "submit", fed.Write(Fed.Filing(Unit, received: 5)), "--lang", "en");

        Assert.Contains("received + carried in is 5", ended.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500151001", "annual-2024", ExitCodes.Refused, "AR-101")] // period not open
    [InlineData("500151999", "annual-2025", ExitCodes.NotFound, "DV-101")] // no such unit
    [InlineData("500151002", "annual-2025", ExitCodes.NotPermitted, "AU-001")] // another's unit
    public async Task Submit_Misplaced_EndsWithItsOwnCode(string unit, string period, int exit, string rule)
    {
        var ended = await fed.Type(fed.Clerk(Unit), "report", "submit", fed.Write(Fed.Filing(unit, period: period)));

        Assert.Equal(exit, ended.Exit);
        Assert.Contains(rule, ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_StaleVersion_IsRefusedWithHint()
    {
        var ended = await fed.Type(fed.Clerk(Unit), "report", "submit", fed.Write(Fed.Filing(Unit)), "--expected-version", "7");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("AR-104", ended.Err, StringComparison.Ordinal);
        Assert.Contains("--expected-version", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_UnbalancedFromStandardInput_RefusesAndRecordsNothing()
    {
        var ended = await fed.TypeInto(Fed.Filing(Unit, received: 5), fed.Clerk(Unit), "report", "check", "-");
        var report = await fed.Type(fed.Clerk(Unit), "report", "show", Unit, Installation.Period, "--json");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("1 项错误", ended.Out, StringComparison.Ordinal);
        Assert.Contains("AR-001", ended.Err, StringComparison.Ordinal);
        Assert.Equal("0", (string)JsonNode.Parse(report.Out)!["version"]!);
    }

    [Fact]
    public async Task Check_Balanced_Passes() =>
        Assert.Equal(ExitCodes.Ok, (await fed.Type(fed.Clerk(Unit), "report", "check", fed.Write(Fed.Filing(Unit)))).Exit);

    [Fact]
    public async Task Template_NotFilledIn_IsReadAndRefusedCellByCell()
    {
        var template = await fed.Type(fed.Clerk(Unit), "report", "template", Unit, Installation.Period);
        var ended = await fed.TypeInto(template.Out, fed.Clerk(Unit), "report", "check", "-", "--json");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        var findings = JsonNode.Parse(ended.Out)!["findings"]!.AsArray();
        Assert.Equal(166, findings.Count); // every cell that is typed, none that is computed
        Assert.All(findings, f => Assert.Equal("AR-011", (string)f!["code"]!));
    }

    [Fact]
    public async Task Template_FilledIn_IsAccepted()
    {
        var template = await fed.Type(fed.Clerk("500151002"), "report", "template", "500151002", Installation.Period);
        Assert.Contains("\"// t3.new.natural\": \"一、本年新收政府信息公开申请数量 · 自然人\"", template.Out, StringComparison.Ordinal);

        var filled = template.Out.Replace(": null", ": 0", StringComparison.Ordinal);
        var ended = await fed.TypeInto(filled, fed.Clerk("500151002"), "report", "submit", "-");

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
    }

    [Theory]
    [InlineData("y\n", ExitCodes.Ok)]
    [InlineData("n\n", ExitCodes.Usage)]
    [InlineData("", ExitCodes.Usage)]
    public async Task Nil_Asked_FilesOnlyWhenConfirmed(string answer, int exit)
    {
        await using var own = new Own();
        await own.Fed.InitializeAsync();

        var ended = await own.Fed.TypeInto(answer, own.Fed.Clerk(Unit), "report", "nil", "--unit", Unit, "--period", Installation.Period);

        Assert.Equal(exit, ended.Exit);
        Assert.Contains("重庆市 / 铜梁区 / 巴川街道(500151001)", ended.Err, StringComparison.Ordinal);
        var report = await own.Fed.Type(own.Fed.Clerk(Unit), "report", "show", Unit, Installation.Period, "--json");
        Assert.Equal(exit == 0 ? "SUBMITTED" : "NOT_FILED", (string)JsonNode.Parse(report.Out)!["state"]!);
    }

    [Fact]
    public async Task Nil_WithYes_AsksNothing()
    {
        await using var own = new Own();
        await own.Fed.InitializeAsync();

        var ended = await own.Fed.Type(own.Fed.Clerk(Unit), "report", "nil", "--unit", Unit, "--period", Installation.Period, "--yes", "--json");

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Equal("SUBMITTED", JsonDocument.Parse(ended.Out).RootElement.GetProperty("state").GetString());
    }

    private sealed class Own : IAsyncDisposable
    {
        public Fed Fed { get; } = new();

        public async ValueTask DisposeAsync()
        {
            await Fed.DisposeAsync();
            Fed.Dispose();
        }
    }
}
