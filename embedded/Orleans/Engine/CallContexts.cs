using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Federation.Embedded.Engine;

/// <summary>What filters on both sides see.</summary>
internal abstract class CallContext(Call call) : IGrainCallContext
{
    protected Call Call { get; } = call;

    public IInvokable Request => Call;

    public abstract object Grain { get; }

    public GrainId? SourceId => Call.Source?.GrainId;

    public GrainId TargetId => Call.Reference.GrainId;

    public GrainInterfaceType InterfaceType => Call.Reference.InterfaceType;

    public string InterfaceName => Call.Shape.InterfaceName;

    public string MethodName => Call.Shape.Method.Name;

    public MethodInfo InterfaceMethod => Call.Shape.Method;

    public Response? Response { get; set; }

    public object? Result
    {
        get => Response?.Result;
        set
        {
            if (Response is { Exception: null } existing && !ReferenceEquals(existing, Response.Completed))
                existing.Result = value;
            else
                Response = Response.FromResult(value);
        }
    }

    public abstract Task Invoke();

    public T ResultAs<T>() => Response is null || ReferenceEquals(Response, Response.Completed) || typeof(T) == typeof(Nothing)
        ? CheckFailure<T>()
        : Response.GetResult<T>();

    // a method without result still fails when a filter put a failure in place of the response
    private T CheckFailure<T>()
    {
        if (Response is { Exception: not null })
            Response.GetResult<object?>();
        return default!;
    }
}

/// <summary>The filters of the silo in the order they were added, then the grain's own, then the method.</summary>
internal sealed class IncomingCallContext(Call call, Activation target, Func<Call, object, Task<Response>> method)
    : CallContext(call), IIncomingGrainCallContext
{
    private int _stage;

    public override object Grain => target.GrainInstance!;

    public IGrainContext TargetContext => target;

    public MethodInfo ImplementationMethod => Call.Shape.ImplementationIn(Grain.GetType());

    public override async Task Invoke()
    {
        var stage = _stage++;
        try
        {
            var filters = target.Engine.IncomingFilters;
            if (stage < filters.Length)
                await filters[stage].Invoke(this);
            else if (stage == filters.Length && Grain is IIncomingGrainCallFilter own)
                await own.Invoke(this);
            else
                Response = await method(Call, Grain);
        }
        finally
        {
            _stage--;
        }
    }
}

/// <summary>The filters in the order they were added, then the message.</summary>
internal sealed class OutgoingCallContext(Call call, Activation? source, IOutgoingGrainCallFilter[] filters, Func<Call, Task<Response>> send)
    : CallContext(call), IOutgoingGrainCallContext
{
    private int _stage;

    public override object Grain => Call.Reference;

    public IGrainContext? SourceContext => source;

    public override async Task Invoke()
    {
        var stage = _stage++;
        try
        {
            if (stage < filters.Length)
                await filters[stage].Invoke(this);
            else
                Response = await send(Call);
        }
        finally
        {
            _stage--;
        }
    }
}
