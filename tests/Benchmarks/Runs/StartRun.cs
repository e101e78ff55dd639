using System.Diagnostics;
using System.Globalization;
using System.Net;
using Federation.Benchmarks.Load;

namespace Federation.Benchmarks.Runs;

/// <summary>A second start of the program itself, as a process of its own, on the data that the surges have left.</summary>
internal sealed class StartRun(Board board)
{
    private const int Starts = 3;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Federation.Host.dll");

    public async Task Run(string data, CancellationToken ct)
    {
        var bare = await Bare(ct);
        var (waits, memory) = (new List<TimeSpan>(), new List<long>());
        for (var n = 0; n < Starts; n++)
        {
            var (took, kib) = await Serve(data, ct);
            waits.Add(took);
            memory.Add(kib);
        }
        var start = new Times(waits);
        var most = memory.Max() / 1024.0;
        board.Add(new Row("start with the national tree loaded, to /health", $"{start.P50 / 1000:0.00} s (slowest of {Starts}: {start.P99 / 1000:0.00} s)", $"the program's --help {bare.TotalSeconds:0.00} s", $"{start.P50 / bare.TotalMilliseconds:0.0} x", "<= 3 s", start.P99 <= 3000));
        board.Add(new Row("resident after the start", $"{most:0} MB", Budget: "<= 400 MB", Met: most <= 400));
    }

    private static async Task<TimeSpan> Bare(CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Begin("--help");
        await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return Stopwatch.GetElapsedTime(started);
    }

    private static async Task<(TimeSpan Took, long Kib)> Serve(string data, CancellationToken ct)
    {
        var web = Ports.Free();
        var started = Stopwatch.GetTimestamp();
        using var process = Begin("serve", "--data", data, "--web-port", web.ToString(CultureInfo.InvariantCulture), "--grpc-port", Ports.Free().ToString(CultureInfo.InvariantCulture));
        try
        {
            // it prints where it serves once it does
            while (await process.StandardOutput.ReadLineAsync(ct) is { } line && !line.Contains("Ctrl+C", StringComparison.Ordinal))
                continue;
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{web}/health"), ct);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new InvalidOperationException($"/health answered {answer.StatusCode}");
            return (Stopwatch.GetElapsedTime(started), Resident(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static long Resident(Process process)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    private static Process Begin(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true }) ?? throw new InvalidOperationException("dotnet did not start");
}
