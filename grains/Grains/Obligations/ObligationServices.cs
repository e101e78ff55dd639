using Federation.Contracts.Obligations;
using Federation.Grains.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Grains.Obligations;

/// <summary>Registers what duties need besides their grain.</summary>
public static class ObligationServices
{
    /// <summary>The route by which a book of duties is woken when a light changes by the date alone.</summary>
    public static IServiceCollection AddObligations(this IServiceCollection services) =>
        services.AddSingleton(new DueRoute("duties", (grains, key) => grains.GetGrain<IObligationBookGrain>(key).Wake()));
}
