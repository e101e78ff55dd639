using System.Net;
using System.Xml.Linq;
using Federation.Documents.Exchange;
using Federation.Documents.Notices;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Exchange;
using Federation.Gateway.Notices;
using Federation.Grains.Catalogs;
using Federation.Grains.Divisions;
using Federation.Grains.Obligations;
using Federation.Grains.Outbox;
using Federation.Grains.Reports;
using Federation.Grains.Time;
using Federation.Grains.WorkPoints;
using Federation.Storage.Search;
using Federation.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Web.Tests.Hosting;

/// <summary>One process as a county runs it: the pages over real grains over SQLite, on a free port of loopback.</summary>
public sealed partial class FederationHost : IAsyncLifetime
{
    public static readonly PeriodId Period = PeriodId.Annual(2025);
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("web-tests");
    private readonly ShiftedClock clock = new(At("2026-01-20"));
    private readonly Dictionary<UnitId, Figures> filed = [];
    private SqliteLedger? ledger;
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public IServiceProvider Services => app!.Services;

    /// <summary>What was filed and counts, by unit: the truth that pages are held against.</summary>
    public IReadOnlyDictionary<UnitId, Figures> Filed => filed;

    public async Task InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder.FullName, "ledger.db"), clock);
        await ledger.Append(new Append("", 0, clock.GetUtcNow(), "", "", "", []) { Changes = [new UnitsChanged([.. SampleTree.Units])] }, default);
        var divisions = new LoadedDivisions(ledger, clock);
        await divisions.Load(default);

        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<ILedger>(ledger).AddSingleton<IReadModels>(ledger)
            .AddSingleton<IDivisions>(divisions).AddSingleton<IRosters, Rosters>().AddSingleton<IReportHistories, ReportHistories>().AddHostedService<OutboxSweep>()
            .AddSingleton<Desk.SignIn.ITokenReader, SampleTokens>().AddSingleton<ISealSigner, SampleSigner>().AddSingleton<IReportExchange, ReportExchange>().AddSingleton<INoticeDesk, NoticeDesk>();
        builder.Services.AddSingleton<IDueTable>(ledger).AddSingleton<IPlanReads>(ledger).AddSingleton<ICatalogReads>(ledger).AddSingleton<IStandardReads>(ledger).AddSingleton<IGapLists, GapLists>().AddSingleton(SampleTree.Holidays).AddCalendars().AddObligations().AddWorkPlans();
        builder.Services.AddSingleton(_ => SqliteSearch.Open(Path.Combine(folder.FullName, "search.db")));
        builder.Services.AddSingleton<ICatalogSearch>(s => s.GetRequiredService<SqliteSearch>()).AddSingleton<ISearchIndex>(s => s.GetRequiredService<SqliteSearch>()).AddSingleton<EntryFinder>();
        builder.Services.AddSingleton<SearchIndexing>().AddFederationWeb();
        builder.Services.AddSingleton<Federation.Documents.Catalogs.Import.IEntryExchange, Federation.Gateway.Bundles.EntryExchange>();
        builder.Services.AddSingleton<Federation.Domain.Catalogs.Review.IReviewReads>(ledger);
        Federation.Grains.Catalogs.ReviewServices.AddEntryReview(builder.Services);
        builder.Services.AddSingleton(new Federation.Gateway.Catalogs.SourceNetworks([IPNetwork.Parse("127.0.0.0/8")])); // where the websites of the tests are
        builder.Services.AddSingleton<Federation.Domain.Catalogs.Sources.ISourceReader, Federation.Gateway.Catalogs.HttpSourceReader>().AddCatalogSources();
        app = builder.Build();
        app.MapFederationWeb();
        await app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        await Fill();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.StopAsync();
        await app.DisposeAsync();
        await ledger!.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    /// <summary>Sum of a cell over all filings at or below a unit, added by hand.</summary>
    public long Sum(UnitId unit, string cell)
    {
        var below = SampleTree.Units.ToDictionary(u => u.Id, u => u.Parent!);
        bool Within(UnitId? at) => unit == UnitId.Nation || (at is not null && (at == unit || Within(below.GetValueOrDefault(at))));
        return filed.Where(f => Within(f.Key)).Sum(f => f.Value[cell]);
    }

    /// <summary>The page at an address as XML, so that a page that is not well-formed fails.</summary>
    public async Task<XDocument> Page(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync());
    }

    private static DateTimeOffset At(string day) => new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8));
}
