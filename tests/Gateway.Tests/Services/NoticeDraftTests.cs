using System.Text;
using System.Text.Json.Nodes;
using Federation.Domain.Authority;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>A notice becomes a draft in one call; its open names are a worklist, and choices are remembered.</summary>
public sealed class NoticeDraftTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private const string Text = """
        丙县人民政府办公室关于印发2026年政务公开工作要点的通知
        丙政办发〔2026〕3号
        各乡镇人民政府,县政府各部门:
        一、政策解读。年内解读重要政策不少于1次。(县审计局牵头,县月球局配合)
        二、专栏。按月更新政府信息公开专栏。(各乡镇人民政府负责)
        三、培训。加强业务培训。(县月球局负责)
        """;

    private readonly V1.WorkPlans.WorkPlansClient plans = new(host.Calls);
    private readonly V1.Notices.NoticesClient notices = new(host.Calls);

    private Metadata Writer => host.As(County, Role.Officer, Role.Reader);

    [Fact]
    public async Task Draft_OfANotice_IsKept_WithItsNotes_AndNamesChosenFillIt()
    {
        var drafted = await plans.DraftPlanFromNoticeAsync(Request(1, Text), Writer);
        Assert.Equal(["count >=1 yearly", "every monthly", "once"], drafted.Content.Points.Select(p => string.Join("; ", p.Measures)));
        Assert.Equal(drafted.Content, drafted.Plan.Draft);
        Assert.Equal(["tier township territory"], drafted.Content.Points[1].Receivers);
        Assert.Contains(drafted.Notes, n => (n.Code, n.Where) == ("WP-401", "三"));
        Assert.Contains(drafted.Findings, f => f.Code == "WP-009");

        var open = Assert.Single((await notices.ListBodyNamesAsync(new ListBodyNamesRequest { Unit = County }, Writer)).Open);
        Assert.Equal(("县月球局", "110101/2026/1#一 110101/2026/1#三"), (open.Name, string.Join(' ', open.Clauses)));

        var chosen = await notices.ChooseBodyNameAsync(new ChooseBodyNameRequest { Unit = County, Name = "县月球局", Units = { Audit } }, Writer);
        Assert.Empty(chosen.Open);
        Assert.Equal(["110101/2026/1"], chosen.Filled);
        Assert.Equal((Audit, "tester@" + County), (Assert.Single(Assert.Single(chosen.Chosen).Units).Unit, chosen.Chosen[0].By));
        var kept = await plans.GetPlanAsync(new GetPlanRequest { Unit = County, Year = 2026, Number = 1 }, Writer);
        Assert.All(kept.Draft.Points.SelectMany(p => p.Bodies), b => Assert.Equal(Audit, b.Unit));

        var again = await notices.ParseNoticeAsync(new ParseNoticeRequest { FileName = "n.txt", Content = ByteString.CopyFromUtf8(Text), Unit = County }, Writer);
        Assert.Equal(ResolvedBody.Types.Way.Chosen, again.Bodies.Single(b => b.Name == "县月球局").Way);

        await notices.WithdrawBodyNameAsync(new WithdrawBodyNameRequest { Unit = County, Name = "县月球局" }, Writer);
        again = await notices.ParseNoticeAsync(new ParseNoticeRequest { FileName = "n.txt", Content = ByteString.CopyFromUtf8(Text), Unit = County }, Writer);
        Assert.Equal(ResolvedBody.Types.Way.Open, again.Bodies.Single(b => b.Name == "县月球局").Way);
    }

    [Fact]
    public async Task DryRun_KeepsNothing_AndTellsTheSame()
    {
        var before = await host.Events();
        var request = Request(2, Text);
        request.DryRun = true;
        var drafted = await plans.DraftPlanFromNoticeAsync(request, Writer);
        Assert.Null(drafted.Plan);
        Assert.Equal(3, drafted.Content.Points.Count);
        Assert.Contains(drafted.Findings, f => f.Code == "WP-009");
        Assert.Equal(before, await host.Events());
    }

    [Fact]
    public async Task Draft_OfAFileThatHoldsNoNotice_IsRefused_AndSoAreReceiversNotWellWritten()
    {
        var request = Request(3, " ");
        Assert.Equal(["NT-033"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await plans.DraftPlanFromNoticeAsync(request, Writer))).Codes);
        request.Receivers.AddRange(["everybody", "nobody"]);
        Assert.Equal(["GW-110", "GW-110"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await plans.DraftPlanFromNoticeAsync(request, Writer))).Codes);
    }

    [Fact]
    public async Task Names_AreTheAffairOfWhoeverWritesThePlans()
    {
        var clerk = host.Clerk(County);
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await notices.ListBodyNamesAsync(new ListBodyNamesRequest { Unit = County }, clerk))).Status);
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await notices.ChooseBodyNameAsync(new ChooseBodyNameRequest { Unit = County, Units = { "?" } }, clerk))).Status);
        var outside = new ChooseBodyNameRequest { Unit = County, Name = "县月球局", Units = { OtherCounty, LoneProvince } };
        Assert.Equal(["NT-042", "NT-042"], Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await notices.ChooseBodyNameAsync(outside, Writer))).Codes);
    }

    [Fact]
    public async Task Rest_DraftsToo()
    {
        var body = new JsonObject { ["fileName"] = "n.txt", ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Text)), ["dryRun"] = true };
        var (status, answer) = await host.Send("POST", $"/v1/units/{County}/plans/2026/4:draft", Writer, body.ToJsonString());
        Assert.Equal(200, status);
        Assert.Equal("count >=1 yearly", answer!["content"]!["points"]![0]!["measures"]![0]!.GetValue<string>());
        (status, _) = await host.Send("GET", $"/v1/units/{County}/body-names", Writer);
        Assert.Equal(200, status);
    }

    private static DraftPlanFromNoticeRequest Request(int number, string text) => new()
    {
        Unit = County,
        Year = 2026,
        Number = number,
        FileName = "n.txt",
        Content = ByteString.CopyFromUtf8(text),
        Minutes = 30,
    };
}
