using System.Reflection;
using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>What references to grains of one class by one interface have in common.</summary>
internal sealed class ReferenceShape(GrainEngine engine, Type interfaceType, GrainClass grainClass)
{
    public GrainEngine Engine { get; } = engine;

    public Type Interface { get; } = interfaceType;

    public GrainClass Class { get; } = grainClass;

    public GrainType GrainType { get; } = grainClass.GrainType;

    public GrainInterfaceType InterfaceType { get; } = NameOf(interfaceType);

    public static GrainInterfaceType NameOf(Type interfaceType) =>
        GrainInterfaceType.Create(interfaceType.GetCustomAttribute<AliasAttribute>()?.Alias ?? interfaceType.FullName ?? interfaceType.Name);
}
