using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed report accept, return.</summary>
public sealed class ReviewTests(Fed fed) : IClassFixture<Fed>
{
    private const string Period = Installation.Period;

    [Fact]
    public async Task Return_WithReasons_IsShownWithLabelAndFiledAgain()
    {
        const string Unit = "500151001";
        await fed.File(Unit, Fed.Filing(Unit));

        var returned = await fed.Type(
            fed.Reviewer("500151"), "report", "return", Unit, Period, "--version", "1", "--reason", "@请核对", "--cell", "t3.new.natural=与台账不符=差 2");
        Assert.Equal((ExitCodes.Ok, ""), (returned.Exit, returned.Err));
        var shown = await fed.Type(fed.Clerk(Unit), "report", "show", Unit, Period);
        Assert.Contains("退回理由:@请核对", shown.Out, StringComparison.Ordinal);
        Assert.Contains("退回理由:与台账不符=差 2 [t3.new.natural 一、本年新收政府信息公开申请数量 · 自然人]", shown.Out, StringComparison.Ordinal);

        var again = await fed.TypeInto(Fed.Filing(Unit), fed.Clerk(Unit), "report", "submit", "-", "--expected-version", "1", "--json");
        Assert.Equal("2", (string)JsonNode.Parse(again.Out)!["version"]!);
    }

    [Fact]
    public async Task Accept_ByTheSuperior_IsFinal()
    {
        const string Unit = "500151002";
        await fed.File(Unit, Fed.Filing(Unit));

        var accepted = await fed.Type(fed.Reviewer("500151"), "report", "accept", Unit, Period, "--version", "1");
        Assert.Contains("已审定", accepted.Out, StringComparison.Ordinal);

        var late = await fed.TypeInto(Fed.Filing(Unit, 4, 4), fed.Clerk(Unit), "report", "submit", "-", "--expected-version", "1");
        Assert.Equal(ExitCodes.Refused, late.Exit);
        Assert.Contains("AR-116", late.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithoutReason_IsRefused()
    {
        const string Unit = "500151.justice";
        await fed.File(Unit, Fed.Filing(Unit));

        var ended = await fed.Type(fed.Reviewer("500151"), "report", "return", Unit, Period, "--version", "1");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("AR-107", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_CellWithoutText_IsUsageError() =>
        Assert.Equal(ExitCodes.Usage, (await fed.Type(fed.Reviewer("500151"), "report", "return", "500151001", Period, "--version", "1", "--cell", "t3")).Exit);
}
