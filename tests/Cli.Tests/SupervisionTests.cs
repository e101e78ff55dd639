using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Authority;

namespace Federation.Cli.Tests;

/// <summary>fed due, urge, grant-exception, dates, roster, review, delegations: what an office does with what is below it.</summary>
public sealed class SupervisionTests(Fed fed) : IClassFixture<Fed>
{
    private const string Period = Installation.Period;

    [Fact]
    public async Task Due_AfterUrging_ShowsDaysLeftAndHowOften()
    {
        var urged = await fed.Type(fed.Reviewer("500151"), "urge", "500151", Period, "--text", "请按期报送", "--unit", "500151002");
        Assert.True(urged.Exit == ExitCodes.Ok, urged.Err);
        Assert.Contains("已办 1 个", urged.Out, StringComparison.Ordinal);

        var exception = await fed.Type(fed.Reviewer("500151"), "grant-exception", "500151002", Period, "--until", "2026-05-31", "--reason", "机构改革");
        Assert.True(exception.Exit == ExitCodes.Ok, exception.Err);

        var due = await fed.Type(fed.Reviewer("500151"), "due", "500151", Period);
        Assert.Equal((ExitCodes.Ok, ""), (due.Exit, due.Err));
        Assert.Matches("500151.justice .*│ 2026-01-31 │ 11 天", due.Out);
        Assert.Contains("催 1 次,2026-01-20", due.Out, StringComparison.Ordinal);
        Assert.Contains("例外至 2026-05-31", due.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GrantException_ByTheUnitItself_IsNotPermitted() =>
        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(fed.Clerk("500151001"), "grant-exception", "500151001", Period, "--until", "2026-05-31", "--reason", "忙")).Exit);

    [Fact]
    public async Task Dates_SetEarlier_IsExplainedStepByStep()
    {
        var set = await fed.Type(fed.Officer(), "dates", "set-earlier", "500152", Period, "--due", "2026-03-01", "--kind", "territory", "--notice", "渝府办〔2026〕1号");
        Assert.True(set.Exit == ExitCodes.Ok, set.Err);
        Assert.Contains("渝府办〔2026〕1号", set.Out, StringComparison.Ordinal);

        var explained = await fed.Type(fed.Officer(), "dates", "explain", "500152", Period);
        Assert.Matches("截止日期 +2026-03-01", explained.Out);
        Assert.Contains("2026-03-31", explained.Out, StringComparison.Ordinal);
        Assert.Contains("500152", (await fed.Type(fed.Officer(), "dates", "show", Period)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_Later_AreRefused() =>
        Assert.Equal(ExitCodes.Refused, (await fed.Type(fed.Officer(), "dates", "set-earlier", "500152", Period, "--due", "2026-06-01", "--notice", "x")).Exit);

    [Fact]
    public async Task Roster_ExcuseAndAdd_AreKeptWithReason()
    {
        await using var own = new Own();
        await own.Fed.InitializeAsync();

        var excused = await own.Fed.Type(own.Fed.Officer(), "roster", "excuse", "500151002", Period, "--reason", "已并入");
        Assert.True(excused.Exit == ExitCodes.Ok, excused.Err);
        Assert.Matches("500151002 │ 免报 │ 已并入", excused.Out);

        var added = await own.Fed.Type(own.Fed.Officer(), "roster", "add", "500151002", Period, "--reason", "恢复");
        Assert.True(added.Exit == ExitCodes.Ok, added.Err);
        Assert.Matches("500151002 │ 增列 │ 恢复", added.Out);
    }

    [Fact]
    public async Task Review_PreviewedThenDone_AcceptsWhatNothingBlocks()
    {
        await using var own = new Own();
        await own.Fed.InitializeAsync();
        await own.Fed.File("500151001", Fed.Filing("500151001"));
        await own.Fed.File("500151002", Fed.Filing("500151002"));
        await own.Fed.Installation.Filed("500151", 2);
        var reviewer = own.Fed.Reviewer("500151");

        var preview = await own.Fed.Type(reviewer, "review", "500151", Period, "accept", "--preview");
        Assert.Equal((ExitCodes.Ok, ""), (preview.Exit, preview.Err));
        Assert.Contains("可办 2 个", preview.Out, StringComparison.Ordinal);
        Assert.Contains("未作任何改动", preview.Out, StringComparison.Ordinal);

        var denied = await own.Fed.TypeInto("n\n", reviewer, "review", "500151", Period, "accept");
        Assert.Equal(ExitCodes.Usage, denied.Exit);
        var done = await own.Fed.TypeInto("y\n", reviewer, "review", "500151", Period, "accept", "--all-or-nothing");
        Assert.Equal(ExitCodes.Ok, done.Exit);
        Assert.Contains("已办 2 个", done.Out, StringComparison.Ordinal);

        var again = await own.Fed.Type(reviewer, "review", "500151", Period, "accept", "--unit", "500151001", "--yes");
        Assert.Equal(ExitCodes.Refused, again.Exit);
        Assert.Contains("AR-105", again.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_ReturnWithoutReason_SendsNothing() =>
        Assert.Equal(ExitCodes.Usage, (await fed.Type(fed.Reviewer("500151"), "review", "500151", Period, "return", "--yes")).Exit);

    [Fact]
    public async Task Review_AsJson_IsOneMessageALine()
    {
        var ended = await fed.Type(fed.Reviewer("500151"), "review", "500151", Period, "accept", "--unit", "500151001", "--unit", "500151002", "--preview", "--json");

        Assert.Equal(ExitCodes.Refused, ended.Exit); // neither has filed
        Assert.Equal(["500151001", "500151002"], ended.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => (string)JsonNode.Parse(l)!["unit"]!));
    }

    [Fact]
    public async Task Delegation_Granted_LetsTheStandInSealUntilItEnds()
    {
        const string Unit = "500151001";
        var li = fed.Installation.TokenOf("li", Unit, Role.Reader);
        var approver = fed.Approver(Unit);
        await fed.TypeInto(Fed.Filing(Unit), fed.Clerk(Unit), "report", "submit", "-");

        Assert.Equal(ExitCodes.NotPermitted, (await fed.Type(li, "report", "approve", Unit, Period, "--yes")).Exit);
        var granted = await fed.Type(approver, "delegations", "grant", "li", "--until", "2026-01-31", "--role", "approver", "--reason", "出差");
        Assert.True(granted.Exit == ExitCodes.Ok, granted.Err);
        var approved = await fed.Type(li, "report", "approve", Unit, Period, "--yes", "--stands-in-for", "approver");
        Assert.True(approved.Exit == ExitCodes.Ok, approved.Err);

        var receipt = await fed.Type(fed.Clerk(Unit), "report", "receipt", Unit, Period);
        var verified = await fed.TypeInto(receipt.Out, null, "verify-receipt", "-");
        Assert.True(verified.Exit == ExitCodes.Ok, verified.Err); // both names are in the chain, and the receipt carries them

        Assert.Matches("1 │ approver +│ li +│ Approver", (await fed.Type(approver, "delegations", "list", Unit)).Out);
        Assert.Equal(ExitCodes.Ok, (await fed.Type(approver, "delegations", "end", "1")).Exit);
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
