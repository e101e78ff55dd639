using Grpc.Core;

namespace Grpc.Net.Client.Internal;

internal abstract partial class ClientCall
{
    private readonly Lock _gate = new();
    private Status _status;
    private Metadata? _trailers;
    private bool _endedByToken;

    /// <summary>Whether the call has its status. It gets one once, from whoever is first.</summary>
    public bool Ended { get; private set; }

    public Status GetStatus() =>
        Ended ? _status : throw new InvalidOperationException("Unable to get the status because the call is not complete.");

    public Metadata GetTrailers() => Ended
        ? _trailers ??= ReadTrailers()
        : throw new InvalidOperationException("Can't get the call trailers because the call has not completed successfully.");

    /// <summary>Ends the call if it is still under way; the server is told.</summary>
    public void Dispose() => Abort(new Status(StatusCode.Cancelled, "gRPC call disposed."));

    /// <summary>Ends the call with the status of the server.</summary>
    protected void End(Status status) => TryEnd(status, null);

    /// <summary>Ends the call with what went wrong, unless it has ended before, and says how it ended.</summary>
    protected Exception Failed(Exception exception)
    {
        if (!Ended)
        {
            if (exception is RpcException known)
                Abort(known.Status, known.Trailers);
            else if (Token.IsCancellationRequested)
                EndByDeadline(); // every other end is recorded before it cancels the token
            else
                Abort(TransportFaults.ToStatus(exception));
        }

        return Failure();
    }

    /// <summary>The exception for a call that has ended.</summary>
    protected Exception Failure()
    {
        var failure = new RpcException(_status, GetTrailers());
        return _endedByToken && Channel.Options.ThrowOperationCanceledOnCancellation
            ? new OperationCanceledException(_status.Detail, failure, Options.CancellationToken)
            : failure;
    }

    public void CancelByCaller()
    {
        _endedByToken = true;
        Abort(new Status(StatusCode.Cancelled, "Call canceled by the client."));
    }

    /// <summary>Tells a subclass that the call has ended, so that what waits for it may stop.</summary>
    protected virtual void OnEnded()
    {
    }

    private void EndByDeadline()
    {
        _endedByToken = true;
        Abort(new Status(StatusCode.DeadlineExceeded, ""));
    }

    private void Abort(Status status, Metadata? trailers = null)
    {
        if (!TryEnd(status, trailers, abort: true))
            return;
        _response?.Dispose(); // a response not read to its end becomes RST_STREAM(CANCEL)
    }

    private bool TryEnd(Status status, Metadata? trailers, bool abort = false)
    {
        lock (_gate)
        {
            if (Ended)
                return false;
            _status = status;
            _trailers = trailers ?? (abort ? [] : null); // none: read when asked for
            Ended = true;
        }

        if (abort)
            _source.Cancel();
        _callerCancels.Unregister();
        _source.Dispose(); // and with it the timer of the deadline
        FailHeaders();
        OnEnded();
        Channel.Leave(this);
        return true;
    }
}
