using System.Collections.Immutable;
using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Domain.Authority;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.Embedded.Simulation;
using Federation.Grains.Divisions;
using Federation.Grains.Outbox;
using Federation.Grains.Reports;
using Federation.Storage.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Federation.Simulation.Tests;

/// <summary>A province of 3 cities, 9 counties and 36 townships on the seeded scheduler; its ledger outlives every crash.</summary>
internal sealed class SimulatedProvince : IDisposable
{
    public static readonly PeriodId Period = PeriodId.Annual(2025);
    private static readonly SimulationOptions January = new() { Start = new DateTimeOffset(2026, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)) };
    private readonly IHost host;

    public SimulatedProvince(int seed)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILedger>(Ledger).AddSingleton<IReadModels>(Ledger);
        builder.Services.AddSingleton<LoadedDivisions>().AddSingleton<IDivisions>(s => s.GetRequiredService<LoadedDivisions>());
        builder.Services.AddSingleton<IRosters, Rosters>();
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        Simulation = builder.Services.AddSimulation(seed, January);
        host = builder.Build();
        Simulation.Start(host);
        Units = [.. MakeUnits()];
        Simulation.Run(Prepare);
    }

    public MemoryLedger Ledger { get; } = new();

    public Embedded.Simulation.Simulation Simulation { get; }

    public ImmutableArray<Unit> Units { get; }

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IReportGrain Report(UnitId unit) => Grains.GetGrain<IReportGrain>(GrainKeys.Report(unit, Period));

    public IRollUpGrain RollUp(UnitId unit) => Grains.GetGrain<IRollUpGrain>(GrainKeys.RollUp(unit, Period));

    /// <summary>Sends everything in the outbox again, as the host does at its start and every few seconds.</summary>
    public Task<int> Sweep() =>
        new OutboxSweep(Ledger, Ledger, Grains, Simulation.Time, NullLogger<OutboxSweep>.Instance).Sweep(DateTimeOffset.MaxValue, CancellationToken.None);

    public void Dispose()
    {
        Simulation.Options = January;
        Simulation.Stop(host);
        host.Dispose();
    }

    private static IEnumerable<Unit> MakeUnits()
    {
        static Unit Make(string code, Tier tier, string parent) =>
            new(UnitId.Parse(code), code, tier, UnitKind.Territory, UnitId.Parse(parent), DateOnly.MinValue, DateOnly.MaxValue);

        yield return Make("330000", Tier.Province, "000000");
        for (var city = 1; city <= 3; city++)
        {
            yield return Make($"330{city}00", Tier.City, "330000");
            for (var county = 1; county <= 3; county++)
            {
                yield return Make($"330{city}0{county}", Tier.County, $"330{city}00");
                for (var town = 1; town <= 4; town++)
                    yield return Make($"330{city}0{county}00{town}", Tier.Township, $"330{city}0{county}");
            }
        }
    }

    private async Task Prepare()
    {
        await Ledger.Append(new Append("divisions/national", 0, Simulation.Time.GetUtcNow(), "system@000000", "", "", [DivisionEventJson.Write(new UnitsLoaded("simulation", Units))]) { Changes = [new UnitsChanged(Units)] }, CancellationToken.None);
        await host.Services.GetRequiredService<LoadedDivisions>().Load(CancellationToken.None);
        var officer = new Subject("head", UnitId.Nation, [Role.Officer]);
        var opened = await Grains.GetGrain<IPeriodGrain>(GrainKeys.Period(Period)).Open(new OpenPeriod("open", officer, null));
        Assert.False(opened.Refused);
    }
}
