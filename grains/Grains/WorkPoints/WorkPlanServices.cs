using Federation.Contracts.WorkPoints;
using Federation.Grains.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Grains.WorkPoints;

/// <summary>Registers what work plans need besides their grain.</summary>
public static class WorkPlanServices
{
    /// <summary>The route by which a plan is woken when the time for answers is over.</summary>
    public static IServiceCollection AddWorkPlans(this IServiceCollection services) =>
        services.AddSingleton(new DueRoute("plan", (grains, key) => grains.GetGrain<IWorkPlanGrain>(key).Escalate()));
}
