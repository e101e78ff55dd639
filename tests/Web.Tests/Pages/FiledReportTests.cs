using System.Globalization;
using System.Net;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Reports.Filed;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

/// <summary>A sealed report as a document, its versions and its files.</summary>
public sealed class FiledReportTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Corrected = "/reports/500151.audit/annual-2025";

    [Fact]
    public async Task Report_OfAUnitThatFiled_IsItsOwnWithProseInPrintOrder()
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500151", Role.Clerk);
        await clerk.Go("/reports/500151/annual-2025");
        var page = clerk.Page;
        Assert.Equal(Form2021.Form.Sections.Select(s => $"{s.Number}、{s.Title}"), page.All("h2").Select(h => h.Value).Where(h => h.Contains('、', StringComparison.Ordinal)));
        Assert.Equal(["本机关认真落实条例要求。", "公开工作有序推进。"], page.All("p").Where(p => p.Attr("class") == "prose").Select(p => p.Value));
        Assert.Equal(2, page.All("p").Count(p => p.Attr("class") == "prose empty")); // sections five and six are not written
        var shown = page.All("td").Single(td => td.Attr("data-cell") == "t3.new.total").Text();
        Assert.Equal(host.Filed[SampleTree.Tongliang]["t3.new.total"].ToString(CultureInfo.InvariantCulture), shown);
    }

    [Theory]
    [InlineData("/reports/500151/annual-2025")]
    [InlineData("/reports/500151/annual-2025?version=1")]
    [InlineData("/reports/500151/annual-2025/files/xlsx")]
    public async Task Report_SealedAndNotPublished_AsksCitizensToSignIn(string address)
    {
        var page = await host.Page(address, HttpStatusCode.Forbidden);
        Assert.Equal("报告尚未发布", page.All("h1").Single().Value);
        Assert.Contains("/sign-in?to=" + Uri.EscapeDataString(address), page.Links());
        Assert.Empty(page.All("td"));
    }

    [Fact] // a neighbour is a citizen here
    public async Task Report_SealedAndNotPublished_IsRefusedToStaffOfOthers()
    {
        using var neighbour = await Visitor.SignIn(host, "wang", "500109", Role.Clerk);
        await neighbour.Go("/reports/500151/annual-2025");
        Assert.Equal(HttpStatusCode.Forbidden, neighbour.Status);
        Assert.DoesNotContain(neighbour.Page.Links(), l => l.StartsWith("/sign-in", StringComparison.Ordinal));
    }

    [Theory] // version 1 is published, 2 sealed; asked for which, by whom
    [InlineData(2, false, false, 1L)]
    [InlineData(2, true, false, null)]
    [InlineData(1, true, false, 1L)]
    [InlineData(2, false, true, 2L)]
    public void Shown_ToCitizens_IsThePublishedVersion(int found, bool named, bool mayReadAll, long? shown)
    {
        Filing Version(int version) => new(version, ReportContent.Of(Figures.NilReport(Form2021.Form)), [], "wang", default, "zhou", false, [], "", ReportState.Published);
        var history = new ReportHistory(Report.Blank with { Filed = Version(2), Publications = [new Publication(1, "x", default)] }, [Version(1), Version(2)], []);
        Assert.Equal(shown, Readers.Shown(new FiledModel(null!, ReportScope.Own, history, Version(found)), mayReadAll, named)?.Filing.Version);
    }

    [Fact]
    public async Task Report_Corrected_SaysWhyAndLeadsToBothVersions()
    {
        var page = await host.Page(Corrected);
        Assert.Contains("漏计一件", page.All("section").Single(s => s.Attr("class") == "corrections").Value, StringComparison.Ordinal);
        Assert.Contains($"{Corrected}?scope=own&version=1", page.Links());

        var old = await host.Page($"{Corrected}?version=1");
        Assert.Contains("这是历史版本", old.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("漏计一件", old.All("main").Single().Value, StringComparison.Ordinal);
        Assert.NotEqual(
            page.All("td").Single(td => td.Attr("data-cell") == "t2.penalty.decisions").Text(),
            old.All("td").Single(td => td.Attr("data-cell") == "t2.penalty.decisions").Text());
    }

    [Fact]
    public async Task Report_Returned_SaysThatItDoesNotCount()
    {
        var page = await host.Page($"/reports/{FederationHost.Returned}/annual-2025");
        Assert.Contains("已被上级退回", page.Root!.Value, StringComparison.Ordinal);
        Assert.All(page.All("td").Where(td => td.Attr("data-cell").Length > 0), td => Assert.Equal("—", td.Text()));
    }

    [Theory]
    [InlineData("?scope=half", "AR-106")]
    [InlineData("?version=9", "AR-106")]
    [InlineData("?scope=whole", "AR-123")] // an agency has no territory
    [InlineData("/files/odt", "AR-106")]
    public async Task Get_WhatIsNotThere_IsAFriendly404(string tail, string code)
    {
        var page = await host.Page(Corrected + tail, HttpStatusCode.NotFound);
        Assert.Contains(page.All("li"), li => li.Text().StartsWith(code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xlsx", "504B0304")]
    [InlineData("docx", "504B0304")]
    [InlineData("html", "3C21444F")]
    [InlineData("json", "7B")]
    public async Task Download_OfAnOldVersion_IsAFileWithItsName(string format, string begins)
    {
        using var response = await host.Client.GetAsync(new Uri($"{Corrected}/files/{format}?version=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.EndsWith($"2025年政府信息公开工作年度报告.{format}", response.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.StartsWith(begins, Convert.ToHexString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_OfTheTerritory_ShowEachCellBeforeAndAfter()
    {
        var page = await host.Page("/corrections/500151/annual-2025");
        var row = page.All("tr").Single(tr => tr.Attr("data-cell") == "t2.penalty.decisions");
        var after = host.Filed[FederationHost.Corrected]["t2.penalty.decisions"];
        var before = (await host.Page($"{Corrected}?version=1")).All("td").Single(td => td.Attr("data-cell") == "t2.penalty.decisions").Text();
        Assert.Equal(before, row.All("td").First().Text());
        Assert.Equal(after.ToString("N0", CultureInfo.InvariantCulture), row.All("td").ElementAt(1).Text());
        Assert.Contains($"{Corrected}?scope=own&version=2", page.Links());
        Assert.Empty((await host.Page("/corrections/500109/annual-2025")).All("article"));
    }

    [Fact]
    public async Task Publication_OfTheTerritory_TellsInTimeFromLateFromNot()
    {
        var page = await host.Page("/publication/500151/annual-2025");
        string Mark(string unit) => page.All("tr").Single(tr => tr.Attr("data-line") == unit).All("span").Single().Attr("class");
        Assert.Equal(("mark good", "mark late", "mark overdue"), (Mark("500151.audit"), Mark("500151.finance"), Mark("500151001")));
        string Tile(string id) => page.All("dl").Single().All("span").Single(s => s.Attr("data-figure") == id).Value;
        Assert.Equal(("10", "1", "1", "8"), (Tile("must"), Tile("in-time"), Tile("late"), Tile("not")));
    }

    [Fact]
    public async Task Publication_OfManyUnits_IsToldByChild()
    {
        var page = await host.Page($"/publication/{UnitId.Nation}/annual-2025");
        Assert.Contains("/publication/500000/annual-2025", page.Links());
    }

    [Theory] // before the first filing, before the correction, after it
    [InlineData("2026-01-19", 0)]
    [InlineData("2026-02-09", 1)]
    [InlineData("2026-02-10", 2)]
    public async Task Total_OfAPastDay_IsWhatCountedThen(string day, int version)
    {
        var page = await host.Page($"/totals/500151.audit/annual-2025?asOf={day}");
        var shown = page.All("td").Single(td => td.Attr("data-cell") == "t2.penalty.decisions").Text();
        var counted = version == 0 ? "—" : (await host.Page($"{Corrected}?version={version}")).All("td").Single(td => td.Attr("data-cell") == "t2.penalty.decisions").Text();
        Assert.Equal(counted, shown);
    }

    [Fact]
    public async Task Total_OfNoDay_IsAFriendly404() =>
        Assert.Contains((await host.Page("/totals/500151/annual-2025?asOf=yesterday", HttpStatusCode.NotFound)).All("li"), li => li.Text().StartsWith("AR-111", StringComparison.Ordinal));

    [Fact]
    public async Task Cell_OfAnIncompleteTotal_NamesWhoIsMissing()
    {
        var page = await host.Page("/totals/500151/annual-2025/cells/t3.new.total");
        var missing = page.All("p").Single(p => p.Attr("class") == "names").All("span").Select(s => s.Value);
        Assert.Equal(["铜梁区卫生健康委员会", "南城街道", "水口镇"], missing);
        Assert.Contains("/reports/500151001/annual-2025?scope=own", (await host.Page("/totals/500151001/annual-2025/cells/t3.new.total")).Links());
    }
}
