using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Benchmarks.Runs;

/// <summary>A grain that does nothing.</summary>
[Alias("federation.benchmarks.idle")]
public interface IIdleGrain : IGrainWithStringKey
{
    /// <summary>Nothing.</summary>
    [Alias("nothing")]
    Task Nothing();
}

/// <inheritdoc />
[GrainType("idle")]
public sealed class IdleGrain : Grain, IIdleGrain
{
    /// <inheritdoc />
    public Task Nothing() => Task.CompletedTask;
}

/// <summary>Calls of the engine that do nothing, against the same interface called without an engine.</summary>
internal sealed class EngineRun(Board board)
{
    private const int Warm = 400_000;
    private const int Calls = 4_000_000;

    public async Task Run(CancellationToken ct)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.UseLocalhostClustering());
        using var app = builder.Build();
        await app.StartAsync(ct);
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        await Rate(Grains(16), Warm);
        await Rate(Bare(16), Warm);
        foreach (var callers in (int[])[1, 16])
            board.AddRate($"no-op grain calls, {callers} at once", await Rate(Grains(callers), Calls), "bare virtual calls", await Rate(Bare(callers), Calls));
        var best = await Rate(Grains(16), Calls);
        board.Add(new Row("no-op grain calls, 16 at once, again", Board.PerSecond(best), Budget: ">= 1 M/s", Met: best >= 1e6));
        await app.StopAsync(ct);

        IIdleGrain[] Grains(int callers) => [.. Enumerable.Range(0, callers).Select(n => grains.GetGrain<IIdleGrain>($"idle/{n}"))];
        static IIdleGrain[] Bare(int callers) => [.. Enumerable.Range(0, callers).Select(_ => new IdleGrain())];
    }

    private static async Task<double> Rate(IIdleGrain[] targets, int calls)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(targets.Select(target => Task.Run(async () =>
        {
            for (var n = calls / targets.Length; n > 0; n--)
                await target.Nothing();
        })));
        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
