using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpServerCallContext
{
    private int _writing;

    /// <summary>Turns what a handler threw into the status of the call.</summary>
    public void Fail(Exception exception)
    {
        if (exception is RpcException refusal)
        {
            ServerLog.Refused(Settings.Log, Method, refusal.StatusCode, refusal);
            foreach (var entry in refusal.Trailers)
                ResponseTrailers.Add(entry);
            Status = refusal.Status;
            return;
        }

        if (exception is CallerGoneException || Http.RequestAborted.IsCancellationRequested || _deadline is { Passed: true })
            ServerLog.Abandoned(Settings.Log, Method, exception);
        else
            ServerLog.Failed(Settings.Log, Method, exception);
        var detail = "Exception was thrown by handler.";
        if (Settings.DetailedErrors)
            detail += $" {exception.GetType().Name}: {exception.Message}";
        Status = new Status(StatusCode.Unknown, detail, exception);
    }

    /// <summary>Says how the call ended, unless the deadline said it before. The server sends it when the handler returns.</summary>
    public ValueTask EndAsync()
    {
        if (_deadline is not null)
            return new ValueTask(_deadline.EndAsync());
        WriteStatus(Status, _responseTrailers);
        return default;
    }

    /// <summary>While nothing has been sent, the status stands in the headers, and they are all there is.</summary>
    public void WriteStatus(Status status, Metadata? trailers)
    {
        var response = Http.Response;
        var fields = response.HasStarted || _wroteMessage
            ? Http.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers
            : response.Headers;
        if (trailers is not null)
        {
            foreach (var entry in trailers)
                fields.Append(entry.Key, entry.WireValue);
        }

        fields.GrpcStatus = Protocol.StatusText(status.StatusCode);
        if (!string.IsNullOrEmpty(status.Detail))
            fields.GrpcMessage = PercentText.Encode(status.Detail);
    }

    /// <summary>The deadline's way to end: handler and service may still run, so the server is told at once.</summary>
    public async Task AnswerDeadlineAsync()
    {
        // the service may still be adding trailers on its own thread; they are left out
        WriteStatus(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), null);
        await Http.Response.CompleteAsync().ConfigureAwait(false);
        // stops an upload that nobody reads; after a half-close it might overtake the trailers
        if (!RequestEnded)
            Http.Features.Get<IHttpResetFeature>()?.Reset(0);
    }

    /// <summary>The end of a call with a deadline whose handler was faster than the answer of the deadline.</summary>
    public void WriteFinalStatus(bool deadlinePassed)
    {
        if (deadlinePassed)
            WriteStatus(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), null);
        else
            WriteStatus(Status, _responseTrailers);
    }

    private bool TryBeginWrite()
    {
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        if (_deadline is null || _deadline.TryBeginWrite())
            return true;
        Volatile.Write(ref _writing, 0);
        return false;
    }

    private void EndWrite()
    {
        _deadline?.EndWrite();
        Volatile.Write(ref _writing, 0);
    }
}
