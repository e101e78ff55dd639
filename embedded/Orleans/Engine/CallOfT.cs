using System.Runtime.CompilerServices;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Federation.Embedded.Engine;

/// <summary>
/// A call with an answer of type <typeparamref name="T"/>. The caller's task comes from the builder that async methods
/// use: one allocation, and continuations run where it is answered, which the activation chooses.
/// </summary>
internal abstract class Call<T>(MethodShape shape) : Call(shape)
{
    private AsyncTaskMethodBuilder<T> _promise;
    private Task<T>? _running;
    private T _result = default!;
    private Exception? _failure;

    /// <summary>Called by the proxies.</summary>
    public Task<T> Send(GrainReference reference)
    {
        Reference = reference;
        return reference.Engine.OutgoingFilters.Length == 0 ? SendNow() : SendFiltered();
    }

    internal Task<T> SendNow()
    {
        if (IsOneWay)
        {
            Reference.Engine.Send(this);
            return AlreadyDone;
        }

        var task = _promise.Task;
        Reference.Engine.Send(this);
        return task;
    }

    internal sealed override bool Run(Activation target)
    {
        if (IsSettled && target.Engine.Messaging.DropExpiredMessages)
            return true;
        var task = target.HasIncomingFilters ? RunFiltered(target) : Start(target.GrainInstance!);
        if (task.IsCompleted)
        {
            Take(task);
            return true;
        }

        // the awaiter keeps the activation's scheduler: the end of the method is one more turn, or part of its last one
        _running = task;
        task.GetAwaiter().UnsafeOnCompleted(End);
        return false;
    }

    /// <summary>Calls the grain; failures come as a failed task.</summary>
    internal abstract Task<T> Start(object grain);

    protected static Task<T> AlreadyDone { get; } = Task.FromResult(default(T)!);

    protected override void Answer()
    {
        if (_failure is not null)
            AnswerWith(_failure);
        else if (!IsOneWay)
            _promise.SetResult(_result);
    }

    protected override void AnswerWith(Exception failure)
    {
        if (IsOneWay)
            Reference.Engine.Log.OneWayFailed(failure, this);
        else
            _promise.SetException(failure);
    }

    protected override void ForgetCaller()
    {
        _promise = default;
        _ = _promise.Task; // so that answering the copy touches nobody else's task
        _running = null;
    }

    private void End()
    {
        Take(_running!);
        _running = null;
        Target!.EndTurnOf(this);
    }

    private void Take(Task<T> task)
    {
        try
        {
            _result = task.GetAwaiter().GetResult();
        }
        catch (Exception failure) // it belongs to the caller, as thrown
        {
            _failure = failure;
            Target!.OnCallFailed(failure);
        }
    }

    private async Task<T> SendFiltered()
    {
        var context = new OutgoingCallContext(this, Activation.Current, Reference.Engine.OutgoingFilters, static async call =>
            Response.FromResult(await ((Call<T>)call).Again().SendNow()));
        await context.Invoke();
        return context.ResultAs<T>();
    }

    /// <summary>A filter may invoke more than once: every time is a message of its own.</summary>
    private Call<T> Again()
    {
        var copy = (Call<T>)MemberwiseClone();
        copy._promise = default;
        return copy;
    }

    private async Task<T> RunFiltered(Activation target)
    {
        var context = new IncomingCallContext(this, target, static async (call, grain) =>
            Response.FromResult(await ((Call<T>)call).Start(grain)));
        await context.Invoke();
        return context.ResultAs<T>();
    }
}

/// <summary>The answer of a method without one.</summary>
internal readonly struct Nothing;
