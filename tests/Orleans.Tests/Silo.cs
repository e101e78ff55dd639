using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Hosting;

namespace Federation.Tests.Orleans;

/// <summary>A silo in this process, as a product host makes it: through UseOrleans and nothing else.</summary>
internal sealed class Silo(IHost host) : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IServiceProvider Services => host.Services;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<Silo> Start(Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering();
            configure?.Invoke(silo);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new Silo(host);
    }

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => Grains.GetGrain<T>(key);

    public Task Stop() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

internal static class Waiting
{
    /// <summary>Fails with words instead of hanging.</summary>
    public static async Task For(this Task step, string words)
    {
        if (await Task.WhenAny(step, Task.Delay(Silo.Patience)) != step)
            throw new TimeoutException($"Never came: {words}");
        await step;
    }

    public static async Task<T> For<T>(this Task<T> step, string words)
    {
        await ((Task)step).For(words);
        return await step;
    }
}
