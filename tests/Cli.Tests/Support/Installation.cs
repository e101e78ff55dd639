using System.Net;
using Federation.Contracts;
using Federation.Contracts.Catalogs;
using Federation.Contracts.Reports;
using Federation.Documents.Exchange;
using Federation.Documents.Notices;
using Federation.Documents.Pdf;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Domain.WorkPoints;
using Federation.Gateway;
using Federation.Gateway.Access;
using Federation.Gateway.Catalogs;
using Federation.Gateway.Bundles;
using Federation.Gateway.Divisions;
using Federation.Gateway.Errors;
using Federation.Gateway.Exchange;
using Federation.Gateway.Notices;
using Federation.Gateway.Obligations;
using Federation.Gateway.Reports;
using Federation.Gateway.Supervision;
using Federation.Gateway.Time;
using Federation.Gateway.WorkPlans;
using Federation.Grains.Catalogs;
using Federation.Grains.Divisions;
using Federation.Grains.Obligations;
using Federation.Grains.Reports;
using Federation.Grains.Time;
using Federation.Grains.WorkPoints;
using Federation.Storage.Memory;
using Federation.Storage.Search;
using Federation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Cli.Tests.Support;

/// <summary>A whole installation in this process: the real services, the real grains, a ledger in memory, HTTP/2 on a free port.</summary>
internal sealed class Installation : IAsyncDisposable
{
    public const string Period = "annual-2025";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication app;

    private readonly DirectoryInfo keys;

    private Installation(WebApplication app, DirectoryInfo keys)
    {
        this.app = app;
        this.keys = keys;
    }

    /// <summary>The key that seals, for whoever verifies them.</summary>
    public string PublicKey => Path.Combine(keys.FullName, "seal-key.pub.pem");


    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public TestClock Clock => (TestClock)app.Services.GetRequiredService<TimeProvider>();

    /// <summary>Starts with the units of a CSV file in the layout of the national list, no period open.</summary>
    public static async Task<Installation> Start(TextReader divisions, int port = 0, SourceNetworks? networks = null)
    {
        var keys = Directory.CreateTempSubdirectory("fed-keys-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, port, l => l.Protocols = HttpProtocols.Http2));
        var ledger = new MemoryLedger();
        builder.Services.AddSingleton<TimeProvider>(new TestClock());
        builder.Services.AddSingleton<ILedger>(ledger).AddSingleton<IReadModels>(ledger).AddSingleton<IDueTable>(ledger).AddSingleton<IPlanReads>(ledger);
        builder.Services.AddSingleton<IStreamNames>(ledger).AddSingleton(PublicAddress.Read()).AddSingleton<Federation.Documents.Catalogs.Import.IEntryExchange, EntryExchange>();
        builder.Services.AddSingleton<ICatalogReads>(ledger).AddSingleton<IStandardReads>(ledger).AddSingleton<IGapLists, GapLists>();
        builder.Services.AddSingleton<Federation.Domain.Catalogs.Review.IReviewReads>(ledger);
        Federation.Grains.Catalogs.ReviewServices.AddEntryReview(builder.Services);
        builder.Services.AddSingleton(networks ?? new SourceNetworks([])).AddSingleton<ISourceReader, HttpSourceReader>().AddCatalogSources();
        builder.Services.AddSingleton<LoadedDivisions>().AddSingleton<IDivisions>(s => s.GetRequiredService<LoadedDivisions>());
        builder.Services.AddSingleton<IRosters, Rosters>();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<SubjectTokens>().AddSingleton<Requests>().AddSingleton<IReportHistories, ReportHistories>().AddSingleton<Federation.Documents.Trends.TrendReader>();
        builder.Services.AddSingleton<ISealSigner>(_ => new EcdsaSealSigner(keys.FullName));
        builder.Services.AddSingleton(new PdfPrinter(null, null, Patience)).AddSingleton<IReportExchange, ReportExchange>().AddSingleton<INoticeDesk, NoticeDesk>();
        builder.Services.AddSingleton(Lists()).AddSingleton(new ClockLimits(20, 20, 7, 15, 15)).AddCalendars().AddObligations().AddWorkPlans();
        builder.Services.AddSingleton(_ => SqliteSearch.Open(Path.Combine(keys.FullName, "search.db")));
        builder.Services.AddSingleton<ICatalogSearch>(s => s.GetRequiredService<SqliteSearch>()).AddSingleton<ISearchIndex>(s => s.GetRequiredService<SqliteSearch>()).AddSingleton<EntryFinder>();
        builder.Services.AddSingleton<SearchIndexing>().AddFederationWeb();
        builder.Services.AddGrpc(o =>
        {
            o.MaxReceiveMessageSize = 64 * 1024 * 1024;
            o.Interceptors.Add<FailureInterceptor>();
            o.Interceptors.Add<SubjectInterceptor>();
        });
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        var app = builder.Build();
        app.MapGrpcService<DivisionsService>();
        app.MapGrpcService<ReportsService>();
        app.MapGrpcService<SupervisionService>();
        app.MapGrpcService<DelegationsService>();
        app.MapGrpcService<ExchangeService>();
        app.MapGrpcService<NoticesService>();
        app.MapGrpcService<WorkPlansService>();
        app.MapGrpcService<CalendarService>();
        app.MapGrpcService<ObligationsService>();
        app.MapGrpcService<CatalogsService>();
        app.MapGrpcService<SearchService>();
        app.MapGrpcService<BundlesService>();
        app.MapGrpcService<StandardsService>();
        app.MapGrpcService<Federation.Gateway.Catalogs.EntriesService>();
        var (rows, _) = DivisionCsv.Read(divisions);
        await ledger.Append(
            new Append("", 0, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), "", "", "", []) { Changes = [new UnitsChanged([.. rows.Select(r => r.Unit)])] },
            CancellationToken.None);
        await app.Services.GetRequiredService<LoadedDivisions>().Load(CancellationToken.None);
        await app.StartAsync();
        return new Installation(app, keys);
    }

    // The Spring Festival of 2026 as the State Council listed it, and nothing else.
    private static HolidayData Lists()
    {
        var spring = HolidayNotice.Range(UnitId.Nation, new DateOnly(2026, 2, 15), new DateOnly(2026, 2, 23), ListedAs.Off, "春节", "国办发明电〔2025〕7号", new DateOnly(2025, 11, 4));
        return new HolidayData([spring with { Year = 2026, Days = spring.Days.Add(new ListedDay(new DateOnly(2026, 2, 14), ListedAs.Work, "春节")).Add(new ListedDay(new DateOnly(2026, 2, 28), ListedAs.Work, "春节")) }]);
    }

    public string Token(string unit, params Role[] roles) => TokenOf(roles[0].ToString().ToLowerInvariant(), unit, roles);

    public string TokenOf(string person, string unit, params Role[] roles) =>
        app.Services.GetRequiredService<SubjectTokens>().Issue(new Subject(person, UnitId.Parse(unit), [.. roles]), TimeSpan.FromHours(1));

    /// <summary>Takes all changes of catalogs into the search index.</summary>
    public Task Index() => app.Services.GetRequiredService<SearchIndexing>().Follow(CancellationToken.None);

    /// <summary>Puts entries into a catalog.</summary>
    public async Task Put(string unit, params CatalogEntry[] entries)
    {
        var by = new Subject("website", UnitId.Parse(unit), [Role.Integrator]);
        var reply = await app.Services.GetRequiredService<IGrainFactory>().GetGrain<ICatalogGrain>(GrainKeys.Catalog(UnitId.Parse(unit)))
            .Push(new PushEntries("", by, unit, "", [.. entries.Select(e => new EntryChange(e.Id, e, null))], []));
        Assert.All(reply.Value!.Results, r => Assert.Equal(EntryOutcome.Recorded, r.Outcome));
    }

    /// <summary>Waits until the total of a unit holds so many filings.</summary>
    public async Task Filed(string unit, long filings)
    {
        var grain = app.Services.GetRequiredService<IGrainFactory>().GetGrain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Parse(unit), PeriodId.Parse(Period)));
        using var patience = new CancellationTokenSource(Patience);
        for (var seen = long.MinValue; ;)
        {
            var coverage = await grain.Watch(seen, patience.Token) ?? throw new InvalidOperationException($"{unit} is not listed");
            if (coverage.Whole.Counts.Filed == filings)
                return;
            seen = coverage.Version;
            if (patience.IsCancellationRequested)
                throw new TimeoutException($"never came: {filings} filings in {unit}, there are {coverage.Whole.Counts.Filed}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        keys.Delete(recursive: true);
    }
}
