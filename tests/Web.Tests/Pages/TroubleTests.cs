using System.Net;
using System.Xml.Linq;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Tests.Pages;

public sealed class TroubleTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/coverage/500151/annual-2025")]
    [InlineData("/reports/500151/annual-2025")]
    public async Task Get_StoreDown_AsksToComeBackLater(string address)
    {
        var (status, headers, page) = await Get(new DownStore(down: true), address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(TimeSpan.FromSeconds(5), headers.RetryAfter!.Delta);
        Assert.Equal("暂时无法读取", page.All("h1").Single().Value);
        Assert.DoesNotContain("disk", page.Root!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoPeriodOpen_SaysSo()
    {
        var (status, _, page) = await Get(new DownStore(down: false), "/");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("尚未开启报告期", page.All("h1").Single().Value);
    }

    [Fact]
    public void Map_WithoutWhatThePagesNeed_NamesAllOfIt()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<IRosters>(new DownStore(down: false)).AddFederationWeb();
        using var app = (IDisposable)builder.Build();
        var said = Assert.Throws<InvalidOperationException>(() => ((WebApplication)app).MapFederationWeb()).Message;
        Assert.All((string[])["IGrainFactory", "IReadModels", "IReportHistories", "IDivisions", "ICalendars"], n => Assert.Contains(n, said, StringComparison.Ordinal));
        Assert.DoesNotContain("IRosters", said, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, System.Net.Http.Headers.HttpResponseHeaders Headers, XDocument Page)> Get(DownStore store, string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        builder.Services.AddSingleton<IReadModels>(store).AddSingleton<IRosters>(store).AddSingleton<IReportHistories>(store).AddSingleton<IDivisions>(store).AddSingleton<ICalendars>(store).AddSingleton<Federation.Domain.WorkPoints.IPlanReads>(store).AddSingleton<Federation.Domain.Catalogs.Standards.IStandardReads>(store).AddSingleton<Federation.Domain.Catalogs.Standards.IGapLists>(store)
            .AddSingleton<Federation.Domain.Catalogs.ICatalogReads>(new Federation.Storage.Memory.MemoryLedger()).AddSingleton<Federation.Domain.Catalogs.Search.EntryFinder>().AddFederationWeb();
        await using var app = builder.Build();
        app.MapFederationWeb();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        return (response.StatusCode, response.Headers, Html.Parse(await response.Content.ReadAsStringAsync()));
    }
}
