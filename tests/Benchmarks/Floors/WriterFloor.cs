using System.Diagnostics;
using Federation.Benchmarks.Load;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>The bare writer: filings (hand-in, then seal) appended by as many callers as the surge has, with nothing before and nothing after.</summary>
internal static class WriterFloor
{
    /// <summary>Appends the acts to a ledger of its own, those of one filing one after the other.</summary>
    /// <param name="file">The ledger; may hold earlier acts.</param>
    /// <param name="filings">The acts of each filing, in order.</param>
    /// <param name="batch">Acts in one transaction at most; 1 is one commit for each.</param>
    /// <returns>Filings a second.</returns>
    public static async Task<double> Rate(string file, Append[][] filings, int batch)
    {
        await using var ledger = SqliteLedger.Open(file, TimeProvider.System, new SqliteLedgerOptions { BatchLimit = batch });
        var next = -1;
        async Task Write()
        {
            for (var at = Interlocked.Increment(ref next); at < filings.Length; at = Interlocked.Increment(ref next))
            {
                foreach (var act in filings[at])
                {
                    if ((await ledger.Append(act, CancellationToken.None)).Outcome != AppendOutcome.Recorded)
                        throw new InvalidOperationException($"{act.Stream} was not recorded");
                }
            }
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Sender.Callers).Select(_ => Task.Run(Write)));
        return filings.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
