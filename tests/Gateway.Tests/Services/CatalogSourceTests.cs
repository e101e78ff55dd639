using System.Text;
using Federation.Domain.Authority;
using Federation.Domain.Ledger;
using Federation.Grains.Catalogs;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>Outside sources against a real HTTP server that behaves well, badly and not at all. Each test has a catalog of its own.</summary>
public sealed class CatalogSourceTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private readonly V1.Catalogs.CatalogsClient catalogs = new(host.Calls);

    [Fact]
    public async Task Run_TakesWhatIsNew_AsksWithTheVersionItKnows_AndRemovesWhatIsGone()
    {
        using var website = new Website { Answers = _ => Website.Answer(200, List("a", "b", "c"), "ETag: \"v1\"\r\n") };
        await Register(TownA, website);
        var first = await Run(TownA);
        Assert.Equal((3, 3, 0, 0), (first.Listed, first.Recorded, first.Refused, first.ProblemCount));

        website.Answers = head => head.Contains("If-None-Match: \"v1\"", StringComparison.Ordinal) ? Website.Answer(304, "") : Website.Answer(500, "");
        var second = await Run(TownA);
        Assert.True(second is { Unmodified: true, Source.Failing: false });

        website.Answers = _ => Website.Answer(200, List("a", "c").Replace("文件 c", "文件 c(修订)", StringComparison.Ordinal), "ETag: \"v2\"\r\n");
        var third = await Run(TownA);
        Assert.Equal((1, 1, 1), (third.Recorded, third.Unchanged, third.Removed));
        var gone = await catalogs.GetEntryAsync(new V1.GetEntryRequest { Unit = TownA, Entry = "b" }, host.As(TownA));
        Assert.Equal((null, $"{TownA}/website"), (gone.Entry, gone.Origin));
    }

    [Theory]
    [InlineData("500", "CT-412")]
    [InlineData("404", "CT-412")]
    [InlineData("silence", "CT-411")]
    [InlineData("cut off", "CT-413")]
    [InlineData("fewer than it says", "CT-413")]
    [InlineData("empty", "CT-414")]
    [InlineData("no list", "CT-415")]
    [InlineData("half a document", "CT-415")]
    [InlineData("an old list", "CT-416")]
    [InlineData("a clock ahead", "CT-416")]
    [InlineData("too large", "CT-417")]
    [InlineData("a way to the neighbours", "CT-424")]
    public async Task Run_OfADoubtfulSource_ChangesNothing_AndSaysWhy(string fault, string code)
    {
        var number = Array.IndexOf(Faults, fault);
        var name = $"doubt-{number}";
        string L(params string[] ids) => List([.. ids.Select(i => i + number)]);
        using var website = new Website { Answers = _ => Website.Answer(200, L("a", "b", "c")) };
        await Register(County, website, name);
        Assert.Equal(3, (await Run(County, name)).Recorded);
        var before = await catalogs.GetCatalogAsync(new V1.GetCatalogRequest { Unit = County }, host.As(County));

        if (fault == "silence")
            await Register(County, website, name, timeout: 1);
        website.Answers = _ => fault switch
        {
            "silence" => null,
            "cut off" => Website.Answer(200, L("a")[..^3], announced: 5000),
            "fewer than it says" => Website.Answer(200, L("a", "b").Replace("\"total\":2", "\"total\":3", StringComparison.Ordinal)),
            "empty" => Website.Answer(200, L()),
            "no list" => Website.Answer(200, """{"error":"维护中"}"""),
            "half a document" => Website.Answer(200, L("a", "b")[..^4]),
            "an old list" => Website.Answer(200, L("a").Replace("2026-01-20", "2026-01-19", StringComparison.Ordinal)),
            "a clock ahead" => Website.Answer(200, L("a").Replace("2026-01-20", "2027-01-20", StringComparison.Ordinal)),
            "a way to the neighbours" => Website.Answer(302, "", "Location: http://10.0.0.1/list\r\n"),
            "too large" => Website.Answer(200, L("a") + new string(' ', 20_000)),
            _ => Website.Answer(int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture), ""),
        };
        var report = await Run(County, name);
        Assert.Equal([code], report.Findings.Select(f => f.Code));
        Assert.True(report.Source.Failing);
        var after = await catalogs.GetCatalogAsync(new V1.GetCatalogRequest { Unit = County }, host.As(County));
        Assert.Equal((before.Seq, before.Digest), (after.Seq, after.Digest));
    }

    private static readonly string[] Faults =
        ["500", "404", "silence", "cut off", "fewer than it says", "empty", "no list", "half a document", "an old list", "a clock ahead", "too large", "a way to the neighbours"];

    [Fact]
    public async Task Run_OfASourceThatFailsOnce_TriesAgain()
    {
        using var website = new Website();
        website.Answers = _ => website.Asked == 1 ? Website.Answer(503, "") : Website.Answer(200, List("a"));
        await Register(TownB, website);
        Assert.Equal(1, (await Run(TownB)).Recorded);
        Assert.Equal(2, website.Asked);
    }

    [Fact]
    public async Task Report_SaysWhoMustMendWhichFieldOfWhichRecord_AndTheOthersAreTaken()
    {
        var list = """{"total":4,"at":"2026-01-20T00:00:00Z","items":[{"id":"好 的","name":"甲","open":"主动公开"},{"id":"b","name":"乙","open":"随便"},{"id":"c","name":"","open":"主动公开"},{"id":"d","name":"丁","open":"主动公开"}]}""";
        using var website = new Website { Answers = _ => Website.Answer(200, list) };
        await Register(TownC, website);
        var ran = await Run(TownC);
        Assert.Equal((1, 3), (ran.Recorded, ran.Refused));
        Assert.Contains("CT-422", ran.Findings.Select(f => f.Code));
        Assert.Contains(ran.Problems, p => (p.Record, p.OriginField, p.Mender, p.Finding.Code) == (1, "id", "网站管理员", "CT-418"));
        Assert.Contains(ran.Problems, p => (p.Record, p.OriginField, p.Entry, p.Finding.Code) == (2, "open", "b", "CT-420"));
        Assert.Contains(ran.Problems, p => (p.Record, p.OriginField, p.Finding.Code) == (3, "name", "CT-002"));

        var (status, kept) = await host.Send("GET", $"/v1/catalogs/{TownC}/sources/website/report", host.Clerk(TownC));
        Assert.Equal((200, ran.Problems.Count), (status, kept!["problems"]!.AsArray().Count));
        var listed = await catalogs.ListSourcesAsync(new V1.ListSourcesRequest { Unit = TownC }, host.Clerk(TownC));
        Assert.Equal(website.Url, Assert.Single(listed.Sources).Url);
    }

    [Fact]
    public async Task Schedule_StandsInTheDueTable_AndMovesWithEachReading()
    {
        using var website = new Website { Answers = _ => Website.Answer(200, List("a")) };
        await Register(OtherTown, website, every: 60);
        var dues = host.App.Services.GetRequiredService<IDueTable>();
        Assert.Contains(await dues.Due(DateTimeOffset.MinValue, host.Clock.GetUtcNow(), null, 100, CancellationToken.None), d => d.Ref == $"sources/{OtherTown}");
        await host.App.Services.GetRequiredService<SourceRunner>().RunDue($"sources/{OtherTown}");
        await host.App.Services.GetRequiredService<SourceRunner>().RunDue($"sources/{OtherTown}"); // nothing is due any more
        Assert.DoesNotContain(await dues.Due(DateTimeOffset.MinValue, host.Clock.GetUtcNow(), null, 100, CancellationToken.None), d => d.Ref == $"sources/{OtherTown}");
        Assert.Equal(1, website.Asked);
    }

    [Theory] // as Chinese systems send it: declared or not
    [InlineData("Content-Type: text/csv; charset=gb2312\r\n")]
    [InlineData("Content-Type: text/csv\r\n")]
    public async Task Run_OfAListInGb18030_TakesItsTexts_AndADamagedOneChangesNothing(string header)
    {
        const string unit = Audit;
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var list = gb.GetBytes("编号,标题\ng1,关于镕基小学的通知\n");
        using var website = new Website { Answers = _ => Website.Answer(200, list, header) };
        var source = new V1.CatalogSource { Name = "gbk", Kind = "csv", Url = website.Url, Fields = { ["id"] = "编号", ["title"] = "标题", ["disclosure"] = "=主动公开", ["formedOn"] = "=2026-01-15" } };
        await catalogs.SetSourceAsync(new V1.SetSourceRequest { Unit = unit, Source = source }, host.Approver(unit));
        Assert.False((await Run(unit, "gbk")).Source.Failing);
        Assert.Equal("关于镕基小学的通知", (await catalogs.GetEntryAsync(new V1.GetEntryRequest { Unit = unit, Entry = "g1" }, host.As(unit))).Entry.Title);

        website.Answers = _ => Website.Answer(200, [.. list, .. gb.GetBytes("g2,乙"), 0xFF, (byte)'\n'], header);
        var damaged = await Run(unit, "gbk");
        Assert.Equal("CT-425", Assert.Single(damaged.Findings).Code);
        Assert.Contains("第 3 行", damaged.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pause_AndRemove_StopTheReading_TheEntriesStay_AndTheNameIsFreeAgain()
    {
        const string unit = OtherCounty;
        using var website = new Website { Answers = _ => Website.Answer(200, List("a", "b")) };
        await Register(unit, website, every: 60);
        await Run(unit);
        var by = host.Approver(unit);

        var (status, paused) = await host.Send("POST", $"/v1/catalogs/{unit}/sources/website:pause", by, """{"reason":"网站改版"}""");
        Assert.Equal((200, "网站改版"), (status, (string?)paused!["paused"]!["reason"]));
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Run(unit)));
        Assert.Equal("CT-426", Assert.Single(refused.Codes));
        Assert.Null((await catalogs.ResumeSourceAsync(new V1.ResumeSourceRequest { Unit = unit, Name = "website" }, by)).Paused);
        Assert.Equal(2, (await Run(unit)).Unchanged);

        await Assert.ThrowsAsync<RpcException>(async () => await catalogs.RemoveSourceAsync(new V1.RemoveSourceRequest { Unit = unit, Name = "website" }, by)); // no reason
        var remove = new V1.RemoveSourceRequest { Unit = unit, Name = "website", Reason = "栏目撤销", RequestId = "remove-1" };
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.RemoveSourceAsync(remove, host.Clerk(unit)))).Status);
        var left = await catalogs.RemoveSourceAsync(remove, by);
        Assert.Equal((0, "栏目撤销"), (left.Sources.Count, Assert.Single(left.Removed).Reason));
        Assert.Equal(left, await catalogs.RemoveSourceAsync(remove, by)); // a repeat has one effect and the same answer
        Assert.NotNull((await catalogs.GetEntryAsync(new V1.GetEntryRequest { Unit = unit, Entry = "a" }, host.As(unit))).Entry);
        Assert.Equal("NOT_FOUND", Refused.Of(await Assert.ThrowsAsync<RpcException>(() => Run(unit))).Status);

        website.Answers = _ => Website.Answer(200, List());
        await Register(unit, website);
        Assert.Equal("CT-414", Assert.Single((await Run(unit)).Findings).Code); // it remembers nothing, the catalog does
        website.Answers = _ => Website.Answer(200, List("a", "b"));
        Assert.Equal((2, 0), ((await Run(unit)) is var again ? again.Unchanged : 0, again.Recorded));
    }

    [Fact]
    public async Task Set_WithBadSettings_IsRefusedWithAllFindings()
    {
        var source = new V1.CatalogSource { Name = "Web Site", Kind = "json", Url = "ftp://x", EveryMinutes = 5, Fields = { ["nonsense"] = "x" } };
        var refused = Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.SetSourceAsync(new V1.SetSourceRequest { Unit = County, Source = source }, host.Approver(County))));
        Assert.Equal(["every_minutes", "fields.id", "fields.nonsense", "fields.title", "name", "url"], refused.Findings.Select(f => f.Where).Order(StringComparer.Ordinal));
        Assert.Equal("PERMISSION_DENIED", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.SetSourceAsync(new V1.SetSourceRequest { Unit = County, Source = source }, host.Clerk(County)))).Status);
        Assert.Equal("NOT_FOUND", Refused.Of(await Assert.ThrowsAsync<RpcException>(async () => await catalogs.RunSourceAsync(new V1.RunSourceRequest { Unit = County, Name = "none" }, host.Clerk(County)))).Status);
    }

    private async Task Register(string unit, Website website, string name = "website", int every = 0, int timeout = 30)
    {
        var source = new V1.CatalogSource
        {
            Name = name, Kind = "json", Url = website.Url, EveryMinutes = every, TimeoutSeconds = timeout, MostBytes = 10_000, Records = "items", Total = "total", Generated = "at", Contact = "网站管理员",
            Fields = { ["id"] = "id", ["title"] = "name", ["kind"] = "=document", ["disclosure"] = "open", ["formedOn"] = "=2026-01-15" },
        };
        await catalogs.SetSourceAsync(new V1.SetSourceRequest { Unit = unit, Source = source }, host.Approver(unit));
    }

    private async Task<V1.SourceReport> Run(string unit, string name = "website") =>
        await catalogs.RunSourceAsync(new V1.RunSourceRequest { Unit = unit, Name = name }, host.As("keeper", unit, Role.Clerk));

    private static string List(params string[] ids) =>
        $$"""{"total":{{ids.Length}},"at":"2026-01-20T00:00:00Z","items":[{{string.Join(',', ids.Select(i => $$"""{"id":"{{i}}","name":"文件 {{i}}","open":"主动公开"}"""))}}]}""";
}
