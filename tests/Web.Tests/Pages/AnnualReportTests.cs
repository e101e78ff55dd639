using System.Globalization;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Reports.Annual;
using Federation.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Web.Tests.Pages;

public sealed class AnnualReportTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Theory]
    [InlineData("000000", "全国2025年政府信息公开工作年度报告")]
    [InlineData("500151", "重庆市铜梁区2025年政府信息公开工作年度报告")]
    [InlineData("500151.audit", "重庆市铜梁区审计局2025年政府信息公开工作年度报告")]
    public async Task Report_OfUnit_HoldsEveryCellOnceWithTheSumOfWhatWasFiled(string unit, string title)
    {
        var page = await host.Page($"/reports/{unit}/annual-2025?scope={(unit.Contains('.', StringComparison.Ordinal) ? "own" : "whole")}");
        Assert.Equal(title, page.All("h1").Single().Value);
        var cells = page.All("td").Where(td => td.Attr("data-cell").Length > 0).ToDictionary(td => td.Attr("data-cell"), td => td.Text());
        Assert.Equal(200, cells.Count);
        foreach (var cell in Form2021.Form.Cells)
        {
            var sum = host.Sum(UnitId.Parse(unit), cell.Id);
            Assert.Equal(cell.Kind == CellKind.Amount ? FigureReader.WriteAmount(sum) : sum.ToString(CultureInfo.InvariantCulture), cells[cell.Id]);
        }
    }

    [Fact]
    public async Task Report_EveryFigure_NamesHeadingsOfItsOwnTable()
    {
        var page = await host.Page("/reports/500151/annual-2025?scope=whole");
        var ids = page.Descendants().Select(e => e.Attr("id")).Where(id => id.Length > 0).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var table in page.All("table"))
        {
            var headings = table.All("th").ToDictionary(th => th.Attr("id"));
            Assert.All(table.All("th"), th => Assert.NotEqual("", th.Attr("scope")));
            Assert.All(table.All("td").Where(td => td.Attr("data-cell").Length > 0), td => Assert.All(td.Attr("headers").Split(' '), id => Assert.Contains(id, headings)));
            Assert.Single(table.All("caption"));
        }
    }

    [Fact]
    public async Task Report_Charts_SayInWordsWhatTheyShow()
    {
        var page = await host.Page("/reports/500151/annual-2025?scope=whole");
        var charts = page.All("svg").ToList();
        Assert.Equal(4, charts.Count); // the last two are the years
        Assert.All(charts, svg => Assert.Equal("img", svg.Attr("role")));
        Assert.Contains($"予以公开 {host.Sum(SampleTree.Tongliang, "t3.granted.total")}", charts[0].All("desc").Single().Value, StringComparison.Ordinal);
        Assert.Contains($"自然人 {host.Sum(SampleTree.Tongliang, "t3.new.natural")}", charts[1].All("desc").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_Incomplete_SaysSoAndWhereItComesFrom()
    {
        var text = (await host.Page("/reports/500151/annual-2025?scope=whole")).Root!.Value;
        Assert.Contains("应报 10 个,已纳入 7 个", text, StringComparison.Ordinal);
        Assert.Contains("全辖区报告尚未签发", text, StringComparison.Ordinal);
        Assert.Contains("尚有 3 个单位未纳入", text, StringComparison.Ordinal);
        Assert.Contains("表式依据:国办公开办函〔2021〕30号", text, StringComparison.Ordinal);
        Assert.Contains("组成部分:8 个", text, StringComparison.Ordinal); // a returned filing is a part without figures
        Assert.Contains("(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_YearsWithoutAReport_AreGapsAndNotZeros()
    {
        var page = await host.Page("/reports/500151/annual-2025?scope=whole");
        var trend = page.All("svg").ElementAt(2);
        Assert.Equal($"2021年 无报告;2022年 无报告;2023年 无报告;2024年 无报告;2025年 {host.Sum(SampleTree.Tongliang, "t3.new.total")}。", trend.All("desc").Single().Value);
        Assert.Equal(4, trend.All("rect").Count(r => r.Attr("class") == "gap"));
    }

    [Fact]
    public async Task Report_WithNothingFiled_HasNoZeros()
    {
        var page = await host.Page("/reports/000000/annual-2024");
        Assert.All(page.All("td").Where(td => td.Attr("data-cell").Length > 0), td => Assert.Equal("—", td.Text()));
        Assert.Empty(page.All("svg"));
    }

    [Fact]
    public async Task Render_ForAFile_NeedsNothingBesideIt()
    {
        var model = await host.Services.GetRequiredService<AnnualReports>().Find(SampleTree.Tongliang, FederationHost.Period);
        var page = Html.Parse(await AnnualReportHtml.RenderAsync(host.Services, model!));
        Assert.Empty(page.Links());
        Assert.All(page.All("link"), link => Assert.StartsWith("data:", link.Attr("href"), StringComparison.Ordinal));
        Assert.Empty(page.All("script"));
        Assert.Empty(page.All("img"));
    }

    [Fact]
    public async Task Find_UnitNotOnTheList_IsNull() =>
        Assert.Null(await host.Services.GetRequiredService<AnnualReports>().Find(UnitId.Parse("999999"), FederationHost.Period));
}
