using System.Net;
using Federation.Documents.Catalogs.Import;
using Federation.Documents.Exchange;
using Federation.Documents.Notices;
using Federation.Documents.Trends;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Catalogs.Review;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Catalogs.Standards;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.WorkPoints;
using Federation.Gateway;
using Federation.Gateway.Access;
using Federation.Gateway.Bundles;
using Federation.Gateway.Catalogs;
using Federation.Gateway.Divisions;
using Federation.Gateway.Errors;
using Federation.Gateway.Exchange;
using Federation.Gateway.Notices;
using Federation.Gateway.Obligations;
using Federation.Gateway.OpenApi;
using Federation.Gateway.Reports;
using Federation.Gateway.Supervision;
using Federation.Gateway.Time;
using Federation.Gateway.Transcoding;
using Federation.Gateway.WorkPlans;
using Federation.Grains.Catalogs;
using Federation.Grains.Divisions;
using Federation.Grains.Obligations;
using Federation.Grains.Outbox;
using Federation.Grains.Reports;
using Federation.Grains.Time;
using Federation.Grains.WorkPoints;
using Federation.Host.Stack;
using Federation.Storage.Search;
using Federation.Storage.Sqlite;
using Federation.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Federation.Host.Composition;

/// <summary>The composition root: one process with ledger, grains, gRPC, REST and pages.</summary>
public static class FederationHost
{
    /// <summary>Largest message that a caller may send; a report has 200 cells.</summary>
    private const int LargestMessage = 4 * 1024 * 1024;

    /// <summary>Largest message to the exchange of files: somewhat above the largest file, so that a file a little too big is told as a finding.</summary>
    private const int LargestFile = 72 * 1024 * 1024;

    /// <summary>Opens the ledger, loads the tree at the first start, and starts serving.</summary>
    /// <param name="settings">Where.</param>
    /// <param name="clock">What time it is for rules and events.</param>
    /// <param name="ct">Gives up starting.</param>
    /// <param name="replace">Replaces services, for whoever embeds it; null: none.</param>
    /// <returns>A running application; dispose it to drain and stop.</returns>
    /// <exception cref="InvalidDataException">The file of units breaks rules of the tree; nothing is loaded.</exception>
    public static async Task<WebApplication> Start(HostSettings settings, TimeProvider clock, CancellationToken ct, Action<IServiceCollection>? replace = null)
    {
        var ledger = SqliteLedger.Open(settings.LedgerFile, clock);
        try
        {
            await FirstStart.LoadUnits(ledger, ledger, settings, clock, ct);
            var app = Build(settings, ledger, SqliteSearch.Open(settings.SearchFile), clock, replace);
            app.Services.GetRequiredService<SourceNetworks>(); // a setting that cannot be read keeps the host from starting
            await app.Services.GetRequiredService<LoadedDivisions>().Load(ct);
            await app.Services.GetRequiredService<NationalStandard>().Publish(ct);
            await app.StartAsync(ct);
            return app;
        }
        catch
        {
            await ledger.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where a running application listens, also when the system chose the ports.</summary>
    public static (Uri Web, Uri Grpc) AddressesOf(WebApplication app) =>
        app.Urls.ToList() is [var web, var grpc] ? (new Uri(web), new Uri(grpc)) : throw new InvalidOperationException("the application does not listen");

    private static WebApplication Build(HostSettings settings, SqliteLedger ledger, SqliteSearch search, TimeProvider clock, Action<IServiceCollection>? replace)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, settings.WebPort, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, settings.GrpcPort, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = LargestMessage;
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddSingleton(clock);
        AddLedger(builder.Services, ledger);
        AddSearch(builder.Services, search);
        AddGrains(builder, settings);
        AddGateway(builder.Services, settings);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.MapGrpcService<DivisionsService>();
        app.MapGrpcService<ReportsService>();
        app.MapGrpcService<SupervisionService>();
        app.MapGrpcService<DelegationsService>();
        app.MapGrpcService<CalendarService>();
        app.MapGrpcService<ExchangeService>();
        app.MapGrpcService<WorkPlansService>();
        app.MapGrpcService<NoticesService>();
        app.MapGrpcService<ObligationsService>();
        app.MapGrpcService<CatalogsService>();
        app.MapGrpcService<SearchService>();
        app.MapGrpcService<BundlesService>();
        app.MapGrpcService<StandardsService>();
        app.MapGrpcService<EntriesService>();
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        app.MapHealthChecks("/health");
        app.MapSealKey();
        app.MapOpenApiDocument(app.MapRest(typeof(DivisionsService), typeof(ReportsService), typeof(SupervisionService), typeof(DelegationsService), typeof(ExchangeService), typeof(WorkPlansService), typeof(NoticesService), typeof(CalendarService), typeof(ObligationsService), typeof(CatalogsService), typeof(SearchService), typeof(BundlesService), typeof(StandardsService), typeof(EntriesService)));
        app.MapCatalogFiles();
        app.MapFederationWeb();
        return app;
    }

    private static void AddLedger(IServiceCollection services, SqliteLedger ledger)
    {
        services.AddSingleton(_ => ledger); // made by a factory, so that the container closes it last
        services.AddSingleton<ILedger>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IReadModels>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IPlanReads>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<ICatalogReads>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IReviewReads>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IStandardReads>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IStreamNames>(s => s.GetRequiredService<SqliteLedger>());
        services.AddSingleton<IDueTable>(s => s.GetRequiredService<SqliteLedger>());
    }

    private static void AddSearch(IServiceCollection services, SqliteSearch search)
    {
        services.AddSingleton(_ => search);
        services.AddSingleton<ICatalogSearch>(s => s.GetRequiredService<SqliteSearch>());
        services.AddSingleton<ISearchIndex>(s => s.GetRequiredService<SqliteSearch>());
        services.AddSingleton<EntryFinder>();
    }

    private static void AddGrains(WebApplicationBuilder builder, HostSettings settings)
    {
        builder.Services.AddSingleton<LoadedDivisions>();
        builder.Services.AddSingleton<IDivisions>(s => s.GetRequiredService<LoadedDivisions>());
        builder.Services.AddSingleton<IRosters, Rosters>();
        LocalData.Add(builder.Services, settings);
        builder.Services.AddCalendars();
        builder.Services.AddObligations().AddWorkPlans().AddEntryReview().AddCatalogSources();
        builder.Services.AddSingleton<IGapLists, GapLists>();
        builder.AddEngine();
        builder.Services.AddHostedService<SearchIndexing>();
        builder.Services.AddHostedService<OutboxSweep>(); // after the silo: it calls grains from its first moment
        builder.Services.AddDueScan();
    }

    private static void AddGateway(IServiceCollection services, HostSettings settings)
    {
        services.AddDataProtection().SetApplicationName("federation").PersistKeysToFileSystem(new DirectoryInfo(settings.KeyDirectory));
        services.AddSingleton<SubjectTokens>();
        services.AddSingleton<ISealSigner>(_ => new EcdsaSealSigner(settings.KeyDirectory));
        services.AddSingleton<Requests>();
        services.AddSingleton<DivisionsService>();
        services.AddSingleton<ReportsService>();
        services.AddSingleton<IReportHistories, ReportHistories>();
        services.AddSingleton<TrendReader>();
        services.AddSingleton<SupervisionService>();
        services.AddSingleton<DelegationsService>();
        services.AddSingleton<CalendarService>();
        services.AddSingleton<IReportExchange, ReportExchange>();
        services.AddSingleton<ExchangeService>();
        services.AddSingleton<INoticeDesk, NoticeDesk>();
        services.AddSingleton<WorkPlansService>();
        services.AddSingleton<NoticesService>();
        services.AddSingleton<ObligationsService>();
        services.AddSingleton<CatalogsService>();
        services.AddSingleton<SearchService>();
        services.AddSingleton(PublicAddress.Read(settings.WebPort));
        services.AddSingleton<IEntryExchange, EntryExchange>();
        services.AddSingleton<BundlesService>();
        services.AddSingleton<StandardsService>();
        services.AddSingleton<EntriesService>();
        services.AddSingleton(s => SourceNetworks.Read(s.GetRequiredService<IConfiguration>())).AddSingleton<ISourceReader, HttpSourceReader>();
        services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = LargestMessage;
            options.Interceptors.Add<FailureInterceptor>();
            options.Interceptors.Add<SubjectInterceptor>();
        }).AddServiceOptions<ExchangeService>(options => options.MaxReceiveMessageSize = LargestFile)
            .AddServiceOptions<BundlesService>(options => options.MaxReceiveMessageSize = LargestFile)
            .AddServiceOptions<NoticesService>(options => options.MaxReceiveMessageSize = LargestFile)
            .AddServiceOptions<EntriesService>(options => options.MaxReceiveMessageSize = LargestFile) // drafts come with their files
            .AddServiceOptions<WorkPlansService>(options => options.MaxReceiveMessageSize = LargestFile); // a notice may come with a draft
        services.AddSingleton<Web.Desk.SignIn.ITokenReader, PageTokens>();
        services.AddRest(options => options.AllowBodies<ExchangeService>(LargestFile / 3L * 4).AllowBodies<BundlesService>(LargestFile / 3L * 4).AllowBodies<EntriesService>(LargestFile / 3L * 4).AllowBodies<NoticesService>(LargestFile / 3L * 4).AllowBodies<WorkPlansService>(LargestFile / 3L * 4)); // files travel there in base64
        services.AddFederationWeb();
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks().AddCheck<LedgerHealth>("ledger");
        if (Telemetry.IsWanted)
            services.AddHostedService<Telemetry>();
    }
}
