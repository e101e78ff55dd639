using System.Diagnostics;
using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using Federation.V1;

namespace Federation.Benchmarks.Runs;

/// <summary>The whole nation files: as cold as a process just started, then warm; each beside its floors of the same minute.</summary>
internal sealed class SurgeRun(BenchSettings settings, Board board, Installation installation, TempFolder temp)
{
    private const string FloorName = "1/(1/w + 1/g)";
    private readonly string floorFile = temp["floor.db"];

    private readonly List<(double Rate, double Floor)> warm = [];

    /// <summary>A machine that others use too is measured more than once; the middle one counts.</summary>
    public (double Rate, double Floor) WarmMedian => warm.OrderBy(r => r.Rate / r.Floor).ElementAt(warm.Count / 2);

    /// <summary>One surge.</summary>
    /// <param name="name">How it is called in the table.</param>
    /// <param name="period">A period not opened yet.</param>
    /// <param name="withFloors">False when other parts only need what a surge leaves behind.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What was filed.</returns>
    public async Task<SentFiling[]> Run(string name, PeriodId period, bool withFloors, CancellationToken ct)
    {
        await installation.Open(period, ct);
        var filings = FilingSet.Make(installation.Tree, period, settings.Seed);
        var calls = PreparedCall.Of(filings, period, installation.Tokens);
        GC.Collect();
        var before = Spent.Now();
        var started = Stopwatch.GetTimestamp();
        await new Sender(installation.Server).Send(calls, ct);
        await installation.Settle(period, filings.Length, ct);
        var rolledUp = Stopwatch.GetElapsedTime(started);
        var spent = Spent.Now().Since(before);
        if (!withFloors)
            return filings;

        if (settings.Wants(Part.Surge))
            board.Add(new Row($"surge {name}: {filings.Length:N0} filings handed in and sealed, rolled up", $"{rolledUp.TotalSeconds:0.0} s, {spent}; {GC.GetTotalMemory(forceFullCollection: true) / 1e6:N0} MB alive after it"));
        var (w, g) = (await Writer(name, period, ct), await EmptyCalls(name, calls, ct));
        var (rate, floor) = (filings.Length / rolledUp.TotalSeconds, 1 / ((1 / w) + (1 / g)));
        if (period != Installation.FirstPeriod)
            warm.Add((rate, floor));
        if (settings.Wants(Part.Surge))
            board.AddRate($"surge {name}", rate, FloorName, floor, period == Installation.FirstPeriod ? 0.5 : null);
        return filings;
    }

    /// <summary>Adds the row that the budget is about.</summary>
    public void AddMedian()
    {
        if (settings.Wants(Part.Surge))
            board.AddRate("surge warm, the middle one", WarmMedian.Rate, FloorName, WarmMedian.Floor, 0.5);
    }

    private async Task<double> Writer(string name, PeriodId period, CancellationToken ct)
    {
        var acts = await FiledActs.Of(installation.Ledger, installation.ReadModels, period, ct);
        GC.Collect();
        var w = await WriterFloor.Rate(floorFile, acts, new Federation.Storage.Sqlite.SqliteLedgerOptions().BatchLimit);
        board.Add(new Row($"floor w {name}: same acts, bare group commit", Board.PerSecond(w)));
        return w;
    }

    private async Task<double> EmptyCalls(string name, PreparedCall[] calls, CancellationToken ct)
    {
        await using var server = await PlainServer.StartEmpty(new Total(), ct);
        var sender = new Sender(server.Address);
        await sender.Send(calls[..Math.Min(calls.Length, 5000)], ct);
        GC.Collect();
        var g = calls.Length / (await sender.Send(calls, ct)).TotalSeconds;
        board.Add(new Row($"floor g {name}: two empty unary calls a filing, same messages", Board.PerSecond(g)));
        return g;
    }
}
