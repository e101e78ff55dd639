using System.Diagnostics;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Federation.Storage.Sqlite;

namespace Federation.Benchmarks.Floors;

/// <summary>The bare writer given the events of catalogs alone, byte for byte as they were recorded, as many in one act as a push had.</summary>
internal static class CatalogFloor
{
    /// <summary>Writes them to a new ledger.</summary>
    /// <param name="file">The ledger.</param>
    /// <param name="catalogs">Events of each catalog, batch by batch.</param>
    /// <param name="callers">Catalogs written at once.</param>
    /// <returns>Seconds until all is on disk.</returns>
    public static async Task<double> Seconds(string file, IReadOnlyList<(UnitId Unit, NewEvent[][] Batches)> catalogs, int callers)
    {
        await using var ledger = SqliteLedger.Open(file, TimeProvider.System);
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(Write)));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task Write()
        {
            for (var at = Interlocked.Increment(ref next); at < catalogs.Count; at = Interlocked.Increment(ref next))
            {
                var seq = 0L;
                foreach (var batch in catalogs[at].Batches)
                {
                    var append = new Append($"bare/{catalogs[at].Unit}", seq, TimeProvider.System.GetUtcNow(), "bench", "", "", [.. batch]);
                    if ((await ledger.Append(append, CancellationToken.None)).Outcome != AppendOutcome.Recorded)
                        throw new InvalidOperationException($"{append.Stream} was not recorded");
                    seq += batch.Length;
                }
            }
        }
    }
}
