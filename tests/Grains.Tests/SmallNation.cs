using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Grains.Divisions;
using Federation.Grains.Outbox;
using Federation.Grains.Reports;
using Federation.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Tests;

/// <summary>
/// Grains of a small nation on the engine: one province (11), one city (1101), one county (110101) with two townships, an agency of the
/// county, and a township directly under the city. Tests of what goes on from year to year bring units and a lineage of their own.
/// </summary>
internal sealed class SmallNation : IAsyncDisposable
{
    public static readonly PeriodId Period = PeriodId.Annual(2025);
    public static readonly UnitId Province = UnitId.Parse("110000");
    public static readonly UnitId City = UnitId.Parse("110100");
    public static readonly UnitId County = UnitId.Parse("110101");
    public static readonly UnitId TownA = UnitId.Parse("110101001");
    public static readonly UnitId TownB = UnitId.Parse("110101002");
    public static readonly UnitId Audit = UnitId.Parse("110101.audit");
    public static readonly UnitId CityTown = UnitId.Parse("110100001");

    /// <summary>Its units.</summary>
    public const string Csv = """
        code,name,tier,parent,kind
        110000,甲省,province,,
        110100,乙市,city,110000,
        110101,丙县,county,110100,
        110101001,丁镇,township,110101,
        110101002,戊乡,township,110101,
        110101.audit,丙县审计局,county,110101,agency
        110100001,己街道,township,110100,
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly IHost host;

    private SmallNation(IHost host, MemoryLedger ledger, FixedClock clock)
    {
        this.host = host;
        Ledger = ledger;
        Clock = clock;
    }

    public MemoryLedger Ledger { get; }

    public FixedClock Clock { get; }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public OutboxSweep Sweep => host.Services.GetServices<IHostedService>().OfType<OutboxSweep>().Single();

    /// <summary>Starts a nation whose period is open; on the ledger of an earlier one it goes on from there.</summary>
    public static async Task<SmallNation> Start(MemoryLedger? ledger = null, bool writesTotals = true, string csv = Csv, Lineage? lineage = null, Func<MemoryLedger, ILedger>? seen = null)
    {
        var fresh = ledger is null;
        ledger ??= new MemoryLedger();
        var clock = new FixedClock(new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(seen?.Invoke(ledger) ?? (writesTotals ? ledger : new TotalsRefused(ledger))).AddSingleton<IReadModels>(ledger).AddSingleton<Federation.Domain.Catalogs.ICatalogReads>(ledger)
            .AddSingleton<Federation.Domain.Catalogs.Review.IReviewReads>(ledger).AddSingleton<Federation.Domain.Catalogs.Standards.IStandardReads>(ledger).AddSingleton<IDueTable>(ledger);
        Federation.Grains.Catalogs.ReviewServices.AddEntryReview(builder.Services);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<LoadedDivisions>().AddSingleton<IDivisions>(s => s.GetRequiredService<LoadedDivisions>());
        builder.Services.AddSingleton<IWorkingDays, Weekdays>();
        builder.Services.AddSingleton<IRosters, Rosters>().AddSingleton(lineage ?? Lineage.None);
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        builder.Services.AddHostedService<OutboxSweep>();
        var host = builder.Build();
        if (fresh)
            await LoadUnits(ledger, clock, csv);
        await host.Services.GetRequiredService<LoadedDivisions>().Load(CancellationToken.None);
        await host.StartAsync();
        var nation = new SmallNation(host, ledger, clock);
        if (fresh)
            Assert.False((await nation.Open()).Refused);
        return nation;
    }

    public Task<Reply<PeriodView>> Open(Subject? by = null, PeriodId? period = null) =>
        Grains.GetGrain<IPeriodGrain>(GrainKeys.Period(period ?? Period)).Open(new OpenPeriod("", by ?? Officer, null));

    public IReportGrain Report(UnitId unit, ReportScope scope = ReportScope.Own, PeriodId? period = null) => Grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, period ?? Period, scope));

    public IRollUpGrain RollUp(UnitId unit, PeriodId? period = null) => Grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(unit, period ?? Period));

    /// <summary>Hands figures in and seals them; the findings of whichever is refused.</summary>
    public static async Task<Reply<ReceiptView>> File(IReportGrain report, UnitId unit, Figures figures, long version = 0, string correction = "")
    {
        var handedIn = await report.Submit(new SubmitReport("", Clerk(unit), ReportContent.Of(figures), version, correction));
        return handedIn.Value is { } pending ? await report.Approve(new ApproveReport("", Approver(unit), pending.Version, pending.ContentHash)) : handedIn;
    }

    /// <summary>Files a report of so many applications, all granted, from natural persons: handed in by one person, sealed by another.</summary>
    public async Task<Reply<ReceiptView>> File(UnitId unit, long applications, long version = 0, string requestId = "")
    {
        var handedIn = await Submit(unit, applications, version, requestId);
        return handedIn.Value is { } pending
            ? await Report(unit).Approve(new ApproveReport(requestId.Length == 0 ? "" : requestId + "-seal", Approver(unit), pending.Version, pending.ContentHash))
            : handedIn;
    }

    /// <summary>Hands a report of so many applications in.</summary>
    public Task<Reply<ReceiptView>> Submit(UnitId unit, long applications, long version = 0, string requestId = "") =>
        Report(unit).Submit(new SubmitReport(requestId, Clerk(unit), ReportContent.Of(Applications(applications)), version));

    /// <summary>The total of a unit, once it has counted so many filings and shows so many applications.</summary>
    public Task<TotalView> Total(UnitId unit, long filed, long applications) => Total(unit, Period, filed, applications);

    /// <summary>Waits until a total of a period shows so many applications, and writes it down.</summary>
    public async Task Settled(UnitId unit, PeriodId period, long applications)
    {
        await Total(unit, period, null, applications);
        await RollUp(unit, period).Flush();
    }

    private async Task<TotalView> Total(UnitId unit, PeriodId period, long? filed, long applications)
    {
        var cell = Form2021.Form["t3.new.total"].Index;
        using var patience = new CancellationTokenSource(Patience);
        for (var seen = long.MinValue; ;)
        {
            var coverage = await RollUp(unit, period).Watch(seen, patience.Token);
            var total = await RollUp(unit, period).Get();
            if (total!.Coverage.Counts.Filed == (filed ?? total.Coverage.Counts.Filed) && total.Tally[cell] == applications)
                return total;
            Assert.False(patience.IsCancellationRequested, $"the total of {unit} never showed {filed} filings and {applications} applications; last {total.Coverage.Counts} {total.Tally[cell]}");
            seen = coverage!.Version;
        }
    }

    public static Subject Officer { get; } = new("head", UnitId.Nation, [Role.Officer, Role.Reader]);

    public static Subject Clerk(UnitId unit) => new("clerk", unit, [Role.Clerk]);

    public static Subject Approver(UnitId unit) => new("leader", unit, [Role.Approver]);

    public static Subject Reviewer(UnitId unit) => new("reviewer", unit, [Role.Reviewer]);

    public static Figures Applications(long count) => Filled(("t3.new.natural", count), ("t3.granted.natural", count));

    /// <summary>Figures with these cells, the rest nil.</summary>
    public static Figures Filled(params IEnumerable<(string Cell, long Count)> cells)
    {
        var entries = new FigureEntries(cells.ToDictionary(c => c.Cell, c => c.Count), ImmutableDictionary<string, string>.Empty, [], RestIsNil: true);
        return FigureReader.Read(Form2021.Form, entries).Figures;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static async Task LoadUnits(MemoryLedger ledger, TimeProvider clock, string csv)
    {
        var (rows, findings) = DivisionCsv.Read(new StringReader(csv));
        Assert.Empty(findings);
        ImmutableArray<Unit> units = [.. rows.Select(r => r.Unit)];
        await ledger.Append(
            new Append("divisions/national", 0, clock.GetUtcNow(), "system@000000", "", "", [DivisionEventJson.Write(new UnitsLoaded("test", units))]) { Changes = [new UnitsChanged(units)] },
            CancellationToken.None);
    }
}

/// <summary>A clock that stands on a day of the test's choice; timers run at their usual pace.</summary>
internal sealed class FixedClock(DateTimeOffset start) : TimeProvider
{
    private readonly long started = System.GetTimestamp();
    private TimeSpan shift;

    public override DateTimeOffset GetUtcNow() => start + shift + System.GetElapsedTime(started);

    public void Forward(TimeSpan by) => shift += by;
}
