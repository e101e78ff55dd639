using System.Diagnostics;
using System.Globalization;
using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Domain.Divisions;
using Federation.Host.Demo;
using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Benchmarks.Runs;

/// <summary>Reading any total over gRPC, against an empty call with an answer as large and against the recursive query; and taking a total apart.</summary>
internal sealed class ReadRun(BenchSettings settings, Board board, Installation installation, TempFolder temp)
{
    private const int SqlTimes = 5;
    private const int ExplainTimes = 3;
    private const string Explained = "t3.new.total";
    private static readonly string Period = Installation.FirstPeriod.ToString();

    public async Task Run(SentFiling[] filings, CancellationToken ct)
    {
        var tree = installation.Tree;
        string[] inner = [.. Enumerable.Range(0, tree.Count).Where(o => tree.LastOf(o) > o).Select(o => tree[o].Id.Value)];
        new Random(settings.Seed).Shuffle(inner);
        var nation = await installation.Client.GetTotalAsync(Ask(UnitId.Nation), installation.Officer, cancellationToken: ct);
        await using var plain = await PlainServer.StartEmpty(nation, ct);
        using var channel = GrpcChannel.ForAddress(plain.Address);
        await ReadAll(new Reports.ReportsClient(channel), inner, ct);
        var empty = await ReadAll(new Reports.ReportsClient(channel), inner, ct);
        var times = await ReadAll(installation.Client, inner, ct);
        board.AddTimes($"GetTotal, every inner unit ({inner.Length:N0}) in random order", times, 5, empty);

        using var cells = new CellTable(temp["cells.db"], tree, filings);
        Compare("national", cells.Total(UnitId.Nation, SqlTimes), times);
        Compare("a province's", cells.Total(tree[tree.ChildrenOf(0).Skip(10).FirstOrDefault(tree.ChildrenOf(0).First())].Id, SqlTimes), times);
        await Explain(ct);
    }

    private static async Task<Times> ReadAll(Reports.ReportsClient client, Metadata headers, IEnumerable<string> units, CancellationToken ct)
    {
        var waits = new List<TimeSpan>();
        foreach (var unit in units)
        {
            var started = Stopwatch.GetTimestamp();
            await client.GetTotalAsync(new GetTotalRequest { Unit = unit, Period = Period }, headers, cancellationToken: ct);
            waits.Add(Stopwatch.GetElapsedTime(started));
        }
        return new Times(waits);
    }

    private Task<Times> ReadAll(Reports.ReportsClient client, string[] units, CancellationToken ct) => ReadAll(client, installation.Officer, units, ct);

    private void Compare(string whose, Times sql, Times read) => board.Add(new Row(
        $"GetTotal against the recursive query for {whose} total", $"p50 {read.P50.ToString("0.00", CultureInfo.InvariantCulture)} ms", $"query p50 {sql.P50:0.0} ms", $"{sql.P50 / read.P50:0} x", ">= 50 x", sql.P50 / read.P50 >= 50));

    private async Task Explain(CancellationToken ct)
    {
        var (pages, wholes, parts) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var time = 0; time < ExplainTimes; time++)
        {
            var began = Stopwatch.GetTimestamp();
            parts = 0;
            var request = new ExplainCellRequest { Unit = UnitId.Nation.Value, Period = Period, Cell = Explained, Filings = true };
            do
            {
                var started = Stopwatch.GetTimestamp();
                var page = await installation.Client.ExplainCellAsync(request, installation.Officer, cancellationToken: ct);
                pages.Add(Stopwatch.GetElapsedTime(started));
                parts += page.Parts.Count;
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            wholes.Add(Stopwatch.GetElapsedTime(began));
        }
        board.AddTimes("ExplainCell of the nation down to filings, one page", new Times(pages), 100);
        board.Add(new Row($"the same, all {pages.Count / ExplainTimes} pages, {parts:N0} filings other than zero", $"{new Times(wholes).P50:0} ms"));
    }

    private static GetTotalRequest Ask(UnitId unit) => new() { Unit = unit.Value, Period = Period };
}
