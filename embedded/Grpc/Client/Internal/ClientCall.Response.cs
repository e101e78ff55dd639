using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

internal abstract partial class ClientCall
{
    private HttpResponseMessage? _response;
    private TaskCompletionSource<Metadata>? _headers;

    /// <summary>The headers of the response; made only for those who ask.</summary>
    public Task<Metadata> HeadersAsync()
    {
        lock (_gate)
        {
            if (_response is not null)
                return Task.FromResult(ResponseFields.ToMetadata(_response.Headers));
            if (Ended)
                return Task.FromException<Metadata>(Failure());
            _headers ??= new TaskCompletionSource<Metadata>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _headers.Task;
        }
    }

    /// <summary>Takes over the response, and refuses one that is not gRPC.</summary>
    /// <returns>What will give the messages.</returns>
    protected ResponseMessages Receive(HttpResponseMessage response)
    {
        TaskCompletionSource<Metadata>? waiting;
        lock (_gate)
        {
            _response = response;
            waiting = _headers;
        }

        if (Ended)
            response.Dispose(); // ended while the headers were on their way
        waiting?.TrySetResult(ResponseFields.ToMetadata(response.Headers));
        if (!ResponseFields.TryGetStatus(response.Headers, out var status))
            Validate(response);
        else if (status.StatusCode != StatusCode.OK)
            throw Refused(status);
        var encoding = ResponseFields.First(response.Headers, Protocol.EncodingHeader);
        return new ResponseMessages(response.Content.ReadAsStream(Token), encoding, Channel.Codecs, Channel.MaxReceive);
    }

    /// <summary>The status of the server, which is there once the body has been read to its end.</summary>
    protected Status ReadStatus() =>
        ResponseFields.TryGetStatus(_response!.TrailingHeaders, out var status)
        || ResponseFields.TryGetStatus(_response.Headers, out status)
            ? status
            : new Status(StatusCode.Cancelled, "No grpc-status found on response.");

    private Exception Refused(Status status)
    {
        End(status);
        return Failure();
    }

    private static void Validate(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new RpcException(new Status(
                ResponseFields.ToStatusCode(response.StatusCode),
                $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}"));
        }

        var contentType = ResponseFields.First(response.Content.Headers, "content-type");
        if (!Protocol.IsGrpc(contentType))
        {
            throw new RpcException(new Status(StatusCode.Cancelled, contentType is null
                ? "Bad gRPC response. Response did not have a content-type header."
                : $"Bad gRPC response. Invalid content-type value: {contentType}"));
        }
    }

    private Metadata ReadTrailers()
    {
        if (_response is null)
            return [];
        // a response of headers only: they are the trailers
        HttpHeaders fields = ResponseFields.TryGetStatus(_response.Headers, out _) ? _response.Headers : _response.TrailingHeaders;
        return ResponseFields.ToMetadata(fields);
    }

    private void FailHeaders()
    {
        TaskCompletionSource<Metadata>? waiting;
        lock (_gate)
            waiting = _headers;
        if (waiting is null || waiting.Task.IsCompleted)
            return;
        waiting.TrySetException(Failure());
        _ = waiting.Task.Exception; // whoever asked for the headers may never look
    }
}
