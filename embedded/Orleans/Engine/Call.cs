using System.Diagnostics;
using System.Reflection;
using Federation.Embedded.Simulation;
using Orleans.CodeGeneration;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Federation.Embedded.Engine;

/// <summary>
/// One call under way: arguments, where it goes, where it came from. It is the request, the place in the queue of the
/// activation and the answer all in one object; the generated subclasses add the arguments.
/// </summary>
internal abstract class Call(MethodShape shape) : IInvokable
{
    private int _settled;

    // place in exactly one list of the target: waiting or running
    internal Call? Next;
    internal Call? Previous;
    internal CallPlace Place;

    internal MethodShape Shape { get; } = shape;

    internal GrainReference Reference { get; set; } = null!;

    internal Activation? Source { get; set; }

    internal Activation? Target { get; set; }

    internal Dictionary<string, object>? Context { get; set; }

    internal CallCancellation? Cancellation { get; set; }

    /// <summary>The caller's activity, where activities are propagated.</summary>
    internal Activity? Activity { get; set; }

    /// <summary>A copy made by the simulation.</summary>
    internal bool IsDuplicate { get; private set; }

    /// <summary>Set where every call has a timeout of its own, to be taken back when it is answered.</summary>
    internal SimulationQueue.Event? Timeout { get; set; }

    /// <summary>On the engine's clock; long.MaxValue when the caller waits for ever.</summary>
    internal long Deadline { get; set; } = long.MaxValue;

    internal InvokeMethodOptions Options { get; set; } = shape.Options;

    internal bool AlwaysInterleaves => (Options & InvokeMethodOptions.AlwaysInterleave) != 0;

    internal bool IsReadOnly => (Options & InvokeMethodOptions.ReadOnly) != 0;

    internal bool IsOneWay => (Options & InvokeMethodOptions.OneWay) != 0;

    /// <summary>True when the call keeps the activation from being idle.</summary>
    internal virtual bool CountsAsUse => true;

    /// <summary>True for the activation's own work, such as timer ticks: no limit refuses it and it never goes elsewhere.</summary>
    internal virtual bool IsLocal => false;

    internal virtual bool HasTimeout => !IsOneWay;

    internal bool IsSettled => Volatile.Read(ref _settled) != 0;

    /// <summary>Runs the call as the current turn. True when it has ended; otherwise it ends through <see cref="Activation.EndTurnOf"/>.</summary>
    internal abstract bool Run(Activation target);

    /// <summary>Gives the answer found by <see cref="Run"/> to the caller.</summary>
    internal void Reply()
    {
        var turns = Reference?.Engine.Turns;
        if (turns is { Intercepts: true })
            turns.Reply(this);
        else
            DeliverReply();
    }

    internal void DeliverReply()
    {
        if (TrySettle())
            Answer();
    }

    /// <summary>Ends the call for its caller, whatever the grain still does. False when it had ended before.</summary>
    internal bool TryFail(Exception failure)
    {
        if (!TrySettle())
            return false;
        AnswerWith(failure);
        return true;
    }

    /// <summary>A second copy of the same message, whose answer nobody waits for.</summary>
    internal Call Duplicate()
    {
        var copy = (Call)MemberwiseClone();
        copy.Next = copy.Previous = null;
        copy.Place = CallPlace.None;
        copy.Cancellation = null;
        copy.IsDuplicate = true;
        copy.Timeout = null;
        copy._settled = 0;
        copy.ForgetCaller();
        return copy;
    }

    protected abstract void Answer();

    protected abstract void AnswerWith(Exception failure);

    protected abstract void ForgetCaller();

    private bool TrySettle()
    {
        if (Interlocked.Exchange(ref _settled, 1) != 0)
            return false;
        Cancellation?.Unregister();
        Timeout?.Cancelled = true;
        return true;
    }

    // what filters see of the call

    public virtual int GetArgumentCount() => 0;

    public virtual object? GetArgument(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    public virtual void SetArgument(int index, object value) => throw new ArgumentOutOfRangeException(nameof(index));

    public virtual CancellationToken GetCancellationToken() => default;

    public virtual void ReplaceCancellationToken(CancellationToken token)
    {
    }

    public bool IsCancellable => Shape.TokenIndex >= 0;

    public object? GetTarget() => Target?.GrainInstance;

    public void SetTarget(ITargetHolder holder) => Target = holder as Activation;

    public virtual ValueTask<Response> Invoke() => throw new NotSupportedException("Calls are invoked by their activation.");

    public string GetMethodName() => Shape.Method.Name;

    public string GetInterfaceName() => Shape.InterfaceName;

    public string GetActivityName() => $"{Shape.InterfaceType.Name}/{Shape.Method.Name}";

    public MethodInfo GetMethod() => Shape.Method;

    public Type GetInterfaceType() => Shape.InterfaceType;

    public TimeSpan? GetDefaultResponseTimeout() => Shape.ResponseTimeout;

    public bool TryCancel() => Cancellation?.Signal() ?? false;

    public void Dispose()
    {
    }

    public override string ToString() => $"{Shape} on {Reference}";
}

/// <summary>Which list of its target a call stands in.</summary>
internal enum CallPlace : byte
{
    None,
    Waiting,
    Running,
}
