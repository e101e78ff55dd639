using System.Collections.Concurrent;
using Federation.V1;
using Grpc.Core;

namespace Federation.Journeys.Tests.Support;

/// <summary>
/// Many clerks who hand in and approvers who seal, all at once. What was acknowledged is kept; a call that fails has an unknown end and is made again
/// later, under the same request id.
/// </summary>
internal sealed class Surge(Installation at)
{
    private const int Clerks = 24;

    /// <summary>Receipt of every report handed in and acknowledged, by unit.</summary>
    public ConcurrentDictionary<string, Receipt> HandedIn { get; } = new();

    /// <summary>Receipt of every seal acknowledged, by unit.</summary>
    public ConcurrentDictionary<string, Receipt> Acknowledged { get; } = new();

    /// <summary>Hands in for every unit, and seals nothing.</summary>
    public async Task HandIn()
    {
        foreach (var unit in at.Country.Units)
            HandedIn[unit] = await HandIn(at.Reports, unit, at.Clerk(unit));
    }

    /// <summary>Files for every unit that has no receipt yet.</summary>
    /// <param name="acknowledgements">Number of new receipts after which <paramref name="strike"/> is begun; filing goes on beside it.</param>
    /// <param name="strike">What happens in the midst.</param>
    public async Task File(int acknowledgements = int.MaxValue, Func<Task>? strike = null)
    {
        var open = new ConcurrentQueue<(string Unit, Metadata Clerk, Metadata Approver)>(
            at.Country.Units.Where(u => !Acknowledged.ContainsKey(u)).Select(u => (u, at.Clerk(u), at.Approver(u))));
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
                    if (!HandedIn.TryGetValue(next.Unit, out var waiting))
                        HandedIn[next.Unit] = waiting = await HandIn(reports, next.Unit, next.Clerk);
                    Acknowledged[next.Unit] = await Approve(reports, waiting, next.Approver);
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

    private static async Task<Receipt> HandIn(Reports.ReportsClient reports, string unit, Metadata clerk) => await reports.SubmitReportAsync(
        new SubmitReportRequest { Unit = unit, Period = Installation.Period, Figures = Country.FiguresOf(unit), RequestId = "surge-" + unit }, clerk);

    private static async Task<Receipt> Approve(Reports.ReportsClient reports, Receipt waiting, Metadata approver) => await reports.ApproveReportAsync(
        new ApproveReportRequest { Unit = waiting.Unit, Period = Installation.Period, Version = waiting.Version, ContentHash = waiting.ContentHash, RequestId = "seal-" + waiting.Unit }, approver);
}
