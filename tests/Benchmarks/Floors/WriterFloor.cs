using System.Diagnostics;
using Federation.Benchmarks.Load;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>The bare writer: acts appended by as many callers as the surge has, with nothing before and nothing after.</summary>
internal static class WriterFloor
{
    /// <summary>Appends the acts to a ledger of its own.</summary>
    /// <param name="file">The ledger; may hold earlier acts.</param>
    /// <param name="acts">What to append.</param>
    /// <param name="batch">Acts in one transaction at most; 1 is one commit for each.</param>
    /// <returns>Acts a second.</returns>
    public static async Task<double> Rate(string file, Append[] acts, int batch)
    {
        await using var ledger = SqliteLedger.Open(file, TimeProvider.System, new SqliteLedgerOptions { BatchLimit = batch });
        var next = -1;
        async Task Write()
        {
            for (var at = Interlocked.Increment(ref next); at < acts.Length; at = Interlocked.Increment(ref next))
            {
                if ((await ledger.Append(acts[at], CancellationToken.None)).Outcome != AppendOutcome.Recorded)
                    throw new InvalidOperationException($"{acts[at].Stream} was not recorded");
            }
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Sender.Callers).Select(_ => Task.Run(Write)));
        return acts.Length / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
