using System.Diagnostics;
using System.Globalization;

namespace Federation.Benchmarks.Load;

/// <summary>What this process has used up: tells apart a slow program from a busy machine.</summary>
/// <param name="Processor">Time on processors, client and server together.</param>
/// <param name="Collecting">Time stopped for garbage collection.</param>
/// <param name="Collections">Collections of any generation.</param>
/// <param name="FullCollections">Those of the oldest.</param>
/// <param name="Allocated">Bytes allocated.</param>
internal sealed record Spent(TimeSpan Processor, TimeSpan Collecting, int Collections, int FullCollections, long Allocated)
{
    public static Spent Now()
    {
        using var process = Process.GetCurrentProcess();
        return new(process.TotalProcessorTime, GC.GetTotalPauseDuration(), GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalAllocatedBytes());
    }

    public Spent Since(Spent before) => new(
        Processor - before.Processor, Collecting - before.Collecting, Collections - before.Collections, FullCollections - before.FullCollections, Allocated - before.Allocated);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor.TotalSeconds:0.0} s of processors, {Collecting.TotalSeconds:0.0} s stopped by {Collections} collections ({FullCollections} full), {Allocated / 1e9:0.00} GB allocated");
}
