using Orleans;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

/// <summary>What most activations never need, kept apart so that an idle one stays small.</summary>
internal sealed class ActivationExtras
{
    private TaskCompletionSource? _deactivated;
    private ActivationId _activationId;

    public GrainLifecycle? Lifecycle { get; set; }

    public List<IActivationState>? States { get; set; }

    public HashSet<GrainTimer>? Timers { get; set; }

    public HashSet<IActivationStream>? Streams { get; set; }

    public Dictionary<Guid, int>? ReentrantChains { get; set; }

    public Dictionary<Type, object>? Components { get; set; }

    public long KeepUntil { get; set; } = long.MinValue;

    public DeactivationReason Reason { get; set; }

    public CancellationToken StopToken { get; set; }

    /// <summary>The last turn has been queued.</summary>
    public bool Ending { get; set; }

    /// <summary>OnActivateAsync ended well, so OnDeactivateAsync is owed.</summary>
    public bool WasValid { get; set; }

    public TaskCompletionSource Deactivated => _deactivated ??= new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ActivationId ActivationId => _activationId.IsDefault ? _activationId = ActivationId.NewId() : _activationId;
}

/// <summary>State that is read before the grain is activated.</summary>
internal interface IActivationState
{
    Task Load(CancellationToken cancellationToken);
}

/// <summary>An enumeration that has its source in the activation.</summary>
internal interface IActivationStream
{
    void Abort();
}
