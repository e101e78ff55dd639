using System.Diagnostics;
using Federation.V1;
using Grpc.Net.Client;

namespace Federation.Benchmarks.Load;

/// <summary>Sends prepared calls, many at a time over a few connections: the same way for what is measured and for its floor.</summary>
internal sealed class Sender(Uri server)
{
    public const int Callers = 96;
    private const int Connections = 4;

    /// <summary>Files them all: each is handed in, and sealed with the next call; a call that fails ends the run.</summary>
    /// <returns>How long from the first call to the last answer.</returns>
    public Task<TimeSpan> Send(IReadOnlyList<PreparedCall> calls, CancellationToken ct) =>
        Each(calls.Count, (client, at) => calls[at].File(client, ct), ct);

    /// <summary>Makes so many calls of the smallest request.</summary>
    public Task<TimeSpan> SendEmpty(int count, CancellationToken ct) =>
        Each(count, async (client, _) => await client.SubmitReportAsync(new SubmitReportRequest(), cancellationToken: ct), ct);

    private async Task<TimeSpan> Each(int count, Func<Reports.ReportsClient, int, Task> file, CancellationToken ct)
    {
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(server)).ToArray();
        try
        {
            var next = -1;
            async Task Call(Reports.ReportsClient client)
            {
                for (var at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
                    await file(client, at);
            }

            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(n => Task.Run(() => Call(new Reports.ReportsClient(channels[n % Connections])), ct)));
            return Stopwatch.GetElapsedTime(started);
        }
        finally
        {
            foreach (var channel in channels)
                channel.Dispose();
        }
    }
}
