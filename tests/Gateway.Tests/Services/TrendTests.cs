using Federation.Contracts;
using Federation.Contracts.Reports;
using Federation.Documents.Trends;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Domain.Reports;
using Federation.V1;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using ReportScope = Federation.V1.ReportScope;
using ReportState = Federation.V1.ReportState;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>历年走势.</summary>
public sealed class TrendTests : IAsyncLifetime
{
    private readonly GatewayHost host = new();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        foreach (var year in (int[])[2023, 2024])
            await host.Reports.OpenPeriodAsync(new OpenPeriodRequest { Period = $"annual-{year}" }, host.Officer);
        await host.File(TownA, 5);
        await host.File(TownB, 6);
        await host.Filed(County, 2);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task GetTrend_OfAUnit_TellsEveryOpenYear_AndTellsNothingFiledFromZero()
    {
        var trend = await host.Reports.GetTrendAsync(new GetTrendRequest { Unit = TownA }, host.Clerk(TownA));
        Assert.Equal([(2023, ReportState.NotFiled, 0L), (2024, ReportState.NotFiled, 0L), (2025, ReportState.Sealed, 1L)], trend.Years.Select(y => (y.Year, y.State, y.Filed)));
        Assert.Empty(trend.Years[0].Headlines);
        Assert.Equal(("received", 5L), (trend.Years[2].Headlines[0].Id, trend.Years[2].Headlines[0].Value));
        Assert.Equal([2024], (await host.Reports.GetTrendAsync(new GetTrendRequest { Unit = TownA, LastYear = 2024, Years = 1 }, host.Clerk(TownA))).Years.Select(y => y.Year));
    }

    [Fact]
    public async Task GetTrend_OfATerritory_IsItsTotals_WithHowManyAreIn_OverRest()
    {
        // the total is written down some seconds after its last change, and a trend reads what is written
        await host.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IRollUpGrain>(GrainKeys.RollUp(UnitId.Parse(County), PeriodId.Annual(2025))).Flush();
        var (status, body) = await host.Send("GET", $"/v1/units/{County}/trend?scope=WHOLE", host.Reviewer(County));
        var last = body!["years"]!.AsArray()[^1]!;
        Assert.Equal((200, "5", "2", "11"), (status, (string)last["expected"]!, (string)last["filed"]!, (string)last["headlines"]![0]!["value"]!));
    }

    [Theory] // 沿革: the year holds what was filed then by those that the unit goes on for
    [InlineData(TownA, 11, 2, 2)] // took TownB over
    [InlineData("990000", 6, 1, 1)] // TownB under its new code
    public async Task Read_OfAUnitWithPredecessors_HoldsTheirFigures(string unit, long received, long expected, long filed)
    {
        var lineage = new Lineage([new Succession(UnitId.Parse(unit), UnitId.Parse(TownB), new DateOnly(2026, 1, 15), "notice")]);
        var reader = new TrendReader(host.App.Services.GetRequiredService<IReadModels>(), host.App.Services.GetRequiredService<IRosters>(), lineage);
        var year = (await reader.Read(UnitId.Parse(unit), Domain.Reports.ReportScope.Own, 2025, 1, default)).Single();
        Assert.Equal((received, expected, filed), (year.Values[0].Value, year.Expected, year.Filed));
    }

    [Fact]
    public async Task GetTrend_OfAWholeTerritory_ForAClerk_IsDenied() => Assert.Equal(
        StatusCode.PermissionDenied,
        (await Assert.ThrowsAsync<RpcException>(async () => await host.Reports.GetTrendAsync(new GetTrendRequest { Unit = County, Scope = ReportScope.Whole }, host.Clerk(County)))).StatusCode);
}
