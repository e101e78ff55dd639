using System.Net;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

public sealed class AddressTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("/coverage/999999/annual-2025", "AR-102")] // no such unit
    [InlineData("/coverage/500151/annual-2019", "AR-101")] // never opened
    [InlineData("/coverage/chongqing/2025", "AR-111")] // neither is readable: both are said
    [InlineData("/coverage/chongqing/2025", "DV-")]
    [InlineData("/missing/999999/annual-2025", "AR-102")]
    [InlineData("/totals/500151/annual-2099", "AR-101")]
    [InlineData("/totals/500151/annual-2025/cells/t9.x.y", "AR-012")]
    [InlineData("/reports/999999/annual-2025", "AR-102")]
    [InlineData("/coverage/999999/annual-2025/live", "AR-102")]
    public async Task Get_WhatIsNotThere_IsAFriendly404(string address, string code)
    {
        var page = await host.Page(address, HttpStatusCode.NotFound);
        Assert.Contains(page.All("li"), li => li.Text().StartsWith(code, StringComparison.Ordinal));
        Assert.Contains("/", page.Links());
    }

    [Fact]
    public async Task Get_LanguageInTheAddress_IsSaidAndRemembered()
    {
        using var first = await host.Client.GetAsync(new Uri("/coverage/500151/annual-2025?lang=en", UriKind.Relative));
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal("en", Html.Parse(await first.Content.ReadAsStringAsync()).Root!.Attr("lang"));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/missing/500151/annual-2025?after=3");
        again.Headers.Add("Cookie", cookie);
        using var second = await host.Client.SendAsync(again);
        var page = Html.Parse(await second.Content.ReadAsStringAsync());
        Assert.Equal("en", page.Root!.Attr("lang"));
        Assert.Contains("/missing/500151/annual-2025?after=3&lang=zh-CN", page.Links());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?lang=tlh")]
    [InlineData("?lang=%22%3E%3Cscript%3E")]
    public async Task Get_NoLanguageWeSpeak_IsChinese(string query) =>
        Assert.Equal("zh-CN", (await host.Page("/coverage/500151/annual-2025" + query)).Root!.Attr("lang"));

    [Fact]
    public async Task Get_Page_MayRunOnlyOurOwnModules()
    {
        using var response = await host.Client.GetAsync(new Uri("/coverage/500151/annual-2025", UriKind.Relative));
        Assert.Contains("script-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Get_Assets_AreKeptUntilTheyChange()
    {
        var page = await host.Page("/coverage/500151/annual-2025");
        var assets = page.All("script").Select(s => s.Attr("src")).Concat(page.All("link").Where(l => l.Attr("rel") == "stylesheet").Select(l => l.Attr("href"))).ToList();
        Assert.Equal(4, assets.Count); // two modules, two sheets
        foreach (var asset in assets)
        {
            using var response = await host.Client.GetAsync(new Uri(asset, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString());
            using var again = new HttpRequestMessage(HttpMethod.Get, asset);
            again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
            using var kept = await host.Client.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, kept.StatusCode);
        }
    }

    [Fact]
    public async Task Get_AssetUnderAnOldHash_IsTheNewOneAndNotKept()
    {
        using var response = await host.Client.GetAsync(new Uri("/web-assets/0123456789abcdef/web.css", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Head_Page_AnswersWithoutBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/coverage/500151/annual-2025");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
