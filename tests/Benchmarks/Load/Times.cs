using System.Globalization;

namespace Federation.Benchmarks;

/// <summary>Waiting times in milliseconds.</summary>
internal sealed class Times
{
    private readonly double[] sorted;

    public Times(IEnumerable<TimeSpan> waits)
    {
        sorted = [.. waits.Select(w => w.TotalMilliseconds).Order()];
        if (sorted.Length == 0)
            throw new ArgumentException("nothing was measured", nameof(waits));
    }

    public int Count => sorted.Length;

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"p50 {P50:0.00} ms, p99 {P99:0.00} ms (n={Count})");

    private double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
