using System.Diagnostics;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>The bare writer given a work point's rows as fast as it takes them: the issue first, then every book and every batch of receipts, with full commits.</summary>
internal static class PlanFloor
{
    private const int Callers = 2000; // more than one commit holds, so that the next is full when the last is written

    /// <summary>Writes them to a new ledger.</summary>
    /// <returns>Seconds until all is on disk.</returns>
    public static async Task<double> Seconds(string file, Append[] books, Append[] plan)
    {
        await using var ledger = SqliteLedger.Open(file, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(Books)).Append(Task.Run(Plan)));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task Books()
        {
            for (var at = Interlocked.Increment(ref next); at < books.Length; at = Interlocked.Increment(ref next))
                await Write(ledger, books[at]);
        }

        async Task Plan()
        {
            foreach (var act in plan)
                await Write(ledger, act);
        }
    }

    private static async Task Write(SqliteLedger ledger, Append act)
    {
        if ((await ledger.Append(act, CancellationToken.None)).Outcome != AppendOutcome.Recorded)
            throw new InvalidOperationException($"{act.Stream} was not recorded");
    }
}
