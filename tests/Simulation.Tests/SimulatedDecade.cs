using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Obligations;
using Federation.Contracts.Time;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Domain.Time;
using Federation.Embedded.Simulation;
using Federation.Grains.Divisions;
using Federation.Grains.Obligations;
using Federation.Grains.Reports;
using Federation.Grains.Time;
using Federation.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Federation.Simulation.Tests;

/// <summary>One province, two cities and four counties with legal clocks on the seeded scheduler, from January 2026 on the official lists.</summary>
internal sealed class SimulatedDecade : IDisposable
{
    public static readonly ClockLimits Limits = new(20, 20, 7, 15, 15);
    private static readonly SimulationOptions Calm = new() { Start = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)) };
    private readonly IHost host;

    public SimulatedDecade(int seed)
    {
        Lists = ReadLists();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILedger>(Ledger).AddSingleton<IReadModels>(Ledger).AddSingleton<IDueTable>(Ledger);
        builder.Services.AddSingleton<LoadedDivisions>().AddSingleton<IDivisions>(s => s.GetRequiredService<LoadedDivisions>());
        builder.Services.AddSingleton(new HolidayData(Lists)).AddSingleton(Limits).AddCalendars();
        builder.Services.AddSingleton<IRosters, Rosters>().AddSingleton(Domain.Divisions.Lineage.None).AddObligations();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        Simulation = builder.Services.AddSimulation(seed, Calm);
        host = builder.Build();
        Simulation.Start(host);
        Simulation.Run(Prepare);
        Scan = new DueScan(Ledger, Get<LoadedCalendar>(), Grains, host.Services.GetServices<DueRoute>(), Simulation.Time, NullLogger<DueScan>.Instance);
    }

    public static ImmutableArray<UnitId> Units { get; } = [.. new[] { "330000", "330100", "330200", "330101", "330102", "330201", "330202" }.Select(UnitId.Parse)];

    public MemoryLedger Ledger { get; } = new();

    public ImmutableArray<HolidayNotice> Lists { get; }

    public Embedded.Simulation.Simulation Simulation { get; }

    public DueScan Scan { get; }

    public DateOnly Today => Simulation.Time.Today();

    public IGrainFactory Grains => Get<IGrainFactory>();

    public ICalendarGrain Calendar => Grains.GetGrain<ICalendarGrain>(GrainKeys.Calendar);

    public ILegalClockGrain Clock(UnitId unit, string number) => Grains.GetGrain<ILegalClockGrain>(GrainKeys.Clock(unit, number));

    public IObligationBookGrain Book(UnitId unit, int year) => Grains.GetGrain<IObligationBookGrain>(GrainKeys.Duties(unit, year));

    /// <summary>The units from one up to the nation, by the codes of this province.</summary>
    public static IEnumerable<UnitId> Chain(UnitId unit)
    {
        yield return unit;
        if (!unit.Value.EndsWith("00", StringComparison.Ordinal))
            yield return UnitId.Parse(unit.Value[..4] + "00");
        if (!unit.Value.EndsWith("0000", StringComparison.Ordinal))
            yield return UnitId.Parse(unit.Value[..2] + "0000");
        yield return UnitId.Nation;
    }

    public void Storm(bool rages) => Simulation.Options = rages ? Calm with { Loss = 0.03, ReplyLoss = 0.03, Duplication = 0.05, Delay = 0.2 } : Calm;

    public void Dispose()
    {
        Storm(false);
        Simulation.Stop(host);
        host.Dispose();
    }

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private static ImmutableArray<HolidayNotice> ReadLists()
    {
        static StreamReader Open(string name) => File.OpenText(Path.Combine(AppContext.BaseDirectory, "data", name));
        using var notices = Open("holiday-notices.csv");
        using var days = Open("holidays.csv");
        using var changes = Open("holiday-changes.csv");
        var (read, findings) = HolidayLists.Read(notices, days, changes);
        Assert.Empty(findings);
        return read;
    }

    private async Task Prepare()
    {
        ImmutableArray<Unit> units = [.. Units.Select(u => new Unit(u, u.Value, TierOf(u), UnitKind.Territory, Chain(u).ElementAt(1), DateOnly.MinValue, DateOnly.MaxValue))];
        await Ledger.Append(new Append("divisions/national", 0, Simulation.Time.GetUtcNow(), "system@000000", "", "", [DivisionEventJson.Write(new UnitsLoaded("simulation", units))]) { Changes = [new UnitsChanged(units)] }, CancellationToken.None);
        await Get<LoadedDivisions>().Load(CancellationToken.None);
        await Calendar.Started();
    }

    private static Tier TierOf(UnitId unit) => unit.Value switch
    {
        _ when unit.Value.EndsWith("0000", StringComparison.Ordinal) => Tier.Province,
        _ when unit.Value.EndsWith("00", StringComparison.Ordinal) => Tier.City,
        _ => Tier.County,
    };
}
