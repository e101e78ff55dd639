using System.Net;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Documents;
using Federation.Documents.Spreadsheets;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.Web.Desk.Files;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Working;

/// <summary>Reports as files by pages alone: a county's workbook in, sealed by another collector; templates and every format out.</summary>
public sealed class FilesTests(FederationHost host) : IClassFixture<FederationHost>
{
    private const string Seal = "/desk/seal/500151/annual-2025";

    [Fact]
    public async Task Workbook_OfACounty_IsTriedTakenAndSealedByAnother()
    {
        using var first = await Visitor.SignIn(host, "sun", "500151", Role.Collector);
        await first.Go("/desk/import?period=annual-2025");
        await first.Upload("/desk/import", "汇总.xlsx", Batch(("500151003", "南城街道", 7), ("500151104", "水口镇", 8)), ("mode", "dry"));
        Assert.Contains("文件中有 2 份报告,2 份可以导入", first.Text, StringComparison.Ordinal);
        Assert.Null((await View("500151003")).Pending); // nothing is recorded
        Assert.Contains("/desk/reports/500151003/annual-2025", first.Page.Links());

        var kept = first.Page.All("input").Single(i => i.Attr("name") == "shelf").Attr("value");
        await first.SendTwice("/desk/import", ("shelf", kept), ("mode", "submit"));
        Assert.Contains("已导入 2 份", first.Text, StringComparison.Ordinal);
        await first.Go(Seal);
        Assert.All(first.Page.All("input").Where(i => i.Attr("name") == "pick"), i => Assert.Equal("disabled", i.Attr("disabled"))); // not by whoever handed it in

        using var second = await Visitor.SignIn(host, "qian", "500151", Role.Collector);
        Assert.Contains("签发(2 份待签)", second.Text, StringComparison.Ordinal);
        await second.Go(Seal);
        var picks = second.Page.All("input").Where(i => i.Attr("name") == "pick").Select(i => ("pick", i.Attr("value"))).ToArray();
        Assert.Equal(2, picks.Length);
        await second.Send(Seal, ("pick", picks[0].Item2[..^1] + "0"), picks[1]); // one was read otherwise
        Assert.Contains("所选 2 个单位中已办理 1 个", second.Text, StringComparison.Ordinal);
        await second.Send(Seal, picks[0]);
        Assert.Contains("所选 1 个单位中已办理 1 个", second.Text, StringComparison.Ordinal);
        Assert.Equal("qian@500151", (await View("500151104")).Filed!.By);
    }

    [Fact]
    public async Task Workbook_WithAFault_NamesUnitAndCellAndTakesTheRest()
    {
        using var collector = await Visitor.SignIn(host, "sun", "500109", Role.Collector);
        await collector.Go("/desk/import?period=annual-2025");
        await collector.Upload("/desk/import", "错.xlsx", Batch(("500109001", "天生街道", 0), ("500151003", "南城街道", 3)), ("mode", "dry"));
        Assert.Contains("AU-001", collector.Text, StringComparison.Ordinal); // not below it
        await collector.Upload("/desk/import", "空.xlsx", [1, 2, 3], ("mode", "dry"));
        Assert.Contains("IM-0", collector.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("bundle")]
    public async Task Export_InEveryFormat_IsAFile(string format)
    {
        using var clerk = await Visitor.SignIn(host, "wang", "500151001", Role.Clerk);
        await clerk.Go("/desk/reports/500151001/annual-2025/read");
        Assert.Contains($"/desk/reports/500151001/annual-2025/export/{format}", clerk.Page.Links());
        var (status, content) = await clerk.File($"/desk/reports/500151001/annual-2025/export/{format}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(content.Length > 500, $"{content.Length} bytes");
    }

    [Theory]
    [InlineData("/desk/reports/500151001/annual-2025/template", Role.Clerk, "500151001")]
    [InlineData("/desk/reports/500151/annual-2025/template?below=1", Role.Collector, "500151")]
    public async Task Template_Downloaded_IsAWorkbook(string address, Role role, string unit)
    {
        using var visitor = await Visitor.SignIn(host, "sun", unit, role);
        var (status, content) = await visitor.File(address);
        Assert.Equal((HttpStatusCode.OK, "PK"), (status, System.Text.Encoding.ASCII.GetString(content, 0, 2)));
    }

    [Fact]
    public void Shelf_Full_TakesNoMoreAndGivesNobodysFileAway()
    {
        var clock = new ShiftedClock(DateTimeOffset.UnixEpoch);
        var shelf = new ImportShelf(clock);
        var file = new byte[64 << 20];
        var first = shelf.Put("a@1", "a", file)!;
        Assert.NotNull(shelf.Put("b@1", "b", file));
        Assert.NotNull(shelf.Put("c@1", "c", file));
        Assert.NotNull(shelf.Put("d@1", "d", file));
        Assert.Null(shelf.Put("e@1", "e", file)); // full
        Assert.NotNull(shelf.Get("a@1", first));
        Assert.Null(shelf.Get("b@1", first)); // somebody else's
        clock.Set(DateTimeOffset.UnixEpoch.AddMinutes(31));
        Assert.Null(shelf.Get("a@1", first));
        Assert.NotNull(shelf.Put("e@1", "e", file)); // what is past its time makes room
    }

    private static byte[] Batch(params (string Unit, string Name, int Seed)[] rows)
    {
        using var to = new MemoryStream();
        BatchWorkbook.Write(to, "汇总填报", [.. rows.Select(r => ReportDocument.Template(UnitId.Parse(r.Unit), r.Name, [], FederationHost.Period, ReportScope.Own, Form2021.Form)
            with { Content = ReportContent.Of(SampleFigures.Of(r.Seed)) })]);
        return to.ToArray();
    }

    private async Task<ReportView> View(string unit) =>
        (await host.Grain<IReportGrain>(GrainKeys.Report(UnitId.Parse(unit), FederationHost.Period)).Get(new Subject("wang", UnitId.Parse(unit), [Role.Clerk]))).Value!;
}
