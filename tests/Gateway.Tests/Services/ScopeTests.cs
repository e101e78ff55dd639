using System.Globalization;
using Federation.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>What a clerk sees: the own unit and its agencies, whatever is asked and however.</summary>
public sealed class ScopeTests(GatewayHost host) : IClassFixture<GatewayHost>, IAsyncLifetime
{
    // Each unit files a figure that no other figure or sum contains as text, so that it is known wherever it turns up.
    private static readonly Dictionary<string, long> Figure = new()
    {
        [Province] = 1_000_003, [City] = 2_000_029, [County] = 4_000_037, [Audit] = 8_000_009, [TownA] = 16_000_057, [TownB] = 32_000_011, [TownC] = 64_000_031,
        [OtherCounty] = 128_000_003, [OtherTown] = 256_000_001, [LoneProvince] = 512_000_009,
    };

    public static TheoryData<string> Units => [.. Figure.Keys];

    public async Task InitializeAsync()
    {
        foreach (var (unit, figure) in Figure)
        {
            if ((await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Officer)).Version == 0)
                await host.File(unit, figure);
        }
        await host.Filed(Nation, Figure.Count);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Units))]
    public async Task AClerk_WhateverIsAsked_NeverReadsAFigureOfAForeignUnit(string own)
    {
        var foreign = Figure.Where(f => f.Key != own && !f.Key.StartsWith(own + ".", StringComparison.Ordinal)).Select(f => f.Value).ToList();
        foreach (var asked in Figure.Keys.Append(Nation))
        {
            foreach (var reply in await Replies(own, asked))
                Assert.All(Numbers(reply), n => Assert.False(MadeOf(n, foreign), $"a clerk of {own} asked about {asked} and read {n} in {reply}"));
        }
    }

    [Fact]
    public async Task AClerk_OfAUnitWithNothingBelow_ReadsTheOwnReportAndTotal() => Assert.Equal(7, (await Replies(TownA, TownA)).Count);

    [Fact]
    public async Task AClerk_OfACounty_ReadsTheReportsOfTheOwnUnitAndItsAgencies()
    {
        foreach (var unit in (string[])[County, Audit])
            Assert.Equal(Figure[unit], (await host.Reports.GetReportAsync(new GetReportRequest { Unit = unit, Period = Annual }, host.Clerk(County))).Filed.Counts["t3.new.natural"]);
    }

    private async Task<List<IMessage>> Replies(string own, string asked)
    {
        var (reports, clerk) = (host.Reports, host.Clerk(own));
        var (answered, cell) = (new List<IMessage>(), "t3.new.natural");
        await Ask(async () => await reports.GetReportAsync(new GetReportRequest { Unit = asked, Period = Annual }, clerk));
        await Ask(async () => await reports.GetTotalAsync(new GetTotalRequest { Unit = asked, Period = Annual }, clerk));
        await Ask(async () => await reports.GetCoverageAsync(new GetCoverageRequest { Unit = asked, Period = Annual }, clerk));
        await Ask(async () => await reports.ExplainCellAsync(new ExplainCellRequest { Unit = asked, Period = Annual, Cell = cell }, clerk));
        await Ask(async () => await reports.ExplainCellAsync(new ExplainCellRequest { Unit = asked, Period = Annual, Cell = cell, Filings = true }, clerk));
        await Ask(async () => await host.Divisions.GetUnitAsync(new GetUnitRequest { Unit = asked }, clerk));
        await Ask(async () =>
        {
            using var watch = reports.WatchCoverage(new GetCoverageRequest { Unit = asked, Period = Annual }, clerk);
            await watch.ResponseStream.MoveNext(default);
            return watch.ResponseStream.Current;
        });
        return answered;

        async Task Ask(Func<Task<IMessage>> call)
        {
            try
            {
                answered.Add(await call());
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.PermissionDenied)
            {
                // refused: nothing was read
            }
        }
    }

    // True for a sum in which some foreign figure is; the figures are powers of two apart, so a sum tells its parts.
    private static bool MadeOf(long number, List<long> foreign) => number >= 1_000_000 && foreign.Exists(f => (number / 1_000_000 & f / 1_000_000) != 0);

    private static IEnumerable<long> Numbers(IMessage message) => message.Descriptor.Fields.InFieldNumberOrder().SelectMany(field => NumbersIn(field, field.Accessor.GetValue(message)));

    private static IEnumerable<long> NumbersIn(FieldDescriptor field, object? value) => value switch
    {
        // chain positions, versions and moments are no figures
        _ when field.Name is "version" or "position" or "revision" or "at" or "filed_at" or "newest" or "opened_at" => [],
        long number => [number],
        string text => long.TryParse(text, CultureInfo.InvariantCulture, out var number) && field.Name is not ("unit" or "parent") ? [number] : [],
        IMessage inner => Numbers(inner),
        System.Collections.IDictionary map => map.Values.Cast<object>().SelectMany(v => NumbersIn(field, v)),
        System.Collections.IEnumerable list => list.Cast<object>().SelectMany(v => NumbersIn(field, v)),
        _ => [],
    };
}
