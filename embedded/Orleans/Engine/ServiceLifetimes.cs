using Microsoft.Extensions.DependencyInjection;

namespace Federation.Embedded.Engine;

/// <summary>Which services are singletons; asked when grain classes are prepared, after the container is complete.</summary>
internal sealed class ServiceLifetimes(IServiceCollection services)
{
    public bool IsSingleton(Type service)
    {
        var generic = service.IsGenericType ? service.GetGenericTypeDefinition() : null;
        var last = services.LastOrDefault(d => !d.IsKeyedService && (d.ServiceType == service || d.ServiceType == generic));
        return last?.Lifetime == ServiceLifetime.Singleton;
    }
}
