using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Core;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;

namespace Federation.Embedded.Engine;

/// <summary>Connects a state of a grain with the storage that keeps it.</summary>
internal static class StateStorage
{
    private static readonly MethodInfo Create = typeof(StateStorage).GetMethod(nameof(CreateFactory), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static Func<Activation, object?> FactoryFor(ParameterInfo parameter, IPersistentStateConfiguration configuration)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new ArgumentException($"[PersistentState] on parameter {parameter.Name} needs an IPersistentState<T>.", nameof(parameter));
        return (Func<Activation, object?>)Create.MakeGenericMethod(type.GenericTypeArguments).Invoke(null, [configuration])!;
    }

    public static IStorage<T> ForGrainClass<T>(Activation activation, Type grainClass)
    {
        var provider = grainClass.GetCustomAttribute<StorageProviderAttribute>()?.ProviderName;
        return Attach<T>(activation, "state", StorageNamed(activation.Engine.Services, provider));
    }

    /// <summary>The state of a grain that has none stored yet.</summary>
    public static T New<T>() => typeof(T).IsValueType || typeof(T) == typeof(string)
        ? default!
        : typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null
            ? (T)Activator.CreateInstance(typeof(T), nonPublic: true)!
            : (T)RuntimeHelpers.GetUninitializedObject(typeof(T));

    private static Func<Activation, object?> CreateFactory<T>(IPersistentStateConfiguration configuration)
    {
        IGrainStorage? storage = null;
        return activation => Attach<T>(
            activation, configuration.StateName, storage ??= StorageNamed(activation.Engine.Services, configuration.StorageName));
    }

    private static PersistentState<T> Attach<T>(Activation activation, string name, IGrainStorage storage)
    {
        var state = new PersistentState<T>(name, activation, storage);
        activation.AddState(state);
        return state;
    }

    private static IGrainStorage StorageNamed(IServiceProvider services, string? name) =>
        services.GetKeyedService<IGrainStorage>(name ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME)
        ?? (name is null ? services.GetService<IGrainStorage>() : null)
        ?? throw new BadProviderConfigException($"No storage provider named \"{name ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME}\" found.");
}

/// <summary>One state of one activation.</summary>
internal sealed class PersistentState<T>(string name, Activation activation, IGrainStorage storage) : IPersistentState<T>, IActivationState, IGrainState<T>
{
    private T? _state;
    private bool _made;

    public T State
    {
        get
        {
            if (!_made)
            {
                _made = true;
                _state = New();
            }

            return _state!;
        }
        set
        {
            _made = true;
            _state = value;
        }
    }

    T? IGrainState<T>.State
    {
        get => State;
        set => State = value!;
    }

    public string? Etag { get; private set; }

    public bool RecordExists { get; private set; }

    string? IGrainState<T>.ETag
    {
        get => Etag;
        set => Etag = value;
    }

    bool IGrainState<T>.RecordExists
    {
        get => RecordExists;
        set => RecordExists = value;
    }

    public Task Load(CancellationToken cancellationToken) => ReadStateAsync().WaitAsync(cancellationToken);

    public Task ReadStateAsync() => Guard(storage.ReadStateAsync(name, activation.GrainId, this));

    public Task WriteStateAsync() => Guard(storage.WriteStateAsync(name, activation.GrainId, this));

    public async Task ClearStateAsync()
    {
        await Guard(storage.ClearStateAsync(name, activation.GrainId, this));
        State = New();
    }

    private static T New() => StateStorage.New<T>();

    private async Task Guard(Task work)
    {
        try
        {
            await work;
        }
        catch (Exception failure) when (failure is not OrleansException)
        {
            throw new OrleansException($"Error from storage provider {storage.GetType().Name}.{name} for grain {activation.GrainId}: {failure.Message}", failure);
        }
    }
}
