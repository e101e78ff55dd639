using System.Diagnostics.Metrics;

namespace Federation.Storage;

/// <summary>Instruments of the writer, under the meter <see cref="MeterName"/>.</summary>
public static class StorageMetrics
{
    /// <summary>Name of the meter, for exporters to subscribe to.</summary>
    public const string MeterName = "Federation.Storage";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>Acts gathered into one transaction.</summary>
    internal static readonly Histogram<int> BatchSize =
        Meter.CreateHistogram<int>("federation.storage.batch.size", "{act}", "Acts gathered into one transaction.");

    /// <summary>Time of one transaction, from its first statement until it is on disk.</summary>
    internal static readonly Histogram<double> CommitDuration =
        Meter.CreateHistogram<double>("federation.storage.commit.duration", "s", "Time of one transaction until it is on disk.");

    /// <summary>Acts waiting for the writer.</summary>
    internal static readonly UpDownCounter<int> QueueLength =
        Meter.CreateUpDownCounter<int>("federation.storage.queue.length", "{act}", "Acts waiting for the writer.");

    /// <summary>Transactions of which nothing was recorded because storage failed.</summary>
    internal static readonly Counter<int> FailedBatches =
        Meter.CreateCounter<int>("federation.storage.batch.failed", "{batch}", "Transactions lost to a failure of storage.");
}
