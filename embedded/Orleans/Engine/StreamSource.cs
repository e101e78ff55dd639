using System.Runtime.ExceptionServices;
using Orleans.CodeGeneration;
using Orleans.Runtime;

namespace Federation.Embedded.Engine;

internal readonly record struct StreamPage<T>(List<T> Items, bool IsLast);

/// <summary>The grain's side of one enumeration. Lives in the activation that took the first page's call and ends with it.</summary>
internal sealed class GrainStreamSource<T>(StreamCall<T> call, int pageSize) : IActivationStream
{
    private readonly CancellationTokenSource _cancelled = new();
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Activation? _home;
    private IAsyncEnumerator<T>? _items;
    private Task<bool>? _moving;
    private Exception? _failure;
    private volatile bool _ended;

    public bool IsOpen => _home is not null && !_ended;

    public void Cancel()
    {
        if (_home is { } home)
            home.QueueAction(_cancelled.Cancel);
        else
            _cancelled.Cancel();
    }

    public void Abort()
    {
        _aborted.TrySetResult();
        Cancel();
    }

    /// <summary>The items there are without waiting, at least one unless the sequence has ended. Runs as turns of the grain.</summary>
    public async Task<StreamPage<T>> Next(Activation activation)
    {
        if (_home is null)
            Open(activation);
        if (!ReferenceEquals(_home, activation))
            throw Aborted();
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
        var page = new List<T>();
        try
        {
            while (page.Count < pageSize)
            {
                var moving = _moving ?? _items!.MoveNextAsync().AsTask();
                _moving = null;
                if (!moving.IsCompleted && page.Count > 0)
                {
                    _moving = moving; // the caller gets what there is; the rest arrives for the next page
                    break;
                }

                if (!await Arrival(moving))
                {
                    await Finish();
                    return new StreamPage<T>(page, IsLast: true);
                }

                page.Add(_items!.Current);
            }

            return new StreamPage<T>(page, IsLast: false);
        }
        catch (Exception failure)
        {
            await Finish();
            if (page.Count == 0)
                throw;
            _failure = failure; // the items before it come first
            return new StreamPage<T>(page, IsLast: false);
        }
    }

    public async Task Finish()
    {
        if (_ended)
            return;
        _ended = true;
        _home?.Forget(this);
        if (_items is not null && _moving is null && !_aborted.Task.IsCompleted)
            await _items.DisposeAsync();
        else
            await _cancelled.CancelAsync(); // an iterator that is still moving ends by its token
    }

    private static EnumerationAbortedException Aborted() => new("Enumeration aborted: the grain was deactivated before the enumeration had ended.");

    private async Task<bool> Arrival(Task<bool> moving)
    {
        if (!moving.IsCompleted)
            await Task.WhenAny(moving, _aborted.Task);
        return _aborted.Task.IsCompleted ? throw Aborted() : await moving;
    }

    private void Open(Activation activation)
    {
        _home = activation;
        activation.Remember(this);
        _items = call.InvokeInner(activation.GrainInstance!).GetAsyncEnumerator(_cancelled.Token);
    }
}

/// <summary>Asks for a page. Interleaves, because the grain serves others while the reader works.</summary>
internal sealed class NextPage<T> : Call<StreamPage<T>>
{
    private readonly GrainStreamSource<T> _source;

    public NextPage(MethodShape shape, GrainStreamSource<T> source) : base(shape)
    {
        _source = source;
        Options |= InvokeMethodOptions.AlwaysInterleave;
    }

    internal override bool HasTimeout => false; // a page may be long in coming

    internal override Task<StreamPage<T>> Start(object grain) => _source.Next(Target!);
}

/// <summary>The reader has gone.</summary>
internal sealed class CloseStream<T> : Call<Nothing>
{
    private readonly GrainStreamSource<T> _source;

    public CloseStream(MethodShape shape, GrainStreamSource<T> source) : base(shape)
    {
        _source = source;
        Options |= InvokeMethodOptions.AlwaysInterleave;
    }

    internal override async Task<Nothing> Start(object grain)
    {
        await _source.Finish();
        return default;
    }
}

internal sealed partial class Activation
{
    public void Remember(IActivationStream stream)
    {
        lock (this)
            (Extras.Streams ??= []).Add(stream);
    }

    public void Forget(IActivationStream stream)
    {
        lock (this)
            _extras?.Streams?.Remove(stream);
    }
}
