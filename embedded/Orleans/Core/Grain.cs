using Federation.Embedded.Engine;
using Orleans.Core;
using Orleans.Runtime;

namespace Orleans;

/// <summary>Base class of grains. Made by the engine only, inside the first turn of its activation.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    protected Grain() => GrainContext = Activation.Current!; // null only when a test makes the grain by hand

    public IGrainContext GrainContext { get; }

    public GrainReference GrainReference => GrainContext.GrainReference;

    public string IdentityString => GrainContext?.GrainId.ToString() ?? "";

    protected IGrainFactory GrainFactory => Here.Engine.Factory;

    protected internal IServiceProvider ServiceProvider => GrainContext?.ActivationServices!;

    private Activation Here => GrainContext as Activation
        ?? throw new InvalidOperationException("This grain was not made by the engine; it has no context.");

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    protected void DeactivateOnIdle() => Here.RequestDeactivation();

    protected void DelayDeactivation(TimeSpan timeSpan) => Here.DelayDeactivation(timeSpan);
}

/// <summary>A grain with one state, read before activation.</summary>
public class Grain<TGrainState> : Grain
{
    private readonly IStorage<TGrainState> _storage;

    protected Grain() => _storage = Activation.Current is { } here
        ? StateStorage.ForGrainClass<TGrainState>(here, GetType())
        : throw new InvalidOperationException("A grain with state is made by the engine, or given its storage.");

    protected Grain(IStorage<TGrainState> storage) => _storage = storage;

    protected TGrainState State
    {
        get => _storage.State;
        set => _storage.State = value;
    }

    protected virtual Task ClearStateAsync() => _storage.ClearStateAsync();

    protected virtual Task ReadStateAsync() => _storage.ReadStateAsync();

    protected virtual Task WriteStateAsync() => _storage.WriteStateAsync();
}
