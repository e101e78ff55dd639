using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Internal;

internal sealed partial class HttpServerCallContext
{
    /// <summary>Whether the client has half-closed and everything it sent has been read.</summary>
    public bool RequestEnded { get; private set; }

    /// <summary>The next message of the request; none after the last.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        if (RequestEnded)
            return null;
        var reader = Http.Request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (TryTake(reader, read, marshaller, out var message))
                    return message;
                if (read.IsCompleted)
                    return End<T>(read);
                if (read.IsCanceled)
                    throw new OperationCanceledException(cancellationToken);
            }
        }
        catch (IOException e)
        {
            // the client reset its stream; reading and advancing both say so, maybe before RequestAborted fires
            throw new CallerGoneException(e);
        }
    }

    /// <summary>The one message of the request, once the client has half-closed after it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> ReadSingleAsync<T>(Marshaller<T> marshaller)
        where T : class
    {
        var cancellationToken = _deadline?.Token ?? default;
        var message = await ReadAsync(marshaller, cancellationToken).ConfigureAwait(false)
            ?? throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));
        if (!RequestEnded && await ReadAsync(marshaller, cancellationToken).ConfigureAwait(false) is not null)
            throw new RpcException(new Status(StatusCode.Internal, "Additional data after the message received."));
        return message;
    }

    private bool TryTake<T>(PipeReader reader, ReadResult read, Marshaller<T> marshaller, out T? message)
        where T : class
    {
        var buffer = read.Buffer;
        message = null;
        try
        {
            if (!Frames.TryTake(ref buffer, RequestEncoding, Settings.Codecs, Settings.MaxReceive, out var payload, out _))
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                return false;
            }

            message = MessageSource.Deserialize(payload, marshaller);
        }
        catch (Exception e) when (e is not IOException)
        {
            reader.AdvanceTo(buffer.Start);
            throw e as RpcException ?? new RpcException(new Status(StatusCode.Internal, "Error deserializing the request.", e));
        }

        RequestEnded = read.IsCompleted && buffer.IsEmpty;
        reader.AdvanceTo(buffer.Start);
        return true;
    }

    private T? End<T>(ReadResult read)
        where T : class
    {
        RequestEnded = true;
        return read.Buffer.IsEmpty ? null : throw new RpcException(new Status(StatusCode.Internal, "Incomplete message."));
    }
}
