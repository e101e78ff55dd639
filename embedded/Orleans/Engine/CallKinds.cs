using Orleans.Runtime;

namespace Federation.Embedded.Engine;

// One base per kind of return type; the generated subclass only calls the method of the interface.

internal abstract class TaskCall<T>(MethodShape shape) : Call<T>(shape)
{
    public abstract Task<T> InvokeInner(object grain);

    internal sealed override Task<T> Start(object grain)
    {
        try
        {
            return InvokeInner(grain);
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}

internal abstract class TaskCall(MethodShape shape) : Call<Nothing>(shape)
{
    public abstract Task InvokeInner(object grain);

    internal sealed override Task<Nothing> Start(object grain)
    {
        try
        {
            var task = InvokeInner(grain);
            return task.IsCompletedSuccessfully ? AlreadyDone : Finish(task);
        }
        catch (Exception failure)
        {
            return Task.FromException<Nothing>(failure);
        }
    }

    private static async Task<Nothing> Finish(Task task)
    {
        await task;
        return default;
    }
}

internal abstract class ValueTaskCall<T>(MethodShape shape) : Call<T>(shape)
{
    public abstract ValueTask<T> InvokeInner(object grain);

    public ValueTask<T> SendValue(GrainReference reference) => new(Send(reference));

    internal sealed override Task<T> Start(object grain)
    {
        try
        {
            return InvokeInner(grain).AsTask();
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}

internal abstract class ValueTaskCall(MethodShape shape) : Call<Nothing>(shape)
{
    public abstract ValueTask InvokeInner(object grain);

    public ValueTask SendValue(GrainReference reference) => new(Send(reference));

    internal sealed override Task<Nothing> Start(object grain)
    {
        try
        {
            var task = InvokeInner(grain);
            if (!task.IsCompletedSuccessfully)
                return Finish(task);
            task.GetAwaiter().GetResult();
            return AlreadyDone;
        }
        catch (Exception failure)
        {
            return Task.FromException<Nothing>(failure);
        }
    }

    private static async Task<Nothing> Finish(ValueTask task)
    {
        await task;
        return default;
    }
}

internal abstract class VoidCall(MethodShape shape) : Call<Nothing>(shape)
{
    public abstract void InvokeInner(object grain);

    public void SendAway(GrainReference reference) => _ = Send(reference);

    internal sealed override Task<Nothing> Start(object grain)
    {
        try
        {
            InvokeInner(grain);
            return AlreadyDone;
        }
        catch (Exception failure)
        {
            return Task.FromException<Nothing>(failure);
        }
    }
}
