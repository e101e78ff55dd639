using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>The life of a report in commands: draft, hand in, send back, seal, accept, publish, correct.</summary>
public sealed class LifeTests(Fed fed) : IClassFixture<Fed>
{
    private const string Period = Installation.Period;
    private const string Unit = "500151001";

    [Fact]
    public async Task Approve_ByTheAuthor_IsRefused()
    {
        const string Own = "500152";
        await fed.TypeInto(Fed.Filing(Own), fed.Installation.TokenOf("wang", Own, Domain.Authority.Role.Clerk), "report", "submit", "-");

        var ended = await fed.Type(fed.Installation.TokenOf("wang", Own, Domain.Authority.Role.Approver), "report", "approve", Own, Period, "--yes");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("AR-115", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AskedAndDenied_SealsNothing()
    {
        const string Other = "500151.justice";
        Assert.Equal(ExitCodes.Ok, (await fed.TypeInto(Fed.Filing(Other, 1234, 1234), fed.Clerk(Other), "report", "submit", "-")).Exit);

        var denied = await fed.TypeInto("n\n", fed.Approver(Other), "report", "approve", Other, Period);
        var shown = await fed.Type(fed.Clerk(Other), "report", "show", Other, Period, "--json");
        Assert.Equal(ExitCodes.Usage, denied.Exit);
        Assert.Contains("1,234", denied.Out, StringComparison.Ordinal); // nobody seals what they have not been shown
        Assert.Equal("SUBMITTED", (string)JsonNode.Parse(shown.Out)!["state"]!);

        var back = await fed.Type(fed.Approver(Other), "report", "send-back", Other, Period, "--version", "1", "--reason", "缺结转");
        Assert.Equal((ExitCodes.Ok, ""), (back.Exit, back.Err));
        Assert.Contains("签发人退改:缺结转", (await fed.Type(fed.Clerk(Other), "report", "show", Other, Period)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AnotherHashThanWasRead_IsRefused()
    {
        const string Own = "500151";
        await fed.TypeInto(Fed.Filing(Own), fed.Clerk(Own), "report", "submit", "-");

        var ended = await fed.Type(fed.Approver(Own), "report", "approve", Own, Period, "--version", "1", "--hash", new string('0', 64), "--yes");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
    }

    [Fact]
    public async Task Correct_AfterPublication_IsListedWithBeforeAndAfterAndOldVersionsStay()
    {
        await fed.File(Unit, Fed.Filing(Unit, 3, 3));
        await fed.Installation.Filed("500151", 1);
        Assert.Equal(ExitCodes.Ok, (await fed.Type(fed.Reviewer("500151"), "report", "accept", Unit, Period, "--version", "1")).Exit);
        var published = await fed.Type(fed.Clerk(Unit), "report", "publish", Unit, Period, "--where", "https://example.org/2025.html");
        Assert.Contains("已发布", published.Out, StringComparison.Ordinal);

        var corrected = await fed.TypeInto(Fed.Filing(Unit, 5, 5), fed.Clerk(Unit), "report", "correct", "-", "--reason", "漏报两件", "--expected-version", "1");
        Assert.True(corrected.Exit == ExitCodes.Ok, corrected.Err);
        Assert.Contains("第 2 版尚未计入汇总", corrected.Out, StringComparison.Ordinal);
        await fed.Seal(Unit);

        var list = await fed.Type(fed.Reviewer("500151"), "corrections", "500151", Period);
        Assert.Contains("第 1 版 → 第 2 版", list.Out, StringComparison.Ordinal);
        Assert.Contains("漏报两件", list.Out, StringComparison.Ordinal);
        Assert.Matches("t3.new.natural +│ +3 │ +5 │", list.Out);
        Assert.Contains("共 1 次更正", list.Out, StringComparison.Ordinal);
        Assert.Matches("一、本年新收政府信息公开申请数量 +│ +3 │", (await fed.Type(fed.Clerk(Unit), "report", "show", Unit, Period, "--version", "1")).Out);
        Assert.Matches("一、本年新收政府信息公开申请数量 +│ +5 │", (await fed.Type(fed.Clerk(Unit), "report", "show", Unit, Period)).Out);
    }

    [Fact]
    public async Task Draft_EditedByTwo_ShowsTheConflict()
    {
        const string Drafted = "500151002";
        var saved = await fed.TypeInto(Fed.Filing(Drafted), fed.Clerk(Drafted), "report", "draft", "save", "-");
        Assert.True(saved.Exit == ExitCodes.Ok, saved.Err);

        var edited = await fed.Type(fed.Clerk(Drafted), "report", "draft", "edit", Drafted, Period, "--cell", "t3.new.natural=4");
        Assert.Contains("t3.new.natural:3 → 4", edited.Out, StringComparison.Ordinal);

        var late = await fed.Type(fed.Clerk(Drafted), "report", "draft", "edit", Drafted, Period, "--cell", "t3.new.natural=9", "--was", "t3.new.natural=3");
        Assert.Equal(ExitCodes.Refused, late.Exit);
        Assert.Contains("AR-114", late.Err, StringComparison.Ordinal);

        var blind = await fed.TypeInto(Fed.Filing(Drafted), fed.Clerk(Drafted), "report", "draft", "save", "-");
        Assert.Equal(ExitCodes.Usage, blind.Exit);
        Assert.Contains("--revision", blind.Err, StringComparison.Ordinal);

        var template = await fed.Type(fed.Clerk(Drafted), "report", "begin", Drafted, Period);
        Assert.Equal(4, (int)JsonNode.Parse(template.Out)!["figures"]!["counts"]!["t3.new.natural"]!);
        Assert.Equal("12.5", (string)JsonNode.Parse(template.Out)!["figures"]!["amounts"]!["t2.fees.amount"]!);

        var prose = await fed.Type(fed.Clerk(Drafted), "report", "draft-prose", Drafted, Period, "--json");
        Assert.NotEmpty(JsonNode.Parse(prose.Out)!["texts"]!.AsObject());
    }

    [Theory]
    [InlineData("t3.new.natural,7\n", ExitCodes.Ok)]
    [InlineData("单元格,件数\nt3.new.natural,7\n", ExitCodes.Ok)]
    [InlineData("{\"t3.new.natural\": 7}", ExitCodes.Ok)]
    [InlineData("t3.new.natural,七\nt3.granted.natural,x\n", ExitCodes.Usage)]
    [InlineData("t3.new.natural,7\nt3.new.natural,8\n", ExitCodes.Usage)]
    public async Task CountRegister_OfAFile_IsReadOrRefusedByLine(string content, int exit)
    {
        const string Counted = "500000";
        var ended = await fed.TypeInto(content, fed.Clerk(Counted), "report", "count-register", Counted, Period, "-", "--system", "依申请公开平台");

        Assert.True(ended.Exit == exit, ended.Err);
        if (exit == ExitCodes.Usage)
            Assert.Contains("第 2 行", ended.Err, StringComparison.Ordinal);
    }
}
