using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Federation.Embedded.Engine;

/// <summary>What never changes about one grain class in one silo.</summary>
internal sealed class GrainClass
{
    private readonly ConstructorInfo _constructor;
    private readonly Func<Activation, object?>[] _arguments;
    private readonly MethodInfo? _mayInterleave;

    public GrainClass(Type type, GrainEngine engine)
    {
        Type = type;
        GrainType = NameOf(type);
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        FiltersItself = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        if (type.GetCustomAttribute<StatelessWorkerAttribute>() is { } worker)
            MaxWorkers = worker.MaxLocalWorkers > 0 ? worker.MaxLocalWorkers : Environment.ProcessorCount;
        if (type.GetCustomAttribute<MayInterleaveAttribute>() is { } predicate)
        {
            _mayInterleave = type.GetMethod(
                predicate.CallbackMethodName, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.FlattenHierarchy)
                ?? throw new InvalidOperationException($"{type} has no method {predicate.CallbackMethodName} for [MayInterleave].");
        }

        CollectionAge = type.IsDefined(typeof(KeepAliveAttribute), inherit: true)
            ? Timeout.InfiniteTimeSpan
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.AgeLimit
                ?? (engine.Collection.ClassSpecificCollectionAge.TryGetValue(type.FullName!, out var configured)
                    ? configured
                    : engine.Collection.CollectionAge);
        _constructor = Constructors(type);
        _arguments = [.. _constructor.GetParameters().Select(p => GrainArguments.For(p, engine))];
    }

    public Type Type { get; }

    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public bool FiltersItself { get; }

    /// <summary>0 when there is one activation only.</summary>
    public int MaxWorkers { get; }

    public TimeSpan CollectionAge { get; }

    public bool MayInterleaveByChoice => _mayInterleave is not null;

    public static GrainType NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } named)
            return named.Value;
        var name = type.Name;
        if (name.EndsWith("Grain", StringComparison.Ordinal) && name.Length > "Grain".Length)
            name = name[..^"Grain".Length];
        return GrainType.Create(name.ToLowerInvariant());
    }

    public bool MayInterleave(object? grain, Call call) =>
        _mayInterleave!.Invoke(_mayInterleave.IsStatic ? null : grain, BindingFlags.DoNotWrapExceptions, null, [(IInvokable)call], null) is true;

    public object Create(Activation activation)
    {
        var arguments = new object?[_arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = _arguments[i](activation);
        return _constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static ConstructorInfo Constructors(Type type)
    {
        var all = type.GetConstructors();
        return all.FirstOrDefault(c => c.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute)))
            ?? all.OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"Grain class {type} has no public constructor.");
    }
}
