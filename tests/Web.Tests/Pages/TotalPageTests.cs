using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

public sealed class TotalPageTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("000000")]
    [InlineData("500151")]
    [InlineData("500151001")]
    public async Task Total_EveryCell_EqualsTheSumOfWhatWasFiled(string unit)
    {
        var page = await host.Page($"/totals/{unit}/annual-2025");
        var cells = page.All("td").Where(td => td.Attr("data-cell").Length > 0).ToDictionary(td => td.Attr("data-cell"), td => td.Text());
        Assert.Equal(Form2021.Form.Cells.Length, cells.Count);
        foreach (var cell in Form2021.Form.Cells)
        {
            var sum = host.Sum(UnitId.Parse(unit), cell.Id);
            var shown = decimal.Parse(cells[cell.Id], NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.True(cell.Kind == CellKind.Amount ? shown * FigureReader.FenPerWan == sum : shown == sum, $"{cell.Id}: {shown}, {sum}");
        }
    }

    [Fact]
    public async Task Cell_OfCounty_NamesItsPartsAndTheyAddUp()
    {
        var page = await host.Page("/totals/500151/annual-2025/cells/t3.new.natural");
        var parts = page.All("td").Where(td => td.Attr("data-part").Length > 0).ToDictionary(td => td.Attr("data-part"), td => td.Value == "—" ? 0 : long.Parse(td.Value, CultureInfo.InvariantCulture));
        Assert.Equal(host.Sum(SampleTree.Tongliang, "t3.new.natural"), parts.Values.Sum());
        Assert.Equal(host.Filed[UnitId.Parse("500151001")]["t3.new.natural"], parts["500151001"]);
        Assert.Contains("chen@500151001", page.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("/totals/500151001/annual-2025/cells/t3.new.natural", page.Links());
        Assert.All(page.All("abbr"), hash => Assert.Matches("^[0-9a-f]{64}$", hash.Attr("title")));
    }

    [Fact]
    public async Task Cell_PartThatWasReturned_HasNoFigure()
    {
        var page = await host.Page("/totals/500151/annual-2025/cells/t3.new.natural");
        var row = page.All("tr").Single(tr => tr.All("td").Any(td => td.Attr("data-part") == FederationHost.Returned.Value));
        Assert.Equal(["已退回,待重报", "—"], row.All("td").Take(2).Select(td => td.Text()));
    }

    [Fact]
    public async Task Cell_FromNationToTownship_IsReachedLinkByLink()
    {
        var page = await host.Page("/totals/000000/annual-2025/cells/t3.new.total");
        foreach (var unit in (string[])["500000", "500151", "500151001"])
        {
            var next = $"/totals/{unit}/annual-2025/cells/t3.new.total";
            Assert.Contains(next, page.Links());
            page = await host.Page(next);
        }
        Assert.Contains("应报 1 个,已纳入 1 个", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_Derived_LinksTheCellsItAdds()
    {
        var page = await host.Page("/totals/500151/annual-2025/cells/t3.new.total");
        foreach (var kind in (string[])["natural", "enterprise", "research", "welfare", "legal", "other"])
            Assert.Contains($"/totals/500151/annual-2025/cells/t3.new.{kind}", page.Links());
    }

    [Fact]
    public async Task Cell_OfUnitWithoutFiling_ShowsNoZero()
    {
        var page = await host.Page("/totals/500109.edu/annual-2025/cells/t3.new.total");
        Assert.Equal("—", page.All("span").Single(s => s.Attr("class") == "number").Value);
    }

    [Fact]
    public async Task Cell_InEnglish_IsLabelledInEnglish()
    {
        var page = await host.Page("/totals/500151/annual-2025/cells/t3.deny_secret.enterprise?lang=en");
        Assert.Equal("铜梁区 III. Handled this year · (3) Withheld · 1. State secrets · Legal persons and other organisations · Enterprises", page.All("h1").Single().Text());
    }
}
