using Federation.Domain.Divisions;
using Federation.Domain.Reports;
using Federation.V1;
using Grpc.Core;

namespace Federation.Host.Demo;

/// <summary>Watches the nation's total as a page does.</summary>
internal static class NationWatch
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits until the nation's total shows something.</summary>
    /// <param name="reports">The public interface.</param>
    /// <param name="reader">Who may read it.</param>
    /// <param name="period">Period.</param>
    /// <param name="shows">What is waited for.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="TimeoutException">It never did.</exception>
    public static async Task<CoverageResponse> Until(Reports.ReportsClient reports, Metadata reader, PeriodId period, Func<Coverage, bool> shows, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        var last = new Coverage();
        try
        {
            using var watch = reports.WatchCoverage(new GetCoverageRequest { Unit = UnitId.Nation.Value, Period = period.ToString() }, reader, cancellationToken: deadline.Token);
            while (await watch.ResponseStream.MoveNext(deadline.Token))
            {
                last = watch.ResponseStream.Current.Whole;
                if (shows(last))
                    return watch.ResponseStream.Current;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled } && !ct.IsCancellationRequested)
        {
            // said below
        }
        throw new TimeoutException($"the national total did not become complete; it shows {last.Filed:N0} filings of {last.Expected:N0}, {last.Corrected:N0} corrected");
    }
}
