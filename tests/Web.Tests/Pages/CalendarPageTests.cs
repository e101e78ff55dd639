using System.Net;
using Federation.Web.Tests.Hosting;

namespace Federation.Web.Tests.Pages;

/// <summary>/calendar: a year as months, and how a day was counted.</summary>
public sealed class CalendarPageTests(FederationHost host) : IClassFixture<FederationHost>
{
    [Fact]
    public async Task Year_OfAUnit_ShowsDaysOffAndMadeUpWithTheirReasons()
    {
        var page = await host.Page("/calendar/2026?unit=500151001");
        Assert.Equal(12, page.All("table").Count(t => t.Attr("class") == "month"));
        Assert.Equal(365, page.All("td").Count(td => td.Attr("title").Length > 0));
        var february = page.All("table").Where(t => t.Attr("class") == "month").ElementAt(1).All("td").Where(td => td.Attr("title").Length > 0).ToList();
        Assert.Equal(("14班", "made"), (february[13].Text(), february[13].Attr("class")));
        Assert.Equal(("15休", "off listed"), (february[14].Text(), february[14].Attr("class")));
        Assert.Contains("龙灯节", page.All("td").Single(td => td.Attr("class") == "off listed local").Attr("title"), StringComparison.Ordinal);
        Assert.DoesNotContain("未公布", Html.Narrow(page.Root!.Value), StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Page("/calendar/2026?unit=500109")).All("td"), td => td.Attr("class").EndsWith("local", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Year_WithoutAList_SaysItIsProvisional() =>
        Assert.Contains("暂定", (await host.Page("/calendar/2027")).Root!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task Count_DayByDay_NamesTheReasonOfEachDay()
    {
        var page = await host.Page("/calendar/explain?unit=500151&from=2026-03-16&days=3&lang=en");
        Assert.Equal(
            ["2026-03-17 1 Tuesday, a working day", "2026-03-18  Wednesday, off for 龙灯节 (铜府办〔2026〕1号)", "2026-03-19 2 Thursday, a working day", "2026-03-20 3 Friday, a working day"],
            page.All("tbody").Single().All("tr").Select(tr => string.Join(' ', tr.Elements().Select(cell => cell.Text()))));
    }

    [Fact]
    public async Task Count_OfNonsense_NamesEveryFinding()
    {
        using var answer = await host.Client.GetAsync(new Uri("/calendar/explain?unit=999999&from=x&days=9999", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.All(["DV-101", "CA-010", "CA-011"], code => Assert.Contains(code, text, StringComparison.Ordinal));
    }
}
