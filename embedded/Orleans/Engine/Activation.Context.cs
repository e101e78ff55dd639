using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

// The activation as its grain sees it.
internal sealed partial class Activation : IGrainContext, IWorkItemScheduler
{
    private GrainReference? _reference;
    private IServiceScope? _scope;

    public GrainId GrainId => new(_class.GrainType, _key);

    public object? GrainInstance => _instance;

    public GrainReference GrainReference => _reference ??= _engine.Factory.UntypedReference(_class, _key);

    public ActivationId ActivationId
    {
        get
        {
            lock (this)
                return Extras.ActivationId;
        }
    }

    public IServiceProvider ActivationServices => (_scope ??= _engine.Services.CreateScope()).ServiceProvider;

    public IWorkItemScheduler Scheduler => this;

    public IGrainLifecycle ObservableLifecycle
    {
        get
        {
            lock (this)
                return Extras.Lifecycle ??= new GrainLifecycle();
        }
    }

    public Task Deactivated
    {
        get
        {
            lock (this)
                return Extras.Deactivated.Task;
        }
    }

    public object? GetTarget() => _instance;

    public object? GetComponent(Type componentType)
    {
        ArgumentNullException.ThrowIfNull(componentType);
        if (componentType.IsInstanceOfType(_instance))
            return _instance;
        lock (this)
        {
            if (_extras?.Components?.TryGetValue(componentType, out var set) == true)
                return set;
        }

        return ActivationServices.GetService(componentType);
    }

    public void SetComponent<TComponent>(TComponent? value)
        where TComponent : class
    {
        lock (this)
        {
            var components = Extras.Components ??= [];
            if (value is null)
                components.Remove(typeof(TComponent));
            else
                components[typeof(TComponent)] = value;
        }
    }

    public void EnterReentrantSection(Guid chain)
    {
        lock (this)
        {
            var chains = Extras.ReentrantChains ??= [];
            chains[chain] = chains.GetValueOrDefault(chain) + 1;
            StartWaiting();
        }
    }

    public void ExitReentrantSection(Guid chain)
    {
        lock (this)
        {
            if (_extras?.ReentrantChains is not { } chains || !chains.TryGetValue(chain, out var depth))
                return;
            if (depth > 1)
                chains[chain] = depth - 1;
            else
                chains.Remove(chain);
            if (chains.Count == 0)
                Extras.ReentrantChains = null;
        }
    }

    public void DelayDeactivation(TimeSpan timeSpan)
    {
        lock (this)
        {
            Extras.KeepUntil = timeSpan switch
            {
                _ when timeSpan == TimeSpan.MaxValue || timeSpan == Timeout.InfiniteTimeSpan => long.MaxValue,
                _ when timeSpan <= TimeSpan.Zero => long.MinValue,
                _ => _engine.Clock.Exact() + (long)timeSpan.TotalMilliseconds,
            };
        }
    }

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => $"[Activation: {GrainId} {_state}]";
}
