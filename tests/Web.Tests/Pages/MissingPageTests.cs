using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

public sealed class MissingPageTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Fact]
    public async Task Missing_OfCounty_NamesUnitDueDateAndReturn()
    {
        var page = await host.Page("/missing/500151/annual-2025");
        var rows = page.All("tbody").Single().All("tr").Select(tr => string.Join(' ', tr.Elements().Select(cell => cell.Text()))).ToList();
        Assert.Equal(
            [
                "1 铜梁区卫生健康委员会 重庆市 › 铜梁区 500151.health 2026-01-31 已退回,待重报",
                "2 南城街道 重庆市 › 铜梁区 500151003 2026-03-31 逾期未报",
                "3 水口镇 重庆市 › 铜梁区 500151104 2026-03-31 逾期未报",
            ], rows);
    }

    [Fact]
    public async Task Missing_MoreThanAPage_IsPagedWithoutGapOrRepeat()
    {
        var (names, address, pages) = (new List<string>(), "/missing/510104/annual-2025", 0);
        for (string? next = address; next is not null; pages++)
        {
            var page = await host.Page(next);
            names.AddRange(page.All("tbody").Single().All("th").Select(th => th.Value));
            next = page.All("a").SingleOrDefault(a => a.Attr("rel") == "next")?.Attr("href");
        }
        Assert.Equal(2, pages);
        Assert.Equal(SampleTree.ManyTownships + 1 - 5, names.Distinct().Count());
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Missing_AllFiled_SaysSo()
    {
        var page = await host.Page("/missing/500151001/annual-2025");
        Assert.Contains("全部单位均已报送", page.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("after=-5&before=-7")]
    [InlineData("after=999999&before=999999")]
    public async Task Missing_PageOutOfRange_IsAnswered(string query) => Assert.NotNull(await host.Page($"/missing/500151/annual-2025?{query}"));
}
