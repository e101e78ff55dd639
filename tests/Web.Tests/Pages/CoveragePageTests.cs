using System.Net;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

public sealed class CoveragePageTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Fact]
    public async Task Start_WithOpenPeriods_OffersTheSignInBesideThem()
    {
        var page = await host.Page("/");
        Assert.Contains("/sign-in", page.Links());
        Assert.Contains("/coverage/000000/annual-2025", page.Links());
        Assert.Contains($"{host.Filed.Count} / ", page.All("table").Single().All("tbody").Single().All("tr").First().Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("500151", "/coverage/500151/annual-2025")]
    [InlineData("铜梁区", "/coverage/500151/annual-2025")]
    public async Task Find_ByCodeOrName_LeadsToTheUnit(string asked, string where)
    {
        using var response = await host.Client.GetAsync(new Uri($"/find?unit={Uri.EscapeDataString(asked)}&period=annual-2025", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(where, response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Find_WhatIsNotThere_SaysSo() => Assert.Contains("DV-002", (await host.Page("/find?unit=nowhere&period=annual-2025", HttpStatusCode.NotFound)).Root!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task Coverage_OfCounty_ShowsHowManyFiledAndTheHeadlines()
    {
        var page = await host.Page("/coverage/500151/annual-2025");
        var tiles = page.All("dl").Single();
        string Tile(string figure) => tiles.All("span").Single(s => s.Attr("data-figure") == figure).Value;
        Assert.Equal(("10", "7", "70%", "3", "1", "1", "2"), (Tile("expected"), Tile("filed"), Tile("rate"), Tile("missing"), Tile("late"), Tile("returned"), Tile("accepted")));
        Assert.Equal(host.Sum(SampleTree.Tongliang, "t3.new.total"), long.Parse(Tile("received"), System.Globalization.NumberStyles.AllowThousands, null));
        Assert.Equal(host.Sum(SampleTree.Tongliang, "t3.carried_out.total"), long.Parse(Tile("carried-out"), System.Globalization.NumberStyles.AllowThousands, null));
    }

    [Fact]
    public async Task Coverage_OfCounty_ListsEveryUnitBelowWithLink()
    {
        var page = await host.Page("/coverage/500151/annual-2025");
        var below = SampleTree.Units.Where(u => u.Parent == SampleTree.Tongliang).Select(u => $"/coverage/{u.Id}/annual-2025");
        Assert.Equal(below.Order(), page.All("tbody").Single().Links().Order());
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("500000")]
    [InlineData("500151")]
    [InlineData("510100")] // a city with one county and nothing of its own filed
    public async Task Coverage_RowsOfTable_AddUpToTheirFoot(string unit)
    {
        var page = await host.Page($"/coverage/{unit}/annual-2025");
        foreach (var figure in (string[])["late", "returned", "accepted", "received", "granted", "refused", "carried-out"])
        {
            double Value(System.Xml.Linq.XElement part) => part.All("td").Where(td => td.Attr("data-figure") == figure)
                .Sum(td => Math.Max(0, double.Parse(td.Attr("data-value"), System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal(Value(page.All("tfoot").Single()), Value(page.All("tbody").Single()));
        }
    }

    [Fact]
    public async Task Coverage_UnitWithoutFiling_ShowsNoZeros()
    {
        var page = await host.Page("/coverage/500151/annual-2025");
        var row = page.All("tr").Single(tr => tr.Attr("data-line") == FederationHost.Unfiled.Value);
        Assert.Equal("—", row.All("td").Single(td => td.Attr("data-figure") == "received").Value);
    }

    [Fact]
    public async Task Coverage_OfTownship_SaysThatNothingLiesBelow()
    {
        var page = await host.Page("/coverage/500151001/annual-2025");
        Assert.Empty(page.All("table"));
        Assert.Contains("该单位之下没有报送单位", page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal(["全国", "重庆市", "铜梁区", "巴川街道"], page.All("nav").First(n => n.Attr("class") == "trail").All("li").Select(li => li.Text()));
    }

    [Fact]
    public async Task Coverage_EveryLinkOnThePage_LeadsSomewhere()
    {
        var page = await host.Page("/coverage/500151/annual-2025");
        using var reviewer = await Visitor.SignIn(host, "li", "500151", Role.Reviewer); // sealed reports are not everybody's
        foreach (var link in page.Links().Where(l => l.StartsWith('/') && l != "/").Distinct())
        {
            await reviewer.Go(link);
            Assert.True(reviewer.Status == HttpStatusCode.OK, $"{link}: {reviewer.Status}");
        }
    }

    [Fact]
    public async Task Coverage_InPeriodWithoutFilings_ShowsNothingFiled()
    {
        var page = await host.Page($"/coverage/{UnitId.Nation}/annual-2024");
        Assert.Equal("0%", page.All("dl").Single().All("span").Single(s => s.Attr("data-figure") == "rate").Value);
    }
}
