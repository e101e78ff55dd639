using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.Domain.Authority;

namespace Federation.Cli.Tests;

/// <summary>fed plan and fed duties: a plan of the province down to a county and its township, and everything that is refused on the way.</summary>
public sealed class PlanTests(Fed fed) : IClassFixture<Fed>
{
    private const string Plan = "500000/2026/1", Clause = Plan + "#一/(一)";

    private const string Content = """
        {
          "title": "重庆市2026年政务公开工作要点", "documentNumber": "渝府办发〔2026〕12号", "basis": "国办发〔2026〕5号", "receivers": ["direct"], "acceptWithin": 5,
          "points": [
            { "clause": "一/(一)", "title": "公布清单", "text": "6月底前公布权力清单。", "measures": ["once 2026-06-30"], "minutes": 30 },
            { "clause": "一/(二)", "title": "解读政策", "text": "公开后3个工作日内解读。", "measures": ["within 3 working_days of 文件公开"], "minutes": 10 },
            { "clause": "二", "title": "定期通报", "text": "定期通报进展。", "measures": ["every unstated"], "minutes": 5 }
          ]
        }
        """;

    private string Officer(string unit) => fed.Installation.Token(unit, Role.Officer);

    [Fact]
    public async Task Plan_FromDraftToWithdrawal_WithDutiesInBetween()
    {
        var (officer, clerk) = (Officer("500000"), fed.Clerk("500151"));
        await Does(officer, "标题", "plan", "draft", Plan, fed.Write(Content));
        await Does(officer, "直接下级", "plan", "preview", Plan);
        await Does(officer, "渝府办发〔2026〕12号", "plan", "issue", Plan);
        await Does(clerk, Plan, "plan", "list", "--year", "2026");
        await Until(clerk, "公布清单", "duties", "list", "500151", "2026");

        await Does(clerk, "公布清单", "duties", "open", "500151", Plan);
        await Does(clerk, "已签收", "duties", "accept", "500151", Clause, Plan + "#一/(二)", Plan + "#二");
        await Does(clerk, "解读政策", "duties", "event", "500151", Plan + "#一/(二)", "--what", "渝府发〔2026〕3号公开");
        await Does(clerk, "定期通报", "duties", "interval", "500151", Plan + "#二", "--every", "quarterly");
        await Does(clerk, "完成", "duties", "evidence", "500151", Clause, "--kind", "file", "--ref", new string('7', 64));
        await Does(fed.Reviewer("500000"), "公布清单", "duties", "review", "500151", Clause, "--evidence", "1");
        await Does(fed.Reviewer("500000"), "已销号", "duties", "close", "500151", Clause);
        await Does(officer, "解读政策", "duties", "waive", "500151", Plan + "#一/(二)", "--until", "2026-06-30", "--reason", "机构改革");
        await Does(fed.Clerk("500152"), "有异议", "duties", "object", "500152", Clause, "--reason", "无此职能");
        await Does(clerk, "依据", "duties", "show", "500151", Clause);
        await Does(clerk, "", "duties", "digest", "500151", "2026");
        await Does(clerk, "分钟", "duties", "burden", "500151", "2026");
        await Does(clerk, "权重", "duties", "appraisal", "500151", "2026");

        await Does(Officer("500151"), "贯彻落实", "plan", "cascade", "500151/2026/1", "--from", Plan, "--earlier", "5");
        await Does(Officer("500151"), "版本", "plan", "issue", "500151/2026/1");
        await Until(officer, "1+1/1", "plan", "coverage", Plan);
        await Does(officer, "空/1", "plan", "coverage", Plan);
        await Until(officer, "无此职能", "plan", "assignments", Plan, "--state", "objected");
        await Does(officer, "↳ 铜梁区 500151/2026/1#一/(一)", "plan", "lineage", Clause);

        await Does(officer, "重庆市2026年", "plan", "draft", Plan, fed.Write(Content.Replace("\"minutes\": 10", "\"minutes\": 12", StringComparison.Ordinal)));
        await Does(officer, "修订", "plan", "amend", Plan, "--reason", "调整估计");
        await Does(officer, "撤回", "plan", "withdraw", Plan, "--reason", "文件废止");
        await Does(officer, "文件废止", "plan", "show", Plan);
    }

    [Fact]
    public async Task Plan_Refused_SaysWhyWithCode()
    {
        var officer = Officer("500000");
        await Refuses(ExitCodes.NotPermitted, "AU-001", fed.Clerk("500000"), "plan", "draft", "500000/2026/8", fed.Write(Content));
        await Refuses(ExitCodes.Refused, "GW-109", officer, "plan", "draft", "500000/2026/8", fed.Write(Content.Replace("once 2026-06-30", "soon", StringComparison.Ordinal)));
        await Refuses(ExitCodes.Usage, "", officer, "plan", "draft", "500000/2026/8", fed.Write("{ not json"));
        await Refuses(ExitCodes.Usage, "330000/2026/12", officer, "plan", "show", "the first");
        await Refuses(ExitCodes.NotFound, "GW-113", officer, "plan", "show", "500000/2026/8");
        await Refuses(ExitCodes.NotFound, "GW-113", officer, "plan", "coverage", "500000/2026/8");
        await Refuses(ExitCodes.NotFound, "GW-113", officer, "plan", "assignments", "500000/2026/8");
        await Refuses(ExitCodes.Refused, "GW-111", officer, "plan", "lineage", "第一条");
        await Refuses(ExitCodes.Refused, "WP-", officer, "plan", "issue", "500000/2026/8");
        await Refuses(ExitCodes.Refused, "WP-", officer, "plan", "preview", "500000/2026/8");
        await Refuses(ExitCodes.Refused, "WP-", officer, "plan", "amend", "500000/2026/8", "--reason", "无");
        await Refuses(ExitCodes.Refused, "WP-", officer, "plan", "withdraw", "500000/2026/8", "--reason", "无");
        await Refuses(ExitCodes.Refused, "GW-112", officer, "plan", "cascade", "500000/2026/8", "--from", "above");
    }

    [Fact]
    public async Task Duties_Refused_SayWhyWithCode()
    {
        const string none = "500000/2026/99#一";
        var (clerk, reviewer) = (fed.Clerk("500152"), fed.Reviewer("500000"));
        await Refuses(ExitCodes.NotPermitted, "AU-001", clerk, "duties", "list", "500151", "2026");
        await Refuses(ExitCodes.NotPermitted, "AU-001", reviewer, "duties", "accept", "500152", none);
        await Refuses(ExitCodes.NotPermitted, "AU-001", clerk, "duties", "close", "500152", none);
        await Refuses(ExitCodes.NotPermitted, "AU-001", clerk, "duties", "waive", "500152", none, "--until", "2026-06-30", "--reason", "无");
        await Refuses(ExitCodes.NotPermitted, "AU-001", clerk, "duties", "review", "500152", none, "--evidence", "1");
        foreach (var args in (string[][])[["accept", "500152", none], ["object", "500152", none, "--reason", "无"], ["interval", "500152", none, "--every", "monthly"], ["event", "500152", none, "--what", "无"], ["evidence", "500152", none, "--kind", "number", "--ref", "x", "--value", "1"]])
            Assert.Contains("OB-", (await fed.Type(clerk, ["duties", .. args])).Err, StringComparison.Ordinal);
        var shown = await fed.Type(clerk, "duties", "show", "500152", none);
        Assert.Equal(ExitCodes.NotFound, shown.Exit);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(clerk, "duties", "evidence", "500152", none)).Exit);
    }

    [Fact]
    public async Task Plan_AsJson_IsOneAnswer()
    {
        var ended = await fed.Type(Officer("500000"), "plan", "draft", "500000/2026/5", fed.Write(Content), "--json");
        Assert.Equal("500000/2026/5", (string?)JsonNode.Parse(ended.Out)!["plan"]);
        Assert.Equal("今日无须办理。", (await fed.Type(fed.Clerk("500151.justice"), "duties", "digest", "500151.justice", "2025")).Out.Trim());
        Assert.Equal("没有任务。", (await fed.Type(fed.Clerk("500151.justice"), "duties", "list", "500151.justice", "2025")).Out.Trim());
    }

    private async Task Does(string token, string says, params string[] args)
    {
        var ended = await fed.Type(token, args);
        Assert.True(ended.Exit == ExitCodes.Ok, $"fed {string.Join(' ', args)}: {ended.Err}");
        Assert.Contains(says, ended.Out, StringComparison.Ordinal);
    }

    private async Task Until(string token, string says, params string[] args)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Ended ended;
        while (!(ended = await fed.Type(token, args)).Out.Contains(says, StringComparison.Ordinal))
        {
            Assert.False(enough.IsCancellationRequested, $"fed {string.Join(' ', args)} never said {says}: {ended.Out}{ended.Err}");
            await Task.Delay(50);
        }
    }

    private async Task Refuses(int exit, string code, string token, params string[] args)
    {
        var ended = await fed.Type(token, args);
        Assert.True(ended.Exit == exit, $"fed {string.Join(' ', args)} ended with {ended.Exit}: {ended.Err}{ended.Out}");
        Assert.Contains(code, ended.Err, StringComparison.Ordinal);
    }
}
