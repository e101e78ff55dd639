using Federation.Cli.Tests.Support;

namespace Federation.Cli.Tests;

/// <summary>fed calendar and fed clock: working days, local notices and legal clocks.</summary>
public sealed class CalendarTests(Fed fed) : IClassFixture<Fed>
{
    [Fact]
    public async Task Calendar_AddExplainBetweenAndShow_CountByTheList()
    {
        var clerk = fed.Clerk("500151001");
        Assert.Contains("2026-03-16", (await fed.Type(clerk, "calendar", "add", "500151001", "2026-02-10", "20")).Out, StringComparison.Ordinal);
        var explained = await fed.Type(clerk, "calendar", "explain", "500151001", "2026-02-10", "20");
        Assert.True(explained.Exit == ExitCodes.Ok, explained.Err);
        Assert.Matches("2026-02-14 │ +4 │ 周六,春节调休上班", explained.Out);
        Assert.Contains("20 个工作日", (await fed.Type(clerk, "calendar", "between", "500151001", "2026-02-10", "2026-03-16")).Out, StringComparison.Ordinal);
        Assert.Contains("2026-02-28", (await fed.Type(clerk, "calendar", "show", "500151001", "2026")).Out, StringComparison.Ordinal);
        Assert.Contains("暂定", (await fed.Type(clerk, "calendar", "show", "500151001", "2027")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_Override_IsForAnOfficerAndHoldsBelow()
    {
        string[] line = ["calendar", "override", "500152", "2026-03-18", "--until", "2026-03-19", "--notice", "一号", "--name", "节日"];
        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(fed.Clerk("500152"), line)).Exit);
        var taken = await fed.Type(fed.Officer(), line);
        Assert.True(taken.Exit == ExitCodes.Ok, taken.Err);
        Assert.Contains("2026-03-20", (await fed.Type(fed.Clerk("500152"), "calendar", "add", "500152", "2026-03-17", "1")).Out, StringComparison.Ordinal);
        Assert.Contains("一号", (await fed.Type(fed.Clerk("500152"), "calendar", "versions", "500152")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_ReceivedAndShown_TellsTheCountAndTheLog()
    {
        var clerk = fed.Clerk("500151002");
        var received = await fed.Type(clerk, "clock", "step", "500151002", "2026-3", "Receive", "--on", "2026-01-19");
        Assert.True(received.Exit == ExitCodes.Ok, received.Err);
        var shown = await fed.Type(clerk, "clock", "show", "500151002", "2026-3");
        Assert.Contains("第 20 个工作日", shown.Out, StringComparison.Ordinal);
        Assert.Contains("application-received", shown.Out, StringComparison.Ordinal);
    }
}
