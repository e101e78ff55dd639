using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>How a constructor parameter of a grain gets its value. Singletons are found once; a scope is opened only for those who need it.</summary>
internal static class GrainArguments
{
    public static Func<Activation, object?> For(ParameterInfo parameter, GrainEngine engine)
    {
        var type = parameter.ParameterType;
        if (type == typeof(IGrainContext))
            return static activation => activation;
        if (parameter.GetCustomAttribute<PersistentStateAttribute>() is { } state)
            return StateStorage.FactoryFor(parameter, state);
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
            return activation => activation.ActivationServices.GetRequiredKeyedService(type, keyed.Key);
        if (engine.IsSingleton(type))
        {
            var found = new Lazy<object>(() => engine.Services.GetRequiredService(type));
            return _ => found.Value;
        }

        return parameter.HasDefaultValue
            ? activation => activation.ActivationServices.GetService(type) ?? parameter.DefaultValue
            : activation => activation.ActivationServices.GetRequiredService(type);
    }
}
