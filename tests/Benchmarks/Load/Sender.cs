using System.Diagnostics;
using Federation.V1;
using Grpc.Net.Client;

namespace Federation.Benchmarks.Load;

/// <summary>Sends prepared calls, many at a time over a few connections: the same way for what is measured and for its floor.</summary>
internal sealed class Sender(Uri server)
{
    public const int Callers = 96;
    private const int Connections = 4;

    /// <summary>Sends them all; a call that fails ends the run.</summary>
    /// <returns>How long from the first call to the last answer.</returns>
    public async Task<TimeSpan> Send(IReadOnlyList<PreparedCall> calls, CancellationToken ct)
    {
        var channels = Enumerable.Range(0, Connections).Select(_ => GrpcChannel.ForAddress(server)).ToArray();
        try
        {
            var next = -1;
            async Task Call(Reports.ReportsClient client)
            {
                for (var at = Interlocked.Increment(ref next); at < calls.Count; at = Interlocked.Increment(ref next))
                    await client.SubmitReportAsync(calls[at].Request, calls[at].Headers, cancellationToken: ct);
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
