namespace Grpc.Core;

/// <summary>The four questions every call object answers, asked either of closures or of one state object.</summary>
internal readonly struct AsyncCallState
{
    private readonly object _state;
    private readonly object _headers; // a task, or a function of the state that gives one
    private readonly Func<object, Status> _status;
    private readonly Func<object, Metadata> _trailers;
    private readonly Action<object> _dispose;

    public AsyncCallState(Task<Metadata> headers, Func<Status> status, Func<Metadata> trailers, Action dispose)
    {
        _state = new Closures(status, trailers, dispose);
        _headers = headers;
        _status = static state => ((Closures)state).Status();
        _trailers = static state => ((Closures)state).Trailers();
        _dispose = static state => ((Closures)state).Dispose();
    }

    public AsyncCallState(
        Func<object, Task<Metadata>> headers,
        Func<object, Status> status,
        Func<object, Metadata> trailers,
        Action<object> dispose,
        object state)
    {
        _state = state;
        _headers = headers;
        _status = status;
        _trailers = trailers;
        _dispose = dispose;
    }

    public Task<Metadata> Headers() => _headers as Task<Metadata> ?? ((Func<object, Task<Metadata>>)_headers)(_state);

    public Status Status() => _status(_state);

    public Metadata Trailers() => _trailers(_state);

    public void Dispose() => _dispose(_state);

    private sealed record Closures(Func<Status> Status, Func<Metadata> Trailers, Action Dispose);
}
