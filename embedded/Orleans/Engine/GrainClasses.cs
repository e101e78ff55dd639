using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Configuration;
using Orleans.Metadata;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>The grain classes of the process and which of them serves an interface.</summary>
internal sealed class GrainClasses(GrainEngine engine, GrainTypeOptions options)
{
    private readonly ConcurrentDictionary<Type, GrainClass> _classes = new();

    private IEnumerable<Type> Types => GrainAssemblies.Classes().Concat(options.Classes).Distinct();

    public GrainClass Serving(Type interfaceType, string? prefix)
    {
        if (!interfaceType.IsInterface || !typeof(IAddressable).IsAssignableFrom(interfaceType))
            throw new ArgumentException($"{interfaceType} is not a grain interface.", nameof(interfaceType));
        if (interfaceType.GetCustomAttribute<DefaultGrainTypeAttribute>() is { } chosen && prefix is null)
            return Named(chosen.Value);
        var serving = Types.Where(interfaceType.IsAssignableFrom).ToList();
        if (prefix is not null)
            serving = [.. serving.Where(t => t.FullName!.StartsWith(prefix, StringComparison.Ordinal) || t.Name.StartsWith(prefix, StringComparison.Ordinal))];
        if (serving.Count > 1)
        {
            // by convention, the class named as the interface without its I
            var named = serving.Where(t => "I" + t.Name == interfaceType.Name).ToList();
            serving = named.Count == 1 ? named : serving;
        }

        return serving switch
        {
            [] => throw new ArgumentException($"Could not find an implementation for interface {interfaceType}.", nameof(interfaceType)),
            [var only] => ClassOf(only),
            _ => throw new ArgumentException(
                $"Unable to identify a single appropriate grain type for interface {interfaceType}. Candidates: {string.Join(", ", serving)}.", nameof(interfaceType)),
        };
    }

    public GrainClass Named(GrainType name)
    {
        foreach (var type in Types)
        {
            if (GrainClass.NameOf(type).Equals(name))
                return ClassOf(type);
        }

        throw new ArgumentException($"Could not find a grain class for grain type {name}.", nameof(name));
    }

    public Type InterfaceNamed(GrainInterfaceType name) =>
        Types.SelectMany(t => t.GetInterfaces()).Concat(options.Interfaces)
            .FirstOrDefault(i => typeof(IAddressable).IsAssignableFrom(i) && ReferenceShape.NameOf(i).Equals(name))
        ?? throw new ArgumentException($"Could not find a grain interface named {name}.", nameof(name));

    private GrainClass ClassOf(Type type) => _classes.GetOrAdd(type, t => new GrainClass(t, engine));
}

/// <summary>Finds grain classes in the assemblies of the process that use this engine.</summary>
internal static class GrainAssemblies
{
    private static readonly string Engine = typeof(Grain).Assembly.GetName().Name!;
    private static readonly ConcurrentDictionary<Assembly, Type[]> Scanned = new();

    public static IEnumerable<Type> Classes()
    {
        LoadReferenced();
        return AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic).SelectMany(a => Scanned.GetOrAdd(a, Scan));
    }

    private static Type[] Scan(Assembly assembly)
    {
        if (assembly.GetReferencedAssemblies().All(r => r.Name != Engine))
            return [];
        return [.. assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
            && typeof(IGrainBase).IsAssignableFrom(t) && typeof(IAddressable).IsAssignableFrom(t))];
    }

    // the runtime loads an assembly when its code is first used, which may be after its grains are called
    private static void LoadReferenced()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic));
        while (queue.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName ?? "") || IsFramework(assembly.GetName().Name!))
                continue;
            foreach (var name in assembly.GetReferencedAssemblies().Where(r => !IsFramework(r.Name!) && !seen.Contains(r.FullName)))
            {
                try
                {
                    queue.Enqueue(Assembly.Load(name));
                }
                catch (Exception failure) when (failure is IOException or BadImageFormatException)
                {
                    seen.Add(name.FullName); // not deployed: then none of its grains can be called
                }
            }
        }
    }

    private static bool IsFramework(string name) =>
        name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal)
        || name.StartsWith("xunit", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" || name == Engine;
}
