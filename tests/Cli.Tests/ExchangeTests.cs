using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Authority;

namespace Federation.Cli.Tests;

/// <summary>fed export, template, import: reports as files, and back.</summary>
public sealed class ExchangeTests(ExchangeTests.OneFiled filed) : IClassFixture<ExchangeTests.OneFiled>
{
    private const string Period = Installation.Period;
    private const string Unit = "500151001";

    private Fed Fed => filed.Fed;

    [Fact]
    public async Task Export_ToAFolder_TakesTheNameThatTheServerProposes()
    {
        var folder = Fed.Path("out") + "/";
        var ended = await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--format", "xlsx", "--format", "json", "--to", folder);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        var files = Directory.GetFiles(folder).Select(Path.GetFileName).Order().ToList();
        Assert.Equal([".json", ".xlsx"], files.Select(Path.GetExtension));
        Assert.All(files, f => Assert.Contains("巴川街道2025年政府信息公开工作年度报告", f, StringComparison.Ordinal));

        var again = await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--to", folder);
        Assert.Equal(ExitCodes.Usage, again.Exit);
        Assert.Contains("--force", again.Err, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, (await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--to", folder, "--force")).Exit);
    }

    [Fact] // what counts in no total must not pass for a report
    public async Task Export_OfADraft_SaysThatItIsOne()
    {
        const string Drafting = "500151.justice";
        await Fed.TypeInto(Fed.Filing(Drafting), Fed.Clerk(Drafting), "report", "draft", "save", "-");
        var draft = await Fed.Type(Fed.Clerk(Drafting), "export", Drafting, Period, "--to", Fed.Path("draft.xlsx"), "--force");
        Assert.Contains("草稿:还没有签发,不计入汇总", draft.Out, StringComparison.Ordinal);
        var kept = await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--to", Fed.Path("sealed.xlsx"), "--force");
        Assert.Contains("第 1 版", kept.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_AllBelow_WritesWhatThereIsAndCountsTheRest()
    {
        var folder = Fed.Path("county");
        await Fed.TypeInto(Fed.Filing("500151.justice"), Fed.Clerk("500151.justice"), "report", "draft", "save", "-"); // a draft is no report
        var ended = await Fed.Type(Fed.Reviewer("500151"), "export", "500151", Period, "--all-below", "--to", folder);

        Assert.Equal((ExitCodes.Ok, ""), (ended.Exit, ended.Err));
        Assert.Single(Directory.GetFiles(folder));
        Assert.Contains("1 个文件;3 个单位没有报告,0 个失败", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ExportedWorkbook_ByDryRunDraftAndSubmit()
    {
        const string Other = "500151002";
        var path = Fed.Path("template.xlsx");
        var template = await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--to", path);
        Assert.Equal(ExitCodes.Ok, template.Exit);

        var dry = await Fed.Type(Fed.Clerk(Unit), "import", path);
        Assert.Contains("试导入:共 1 份", dry.Out, StringComparison.Ordinal);
        Assert.Contains("未作任何记录", dry.Out, StringComparison.Ordinal);

        var foreign = await Fed.Type(Fed.Clerk(Other), "import", path, "--submit");
        Assert.Equal(ExitCodes.Refused, foreign.Exit);
        Assert.Contains("AU-001", foreign.Err, StringComparison.Ordinal);

        var draft = await Fed.Type(Fed.Clerk(Unit), "import", path, "--draft");
        Assert.True(draft.Exit == ExitCodes.Ok, draft.Err);
        Assert.Contains("存为草稿 1 份", draft.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TemplateNotFilledIn_ListsFindingsBySheetAndCell()
    {
        var path = Fed.Path("below.xlsx");
        var template = await Fed.Type(Fed.Reviewer("500151"), "template", "500151.justice", Period, "--to", path);
        Assert.True(template.Exit == ExitCodes.Ok, template.Err);

        var ended = await Fed.Type(Fed.Clerk("500151.justice"), "import", path);
        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("AR-011", ended.Err, StringComparison.Ordinal);
        Assert.Matches("[A-Z][0-9]+", ended.Err);

        var json = await Fed.Type(Fed.Clerk("500151.justice"), "import", path, "--json");
        Assert.Contains(json.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => JsonNode.Parse(l)!["findings"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task Import_DryRun_ShowsTheEffectUpToTheProvince()
    {
        const string Other = "500151002";
        var (draft, path) = (await Fed.TypeInto(Fed.Filing(Other, 7, 7), Fed.Clerk(Other), "report", "draft", "save", "-"), Fed.Path("other.json"));
        Assert.True(draft.Exit == ExitCodes.Ok, draft.Err);
        Assert.Equal(ExitCodes.Ok, (await Fed.Type(Fed.Clerk(Other), "export", Other, Period, "--format", "json", "--to", path)).Exit);

        var collector = Fed.Installation.Token("500151", Role.Collector); // reads the county's total, not the province's
        var ended = await Fed.Type(collector, "import", path);

        Assert.True(ended.Exit == ExitCodes.Ok, ended.Err);
        Assert.Contains("铜梁区(500151):已报 1 → 2", ended.Out, StringComparison.Ordinal);
        Assert.Contains("重庆市(500000):已报增加 1", ended.Out, StringComparison.Ordinal);
        Assert.Matches("t3.new.natural .*│ +3 │ +10 │", ended.Out);

        var byClerk = await Fed.Type(Fed.Clerk(Other), "import", path);
        Assert.Contains("铜梁区(500151):已报增加 1", byClerk.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("1 → 2", byClerk.Out, StringComparison.Ordinal);
        Assert.Matches("t3.new.natural .*│ +0 │ +7 │", byClerk.Out);
    }

    [Fact]
    public async Task Import_OnATerminal_DrawsItsProgressAndTakesItAway()
    {
        var path = Fed.Path("progress.xlsx");
        Assert.Equal(ExitCodes.Ok, (await Fed.Type(Fed.Clerk(Unit), "export", Unit, Period, "--to", path)).Exit);
        using StringWriter stdout = new(), stderr = new();
        var env = new Dictionary<string, string> { ["FED_SERVER"] = Fed.Installation.Address, ["FED_TOKEN"] = Fed.Clerk(Unit) };

        var exit = await FedCli.RunAsync(["import", path], new Surroundings(TextReader.Null, stdout, stderr, env) { OutWidth = 80, ErrWidth = 80 }, CancellationToken.None);

        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Contains("████████████████████ 1/1 巴川街道", stderr.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\r\u001b[K", stderr.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "no-such-file.xlsx")]
    [InlineData("import", "x.xlsx", "--draft", "--submit")]
    [InlineData("export", "500151", Period, "--format", "doc")]
    [InlineData("export", "500151", Period, "--all-below")]
    public async Task Exchange_BadCommandLine_IsUsageError(params string[] args) => Assert.Equal(ExitCodes.Usage, (await Fed.Type(Fed.Officer(), args)).Exit);

    [Fact]
    public async Task Import_NoWorkbook_IsRefusedWithAFinding()
    {
        var ended = await Fed.Type(Fed.Clerk(Unit), "import", Fed.Write("not a workbook", ".xlsx"));

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.NotEmpty(ended.Err);
    }

    public sealed class OneFiled : IAsyncLifetime
    {
        public Fed Fed { get; } = new();

        public async Task InitializeAsync()
        {
            await Fed.InitializeAsync();
            await Fed.File(Unit, Fed.Filing(Unit));
            await Fed.Installation.Filed("500000", 1);
        }

        public async Task DisposeAsync()
        {
            await Fed.DisposeAsync();
            Fed.Dispose();
        }
    }
}
