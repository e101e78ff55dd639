using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>The services of a silo; added once however often a silo is asked for.</summary>
internal static class SiloServices
{
    public static ISiloBuilder AddSilo(IServiceCollection services, IConfiguration? configuration)
    {
        configuration ??= new ConfigurationBuilder().Build();
        if (services.FirstOrDefault(d => d.ServiceType == typeof(SiloBuilder))?.ImplementationInstance is SiloBuilder existing)
            return existing;
        var builder = new SiloBuilder(services, configuration);
        services.AddSingleton(builder);
        services.AddLogging();
        services.AddOptions();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TurnScheduler>();
        services.AddSingleton(new ServiceLifetimes(services));
        services.AddSingleton<EngineLog>();
        services.AddSingleton<GrainEngine>();
        services.AddSingleton<GrainFactory>(s => s.GetRequiredService<GrainEngine>().Factory);
        services.AddSingleton<IGrainFactory>(s => s.GetRequiredService<GrainFactory>());
        services.AddSingleton<IClusterClient>(s => s.GetRequiredService<GrainFactory>());
        services.AddSingleton<IGrainContextAccessor, ContextAccessor>();
        services.AddSingleton<SiloLifecycle>();
        services.AddSingleton<ISiloLifecycle>(s => s.GetRequiredService<SiloLifecycle>());
        services.AddSingleton<ISiloLifecycleSubject>(s => s.GetRequiredService<SiloLifecycle>());
        services.AddSingleton<IHostedService, SiloHostedService>();
        return builder;
    }

    private sealed class SiloBuilder(IServiceCollection services, IConfiguration configuration) : ISiloBuilder
    {
        public IServiceCollection Services => services;

        public IConfiguration Configuration => configuration;
    }

    private sealed class ContextAccessor : IGrainContextAccessor
    {
        public IGrainContext GrainContext => Activation.Current!;
    }
}
