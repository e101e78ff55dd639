using System.Text.Json.Nodes;
using Federation.Cli.Tests.Support;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Federation.Cli.Tests;

/// <summary>fed catalog: read, followed, mirrored and proved.</summary>
public sealed class CatalogTests(Fed fed) : IClassFixture<Fed>
{
    private const string Unit = "500151";

    [Fact]
    public async Task Catalog_IsRead_AndFollowed()
    {
        await Push(Unit, Put("a1", "低保标准"), Put("a2", "招生方案"));
        await Push(Unit, Remove("a2"));
        await Says("铜梁区", "show", Unit);
        await Says("低保标准", "list", Unit, "--kind", "document");
        await Says("2026-02-27", "get", Unit, "a1");
        await Says("已删除", "get", Unit, "a2");
        await Says("删除", "history", Unit, "a2");
        await Says("到此为止", "changes", Unit);
        await Says("还有更多", "changes", Unit, "--limit", "1");
        await Says("a1", "digest", Unit);
        await Says(Unit, "digest", "500000", "--subtree");
        Assert.Equal(ExitCodes.NotFound, (await fed.Type(fed.Clerk(Unit), "catalog", "get", Unit, "zz")).Exit);
    }

    [Fact]
    public async Task Settings_AreSetOneByOne_AndPeersAreCompared()
    {
        const string unit = "500151001";
        var set = await fed.Type(fed.Approver(unit), "catalog", "set", unit, "--steps", "初审,保密审查、签发", "--index-pattern", "K{year}-{serial:5}");
        Assert.True(set.Exit == ExitCodes.Ok, set.Err);
        Assert.Contains("初审、保密审查、签发", set.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, (await fed.Type(fed.Approver(unit), "catalog", "set", unit, "--steps", "签发")).Exit); // without the secrecy review
        Assert.NotEqual(ExitCodes.Ok, (await fed.Type(fed.Approver(unit), "catalog", "peers", unit)).Exit);
        var joined = await fed.Type(fed.Approver(unit), "catalog", "set", unit, "--peers", "on");
        Assert.Contains("K{year}-{serial:5}", joined.Out, StringComparison.Ordinal); // what is not given stays
        var peers = await fed.Type(fed.Approver(unit), "catalog", "peers", unit);
        Assert.Contains("标准缺项", peers.Out, StringComparison.Ordinal);
        Assert.Contains("第 1 / 1", peers.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_AreDecidedByAnotherPerson()
    {
        const string unit = "500152";
        await Push(unit, [.. Enumerable.Range(0, 20).Select(i => Put($"h{i}", $"通知 {i}"))]);
        await Push(unit, [.. Enumerable.Range(0, 10).Select(i => Remove($"h{i}"))]);
        await Says("栏目撤并", "show", unit);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(fed.Approver(unit), "catalog", "holds", "decide", unit, "1", "--reason", "已核对")).Exit);
        var decided = await fed.Type(fed.Approver(unit), "catalog", "holds", "decide", unit, "1", "--confirm", "--reason", "已核对", "--json");
        Assert.True(decided.Exit == ExitCodes.Ok, decided.Err);
        Assert.Equal(10, (int)JsonNode.Parse(decided.Out)!["entries"]!);
    }

    [Fact]
    public async Task Sync_KeepsACopy_Resumes_AndProvesIt()
    {
        const string unit = "500151001";
        var mirror = fed.Path("mirror.jsonl");
        await Push(unit, [.. Enumerable.Range(0, 700).Select(i => Put($"s{i}", $"公告 {i}"))]); // more than a page
        Assert.Equal((700, 700), await Sync(unit, mirror));
        Assert.Equal((0, 700), await Sync(unit, mirror));

        await Push(unit, Put("s5", "改过"), Remove("s6"), Put("s700", "新的"));
        await using (var file = File.OpenWrite(mirror)) // a crash in the middle of a page
        {
            file.Seek(0, SeekOrigin.End);
            file.Write("""{"id":"s5","seq":701,"revi"""u8);
        }
        Assert.Equal((3, 700), await Sync(unit, mirror));
    }

    [Fact]
    public async Task Sync_OfACopyThatLostAnEntry_NamesAndMendsIt()
    {
        const string unit = "500151002";
        var mirror = fed.Path("mirror.jsonl");
        await Push(unit, [.. Enumerable.Range(0, 100).Select(i => Put($"m{i}", $"公告 {i}"))]);
        await Sync(unit, mirror);
        await File.WriteAllLinesAsync(mirror, (await File.ReadAllLinesAsync(mirror)).Where(l => !l.Contains("\"m42\"", StringComparison.Ordinal)));
        Assert.Equal((1, 100), await Sync(unit, mirror));
        Assert.Contains(await File.ReadAllLinesAsync(mirror), l => l.Contains("\"m42\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sync_FromASourceThatWentBack_LeavesTheCopyAsItIs()
    {
        const string unit = "500151.justice";
        var mirror = fed.Path("mirror.jsonl");
        await Push(unit, Put("g1", "公告"));
        await Sync(unit, mirror);
        await File.AppendAllTextAsync(mirror, "{\"cursor\":9}\n"); // as if the source had been at 9 before its backup was put in place
        var ended = await fed.Type(fed.Clerk(unit), "catalog", "sync", unit, "--to", mirror);
        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("CT-401", ended.Err, StringComparison.Ordinal);
        Assert.Contains(await File.ReadAllLinesAsync(mirror), l => l.Contains("\"g1\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Source_IsRegistered_Read_AndItsReportNamesWhoMendsWhat()
    {
        await using var site = await Site("""{"data":[{"docId":"x1","name":"网站公告","open":"主动公开"},{"docId":"x2","name":"缺属性","open":"待定"}]}""");
        var approver = fed.Approver(Unit);
        string[] add = ["catalog", "source", "add", Unit, "website", site.Urls.First() + "/list", "--records", "data", "--contact", "网站管理员",
            "--field", "id=docId", "--field", "title=name", "--field", "kind==document", "--field", "disclosure=open"];
        var added = await fed.Type(approver, add);
        Assert.True(added.Exit == ExitCodes.Ok, added.Err);
        await Says("写入 1", "source", "run", Unit, "website");
        await Says("网站公告", "get", Unit, "x1");
        await Says("网站管理员", "source", "report", Unit, "website");
        await Says("正常", "source", "list", Unit);
        await site.StopAsync();
        var failed = await fed.Type(fed.Clerk(Unit), "catalog", "source", "run", Unit, "website");
        Assert.Equal(ExitCodes.Refused, failed.Exit);
        Assert.Contains("CT-411", failed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_IsPaused_Resumed_AndRemoved_AndANeighbourIsNotAsked()
    {
        const string unit = "500151.justice";
        var approver = fed.Approver(unit);
        string[] add = ["catalog", "source", "add", unit, "site", "https://example.gov.cn/list.json", "--field", "id=id", "--field", "title=name", "--every", "60"];
        Assert.Equal(ExitCodes.Ok, (await fed.Type(approver, add)).Exit);
        Assert.Equal(ExitCodes.Usage, (await fed.Type(approver, "catalog", "source", "pause", unit, "site")).Exit);
        Assert.Contains("已暂停:网站改版", (await fed.Type(approver, "catalog", "source", "pause", unit, "site", "--reason", "网站改版")).Out, StringComparison.Ordinal);
        var waiting = await fed.Type(fed.Clerk(unit), "catalog", "source", "run", unit, "site");
        Assert.Contains("CT-426", waiting.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("已暂停", (await fed.Type(approver, "catalog", "source", "resume", unit, "site")).Out, StringComparison.Ordinal);
        Assert.Contains("栏目撤销", (await fed.Type(approver, "catalog", "source", "remove", unit, "site", "--reason", "栏目撤销")).Out, StringComparison.Ordinal);
        var list = await fed.Type(fed.Clerk(unit), "catalog", "source", "list", unit);
        Assert.Contains("没有来源", list.Out, StringComparison.Ordinal);
        Assert.Contains("已移除 site", list.Out, StringComparison.Ordinal);

        add[5] = "http://169.254.169.254/latest/meta-data";
        var refused = await fed.Type(approver, add);
        Assert.Equal(ExitCodes.Refused, refused.Exit);
        Assert.Contains("CT-424", refused.Err, StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Site(string list)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/list", () => Results.Text(list, "application/json"));
        await site.StartAsync();
        return site;
    }

    private async Task<(int Changed, int Entries)> Sync(string unit, string mirror)
    {
        var ended = await fed.Type(fed.Clerk(unit), "catalog", "sync", unit, "--to", mirror, "--json");
        Assert.True(ended.Exit == ExitCodes.Ok, ended.Err);
        var told = JsonNode.Parse(ended.Out)!;
        return ((int)told["changed"]!, (int)told["entries"]!);
    }

    private async Task Says(string expected, params string[] args)
    {
        var ended = await fed.Type(fed.Clerk(Unit), ["catalog", .. args]);
        Assert.True(ended.Exit == ExitCodes.Ok, ended.Err);
        Assert.Contains(expected, ended.Out, StringComparison.Ordinal);
    }

    private async Task Push(string unit, params EntryChange[] changes)
    {
        using var channel = GrpcChannel.ForAddress(fed.Installation.Address);
        var request = new PushEntriesRequest { Unit = unit };
        request.Changes.AddRange(changes);
        var headers = new Metadata { { "authorization", "Bearer " + fed.Website(unit) } };
        var response = await new V1.Catalogs.CatalogsClient(channel).PushEntriesAsync(request, headers);
        Assert.DoesNotContain(response.Results, r => r.Outcome is EntryResult.Types.Outcome.Refused or EntryResult.Types.Outcome.Conflict);
    }

    private static EntryChange Put(string id, string title) => new()
    {
        Put = new Entry { Id = id, Kind = "document", Title = title, Disclosure = "proactive", Fields = { ["formedOn"] = "2026-02-27" } },
    };

    private static EntryChange Remove(string id) => new() { Remove = id, Reason = "栏目撤并" };
}
