using System.Collections.Concurrent;
using System.Diagnostics;
using Federation.Contracts.Reports;

namespace Federation.Benchmarks.Load;

/// <summary>
/// Watches one cell of the national total that nobody but the probes fills. Each lane of probes adds at its own power of a thousand, so
/// that several can be under way and each knows when its own filing is in.
/// </summary>
internal sealed class NationWatch(IRollUpGrain nation, int cell)
{
    private const long Step = 1000;
    private readonly ConcurrentDictionary<int, (long Count, TaskCompletionSource<long> Seen)> waiting = [];

    /// <summary>Most filings of one lane.</summary>
    public const int MostOfALane = (int)Step - 1;

    /// <summary>Value that a filing of a lane puts into the cell.</summary>
    public static long MarkOf(int lane) => (long)Math.Pow(Step, lane);

    /// <summary>When the total first showed so many filings of a lane.</summary>
    public Task<long> Seen(int lane, long count)
    {
        var seen = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[lane] = (count, seen);
        return seen.Task;
    }

    /// <summary>Watches until it is told to stop.</summary>
    public async Task Run(CancellationToken ct)
    {
        for (var seen = long.MinValue; !ct.IsCancellationRequested;)
        {
            var coverage = await nation.Watch(seen, CancellationToken.None);
            var total = await nation.Get() ?? throw new InvalidOperationException("the period is not open");
            var now = Stopwatch.GetTimestamp();
            seen = Math.Max(coverage!.Version, total.Version);
            foreach (var (lane, wait) in waiting)
            {
                if (total.Tally[cell] / MarkOf(lane) % Step >= wait.Count && waiting.TryRemove(new(lane, wait)))
                    wait.Seen.SetResult(now);
            }
        }
    }
}
