using System.Net;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

/// <summary>/catalogs: search, a unit's catalog and an entry, for everybody and without sign-in.</summary>
public sealed class CatalogPageTests : IAsyncLifetime
{
    private readonly FederationHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        await host.MakeCatalog();
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_ShowWhatIsPublic_SafelyAndWithAllAroundIt()
    {
        await Search();
        await Suggestions();
        await Browse();
        await Filters();
        await Entry();
        await OnRequestAndRemoved();
        await Contents();
    }

    private async Task Search()
    {
        var page = await host.Page("/catalogs?q=低保");
        var hits = page.All("ol").Single(o => o.Attr("class") == "hits").All("li").ToList();
        Assert.Equal(5, hits.Count);
        Assert.All(hits, h => Assert.Contains(h.All("mark"), m => m.Value == "低保"));
        Assert.Contains(hits, h => h.Value.Contains("<script>alert('名称')</script>", StringComparison.Ordinal)); // as text
        Assert.DoesNotContain(page.All("script"), s => s.Attr("src").Length == 0);
        Assert.Contains(hits, h => h.Value.Contains("已废止", StringComparison.Ordinal));
        Assert.Single((await host.Page("/catalogs?q=低保&within=巴川街道")).All("ol").Single(o => o.Attr("class") == "hits").All("li"));
        Assert.Single((await host.Page("/catalogs?q=低保&validity=repealed&lang=en")).All("ol").Single(o => o.Attr("class") == "hits").All("li"));
        Assert.Contains("没有找到", (await host.Page("/catalogs?q=没有这样的词")).Root!.Value, StringComparison.Ordinal);
        foreach (var (query, code) in new[] { ("q=!!!", "CT-601"), ("q=-低保", "CT-602"), ("from=x", "CT-007"), ("within=没有的单位", "DV-101"), ("page=9", "CT-605") })
            Assert.Contains(code, (await host.Page($"/catalogs?{query}", HttpStatusCode.BadRequest)).Root!.Value, StringComparison.Ordinal);
        Assert.NotEmpty((await host.Page("/catalogs?q=\") OR scope:(\"v0")).All("form"));
    }

    private async Task Suggestions()
    {
        var found = JsonSerializer.Deserialize<string[]>(await host.Client.GetStringAsync(new Uri("/catalogs/suggest?q=社会", UriKind.Relative)))!;
        Assert.Equal(["社会救助"], found);
        Assert.Equal("[]", await host.Client.GetStringAsync(new Uri("/catalogs/suggest?q=%22", UriKind.Relative)));
    }

    private async Task Filters()
    {
        var page = await host.Page("/catalogs?q=低保&kind=banana&validity=x&disclosure=zzz&order=up&from=2026-13-01&colour=red", HttpStatusCode.BadRequest);
        var told = page.All("div").Single(d => d.Attr("role") == "alert");
        Assert.Equal(["CT-007", "CT-606", "CT-606", "CT-606", "CT-606", "CT-606"], told.All("span").Where(s => s.Attr("class") == "code").Select(s => s.Value));
        Assert.All(["类别", "banana", "时效", "公开属性", "排列", "colour"], word => Assert.Contains(word, told.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(page.All("ol"), o => o.Attr("class") == "hits");
        Assert.Contains("'Kind' has no choice 'banana'", (await host.Page("/catalogs?kind=banana&lang=en", HttpStatusCode.BadRequest)).Root!.Value, StringComparison.Ordinal);
        var unit = await host.Page("/catalogs/500151?kind=banana&before=abc&order=newest", HttpStatusCode.BadRequest);
        Assert.Equal(3, unit.All("div").Single(d => d.Attr("role") == "alert").All("li").Count());
        var within = await host.Page("/catalogs?q=低保&within=500151&order=relevance&kind=文件");
        Assert.Contains("铜梁区", within.All("p").Single(p => p.Attr("class") == "status").Value, StringComparison.Ordinal);
        Assert.Contains("还没有条目", (await host.Page("/catalogs/500109002")).Root!.Value, StringComparison.Ordinal);
        foreach (var english in new[] { "/catalogs?q=低保&lang=en", "/catalogs/500151?lang=en", "/catalogs/500151/entries/notice-1?lang=en" })
            Assert.Equal([], Html.ChineseOutside(await host.Page(english)));
    }

    private async Task Browse()
    {
        var page = await host.Page("/catalogs/500151");
        Assert.Equal(5, page.All("ol").Single(o => o.Attr("class") == "hits").All("li").Count());
        Assert.Contains("/catalogs/500151/entries/a/b%3Ac", page.Links());
        Assert.Contains("巴川街道1", page.All("ul").Single(u => u.Attr("class") == "below").Text().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", page.All("p").Single(p => p.Attr("class") == "code digest").Value);
        Assert.Single((await host.Page("/catalogs/500151?kind=interpretation")).All("ol").Single(o => o.Attr("class") == "hits").All("li"));
        await host.Page("/catalogs/999999", HttpStatusCode.NotFound);
    }

    private async Task Entry()
    {
        var page = await host.Page("/catalogs/500151/entries/notice-1");
        Assert.Contains("已废止,自 2026-01-10 起", page.All("p").Single(p => p.Attr("class") == "banner").Value, StringComparison.Ordinal);
        var body = page.All("div").Single(d => d.Attr("class") == "body-text").Value;
        Assert.Equal("办法\n第一条 低保对象按月发放。\n第二条 本办法自发布之日起施行。", body);
        Assert.Contains(page.All("li"), l => l.Text().Replace(" ", "", StringComparison.Ordinal) == "解读材料《铜梁区低保发放办法》解读");
        var changes = page.All("dl").Single(d => d.Attr("class") == "changes");
        Assert.Equal(["内容概述", "时效"], changes.All("dt").Select(d => d.Value));
        Assert.Equal(["现行有效"], changes.All("del").Select(d => d.Value));
        Assert.Equal(["低保标准每月 700 元", "已废止 2026-01-10"], changes.All("ins").Select(d => d.Value));
        Assert.Contains("explained by", (await host.Page("/catalogs/500151/entries/notice-1?lang=en")).Root!.Value, StringComparison.Ordinal);
        Assert.Contains("编号带斜线的条目", (await host.Page("/catalogs/500151/entries/a/b:c")).Root!.Value, StringComparison.Ordinal);
        await host.Page("/catalogs/500151/entries/nothing", HttpStatusCode.NotFound);
    }

    private async Task OnRequestAndRemoved()
    {
        Assert.Contains("第二十九条", (await host.Page("/catalogs/500151/entries/request")).All("section").Single().Value, StringComparison.Ordinal);
        Assert.Contains("重复发布", (await host.Page("/catalogs/500151/entries/gone", HttpStatusCode.Gone)).All("p").Single(p => p.Attr("class") == "banner").Value, StringComparison.Ordinal);
    }

    private async Task Contents()
    {
        var page = await host.Page("/catalogs/500151/entries/notice-1");
        var hash = page.All("dd").Single(d => d.Attr("class") == "code digest").Value;
        using var canonical = await host.Client.GetAsync(new Uri("/catalogs/500151/canonical/notice-1", UriKind.Relative));
        Assert.Equal(hash, Digest.Of(await canonical.Content.ReadAsByteArrayAsync()).ToString());
        var links = page.Links().Where(l => l.Contains("/contents/", StringComparison.Ordinal)).Distinct().ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            using var answer = await host.Client.GetAsync(new Uri(link, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains(Digest.Of(await answer.Content.ReadAsByteArrayAsync()).ToString(), link, StringComparison.Ordinal);
        }
        Assert.Contains(links, l => l.EndsWith("/notice-1", StringComparison.Ordinal));
        await host.Page(links[0].Replace("/notice-1", "/why", StringComparison.Ordinal), HttpStatusCode.NotFound); // a text is shown with the entry that has it
    }
}
