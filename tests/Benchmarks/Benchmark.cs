using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Benchmarks.Runs;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using Federation.V1;
using Spectre.Console;

namespace Federation.Benchmarks;

/// <summary>One run: everything asked for, in an order that leaves the first surge cold and each floor near what it stands under.</summary>
internal sealed class Benchmark(BenchSettings settings, Board board)
{
    private static readonly PeriodId[] WarmPeriods = [PeriodId.Annual(2024), PeriodId.Annual(2023), PeriodId.Annual(2021)];

    public async Task Run(CancellationToken ct)
    {
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Describe()}[/]");
        using var temp = new TempFolder();
        if (settings.NeedsInstallation)
            await WithInstallation(temp, ct);
        if (settings.Wants(Part.Engine))
            await new EngineRun(board).Run(ct);
        if (settings.Wants(Part.Start))
            await new StartRun(board).Run(temp["data"], ct);
        board.Print();
        AnsiConsole.MarkupLineInterpolated($"[grey]{Machine.Describe()}[/]");
    }

    private async Task WithInstallation(TempFolder temp, CancellationToken ct)
    {
        await using var installation = await Installation.Start(temp["data"], settings.Units, ct);
        if (settings.Wants(Part.Plan))
            await new PlanRun(board, installation, temp).Run(ct);
        if (settings.Wants(Part.Catalog))
            await new CatalogRun(settings, board, installation, temp).Run(ct);
        if (settings.Only is Part.Plan or Part.Catalog)
            return;
        var surge = new SurgeRun(settings, board, installation, temp);
        var sums = new SumsRun(board, installation);
        var measured = settings.Wants(Part.Surge) || settings.Wants(Part.Floors);
        var cold = await surge.Run("cold", Installation.FirstPeriod, measured, ct);
        await sums.Run(Installation.FirstPeriod, cold, ct);
        if (measured)
            await Warm(surge, sums, installation, temp, ct);
        if (settings.Wants(Part.Floors))
            await EmptyMessages(ct);
        if (settings.Wants(Part.Freshness))
            await new FreshnessRun(settings, board, installation).Run(ct);
        if (settings.Wants(Part.Reads))
            await new ReadRun(settings, board, installation, temp).Run(cold, ct);
    }

    private async Task Warm(SurgeRun surge, SumsRun sums, Installation installation, TempFolder temp, CancellationToken ct)
    {
        SentFiling[] filings = [];
        foreach (var (round, period) in WarmPeriods.Index())
        {
            filings = await surge.Run($"warm {round + 1}", period, withFloors: true, ct);
            await sums.Run(period, filings, ct);
        }
        surge.AddMedian();
        await new RivalRun(board, installation, temp).Run(surge.WarmMedian.Rate, WarmPeriods[^1], filings, ct);
    }

    private async Task EmptyMessages(CancellationToken ct)
    {
        await using var server = await PlainServer.StartEmpty(new Total(), ct);
        const int calls = 60_000;
        await new Sender(server.Address).SendEmpty(10_000, ct);
        board.Add(new Row("gRPC, own client and server, smallest requests", Board.PerSecond(calls / (await new Sender(server.Address).SendEmpty(calls, ct)).TotalSeconds)));
    }
}
