using Federation.Benchmarks.Floors;
using Federation.Benchmarks.Load;
using Federation.Contracts;
using Federation.Domain.Reports;
using Federation.Host.Demo;
using Federation.V1;
using Npgsql;

namespace Federation.Benchmarks.Runs;

/// <summary>What a plain service does with the same filings: one commit for each hand-in and each seal.</summary>
internal sealed class RivalRun(Board board, Installation installation, TempFolder temp)
{
    private const double Times = 3;

    /// <summary>Measures it on PostgreSQL behind gRPC, and on SQLite without.</summary>
    /// <param name="surge">Filings a second of the warm surge.</param>
    /// <param name="period">Period of that surge.</param>
    /// <param name="filings">What was filed in it.</param>
    /// <param name="ct">Ends it.</param>
    public async Task Run(double surge, PeriodId period, SentFiling[] filings, CancellationToken ct)
    {
        var acts = await FiledActs.Of(installation.Ledger, installation.ReadModels, period, ct);
        var (cluster, reason) = await PrivatePostgres.Start(temp);
        if (cluster is null)
            board.Add(new Row("one commit an act, PostgreSQL", $"skipped: {reason}"));
        else
            await OnPostgres(cluster, surge, acts.ToDictionary(a => GrainKeys.UnitAndPeriodOf(a[0].Stream).Unit.Value), PreparedCall.Of(filings, period, installation.Tokens), ct);
        var sqlite = await WriterFloor.Rate(temp["single.db"], acts, batch: 1);
        board.Add(new Row("surge against one commit an act, SQLite without gRPC", Board.PerSecond(surge), Board.PerSecond(sqlite), $"{surge / sqlite:0.00} x"));
    }

    private async Task OnPostgres(PrivatePostgres cluster, double surge, Dictionary<string, Domain.Ledger.Append[]> acts, PreparedCall[] calls, CancellationToken ct)
    {
        await using (cluster)
        {
            await using var source = NpgsqlDataSource.Create(cluster.ConnectionString);
            await PostgresFilings.CreateTables(source, ct);
            var rival = new PostgresFilings(source, acts);
            await using var server = await PlainServer.Start(rival.HandIn, rival.Seal, new Total(), ct);
            var sender = new Sender(server.Address);
            await sender.Send(calls[..(calls.Length / 10)], ct); // warm; their rows stay
            var rest = calls[(calls.Length / 10)..];
            GC.Collect();
            var plain = rest.Length / (await sender.Send(rest, ct)).TotalSeconds;
            board.Add(new Row(
                "surge against one commit an act, PostgreSQL behind gRPC, 32 connections", Board.PerSecond(surge), Board.PerSecond(plain), $"{surge / plain:0.00} x", $">= {Times} x", surge / plain >= Times));
        }
    }
}
