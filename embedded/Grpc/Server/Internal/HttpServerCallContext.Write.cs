using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpServerCallContext
{
    private bool _wroteMessage;

    /// <summary>Leaves the one message of the response to the server, which sends it together with the trailers.</summary>
    public void WriteSingle<T>(T? message, Marshaller<T> marshaller)
        where T : class
    {
        if (message is null)
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        if (!TryBeginWrite())
            return; // the deadline has already answered
        try
        {
            Serialize(message, marshaller);
        }
        finally
        {
            EndWrite();
        }
    }

    /// <summary>Sends one message of many, and waits while the client's window is shut: this is the backpressure.</summary>
    public async Task WriteAsync<T>(T message, Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        if (!TryBeginWrite())
            throw new InvalidOperationException("Can't write the message because the request is complete.");
        try
        {
            Serialize(message, marshaller);
            // never the token of the deadline: cancelling a flush makes Kestrel reset the stream with INTERNAL_ERROR
            if (WriteOptions is not { } options || (options.Flags & WriteFlags.BufferHint) == 0)
                ThrowIfOver(await Http.Response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            EndWrite();
        }
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        if (Http.Response.HasStarted)
            throw new InvalidOperationException("Response headers can only be sent once per call.");
        if (!TryBeginWrite())
            throw new InvalidOperationException("Can't write the headers because the request is complete.");
        try
        {
            foreach (var entry in responseHeaders)
                AddResponseHeader(entry);
            ThrowIfOver(await Http.Response.BodyWriter.FlushAsync().ConfigureAwait(false));
        }
        finally
        {
            EndWrite();
        }
    }

    private void Serialize<T>(T message, Marshaller<T> marshaller)
    {
        var asked = WriteOptions is not { } options || (options.Flags & WriteFlags.NoCompress) == 0;
        MessageSink.Serialize(
            message,
            marshaller,
            Http.Response.BodyWriter,
            Settings.MaxSend,
            asked ? _responseCompression : null,
            Settings.ResponseCompressionLevel);
        _wroteMessage = true;
    }

    private void AddResponseHeader(Metadata.Entry entry)
    {
        if (entry.Key != Metadata.EncodingRequestKey)
        {
            Http.Response.Headers.Append(entry.Key, entry.WireValue);
            return;
        }

        _responseCompression = null;
        if (!Codecs.IsIdentity(entry.Value) && Settings.Codecs.Find(entry.Value) is { } chosen)
            CompressResponse(chosen);
    }

    private static void ThrowIfOver(FlushResult flush)
    {
        if (flush.IsCompleted || flush.IsCanceled)
            throw new CallerGoneException();
    }
}
