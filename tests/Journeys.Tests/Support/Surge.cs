using System.Collections.Concurrent;
using Federation.V1;
using Grpc.Core;

namespace Federation.Journeys.Tests.Support;

/// <summary>Many clerks who file at once. What was acknowledged is kept; a call that fails has an unknown end and is filed again later.</summary>
internal sealed class Surge(Installation at)
{
    private const int Clerks = 24;

    /// <summary>Receipt of every filing acknowledged, by unit.</summary>
    public ConcurrentDictionary<string, Receipt> Acknowledged { get; } = new();

    /// <summary>Files for every unit that has no receipt yet.</summary>
    /// <param name="acknowledgements">Number of new receipts after which <paramref name="strike"/> is begun; filing goes on beside it.</param>
    /// <param name="strike">What happens in the midst.</param>
    public async Task File(int acknowledgements = int.MaxValue, Func<Task>? strike = null)
    {
        var open = new ConcurrentQueue<(string Unit, Metadata Clerk)>(
            at.Country.Units.Where(u => !Acknowledged.ContainsKey(u)).Select(u => (u, at.Clerk(u))));
        var (reports, count) = (at.Reports, 0);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clerks = Enumerable.Range(0, Clerks).Select(_ => Task.Run(Clerk)).ToArray();
        if (strike is not null)
        {
            await Task.WhenAny(reached.Task, Task.WhenAll(clerks));
            Assert.True(reached.Task.IsCompleted, $"the surge ended after {count} acknowledgements, before the strike");
            await strike();
        }
        await Task.WhenAll(clerks);

        async Task Clerk()
        {
            while (open.TryDequeue(out var next))
            {
                try
                {
                    var request = new SubmitReportRequest { Unit = next.Unit, Period = Installation.Period, Figures = Country.FiguresOf(next.Unit), RequestId = "surge-" + next.Unit };
                    Acknowledged[next.Unit] = await reports.SubmitReportAsync(request, next.Clerk);
                    if (Interlocked.Increment(ref count) == acknowledgements)
                        reached.SetResult();
                }
                catch (Exception e) when (strike is not null && reached.Task.IsCompleted && e is RpcException or ObjectDisposedException)
                {
                    return; // the server is gone
                }
            }
        }
    }
}
