using Federation.Embedded.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Federation.Tests.Orleans.Simulated;

/// <summary>A silo under the seeded scheduler.</summary>
internal sealed class SimulatedSilo : IDisposable
{
    private readonly IHost _host;

    public SimulatedSilo(int seed, SimulationOptions? options = null, Action<ISiloBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.UseOrleans(silo =>
        {
            silo.AddMemoryGrainStorage("store").UseInMemoryReminderService();
            configure?.Invoke(silo);
        });
        Simulation = builder.Services.AddSimulation(seed, options);
        _host = builder.Build();
        Simulation.Start(_host);
    }

    public Simulation Simulation { get; }

    public T Grain<T>(string key)
        where T : IGrainWithStringKey => _host.Services.GetRequiredService<IGrainFactory>().GetGrain<T>(key);

    public void Dispose()
    {
        Simulation.Options = Simulation.Options with { Loss = 0, ReplyLoss = 0, IsCut = null };
        Simulation.Stop(_host);
        _host.Dispose();
    }
}
