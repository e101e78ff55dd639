using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.WorkPoints;
using Federation.Gateway.Access;
using Federation.Host;
using Federation.Host.Composition;
using Federation.Host.Demo;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Benchmarks.Load;

/// <summary>The real product in this process: ledger, grains, gRPC, on a folder of its own and free ports.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly GrpcChannel channel;

    private Installation(WebApplication app, Uri server)
    {
        this.app = app;
        Server = server;
        channel = GrpcChannel.ForAddress(server);
        Client = new Reports.ReportsClient(channel);
        Officer = PreparedCall.HeadersOf(Tokens, new Subject("admin", UnitId.Nation, [Role.Officer, Role.Reader]));
    }

    /// <summary>The period of the first surge; its filings are in time.</summary>
    public static PeriodId FirstPeriod { get; } = PeriodId.Annual(2025);

    public Uri Server { get; }

    public Reports.ReportsClient Client { get; }

    /// <summary>Headers of one who may read everything and open periods.</summary>
    public Metadata Officer { get; }

    public SubjectTokens Tokens => app.Services.GetRequiredService<SubjectTokens>();

    public DivisionTree Tree => app.Services.GetRequiredService<IDivisions>().AsOf(ReportPeriods.LastDayOf(FirstPeriod));

    public IGrainFactory Grains => app.Services.GetRequiredService<IGrainFactory>();

    public ILedger Ledger => app.Services.GetRequiredService<ILedger>();

    public IPlanReads Plans => app.Services.GetRequiredService<IPlanReads>();

    public ICatalogReads Catalogs => app.Services.GetRequiredService<ICatalogReads>();

    public ISearchIndex Index => app.Services.GetRequiredService<ISearchIndex>();

    public EntryFinder Finder => app.Services.GetRequiredService<EntryFinder>();

    public IReadModels ReadModels => app.Services.GetRequiredService<IReadModels>();

    public static async Task<Installation> Start(string folder, int? units, CancellationToken ct)
    {
        var settings = new HostSettings(folder, Ports.Free(), Ports.Free(), HostSettings.ShippedDivisions, units);
        var app = await FederationHost.Start(settings, new DemoClock(DemoRun.Season), ct);
        return new Installation(app, new Uri($"http://127.0.0.1:{settings.GrpcPort}"));
    }

    /// <summary>Opens a period.</summary>
    public async Task Open(PeriodId period, CancellationToken ct) =>
        await Client.OpenPeriodAsync(new OpenPeriodRequest { Period = period.ToString(), RequestId = $"bench-{period}" }, Officer, cancellationToken: ct);

    /// <summary>The national total of a period.</summary>
    public IRollUpGrain Nation(PeriodId period) => Grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Nation, period));

    /// <summary>Ends when the national total holds so many filings.</summary>
    public async Task Settle(PeriodId period, int filed, CancellationToken ct)
    {
        for (var seen = long.MinValue; ;)
        {
            var coverage = await Nation(period).Watch(seen, ct) ?? throw new InvalidOperationException($"{period} is not open");
            if (coverage.Whole.Counts.Filed >= filed)
                return;
            seen = coverage.Version;
        }
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
