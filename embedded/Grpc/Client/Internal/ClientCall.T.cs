using System.Buffers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>One call of a client, with its messages.</summary>
internal sealed class ClientCall<TRequest, TResponse>(
    GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
    : ClientCall(channel, method, host, options)
    where TRequest : class
    where TResponse : class
{
    private readonly Method<TRequest, TResponse> _method = method;
    private Task<ResponseMessages?>? _opening;
    private RequestStream<TRequest, TResponse>? _requests;

    /// <summary>One request, one response.</summary>
    public async Task<TResponse> UnaryAsync(TRequest message)
    {
        var content = new MessageContent();
        try
        {
            using var request = Begin();
            request.Content = content;
            content.Write(this, message);
            return await ReadSingleAsync(Receive(await SendAsync(request).ConfigureAwait(false))).ConfigureAwait(false);
        }
        catch (Exception e) // the caller sees every end of a call as one kind of exception
        {
            throw Failed(e);
        }
        finally
        {
            content.Release();
        }
    }

    /// <summary>Starts a call with one request and many responses.</summary>
    public ResponseStream<TRequest, TResponse> StartReading(TRequest message)
    {
        var content = new MessageContent();
        _opening = OpenAsync(content, message);
        return StartReading();
    }

    public ResponseStream<TRequest, TResponse> StartReading() => new(this);

    /// <summary>Starts a call with many requests.</summary>
    public RequestStream<TRequest, TResponse> StartWriting()
    {
        var content = new StreamingContent();
        _requests = new RequestStream<TRequest, TResponse>(this, content);
        _opening = OpenAsync(content, null);
        return _requests;
    }

    /// <summary>The response to many requests.</summary>
    public async Task<TResponse> SingleAsync()
    {
        try
        {
            return await ReadSingleAsync(await _opening!.ConfigureAwait(false) ?? throw Failure()).ConfigureAwait(false);
        }
        catch (Exception e) // as above
        {
            throw Failed(e);
        }
    }

    /// <summary>The next of many responses; none after the last.</summary>
    public async Task<TResponse?> NextAsync()
    {
        try
        {
            var messages = await _opening!.ConfigureAwait(false);
            if (messages is not null && !Ended)
            {
                if (await messages.ReadAsync(_method.ResponseMarshaller, Token).ConfigureAwait(false) is { } message)
                    return message;
                End(ReadStatus());
            }
        }
        catch (Exception e) // as above
        {
            throw Failed(e);
        }

        return GetStatus().StatusCode == StatusCode.OK ? null : throw Failure();
    }

    public void Serialize(TRequest message, WriteOptions? options, IBufferWriter<byte> target)
    {
        var asked = options is null || (options.Flags & WriteFlags.NoCompress) == 0;
        var compression = asked ? RequestCompression : null;
        MessageSink.Serialize(message, _method.RequestMarshaller, target, Channel.Options.MaxSendMessageSize, compression);
    }

    protected override void OnEnded() => _requests?.Close();

    // gives nothing when the call has failed: who reads will be told, and nobody has to
    private async Task<ResponseMessages?> OpenAsync(HttpContent content, TRequest? message)
    {
        try
        {
            var request = Begin(); // not disposed of: that would close the request stream
            request.Content = content;
            if (content is MessageContent single)
                single.Write(this, message!);
            return Receive(await SendAsync(request).ConfigureAwait(false));
        }
        catch (Exception e) // as above
        {
            _ = Failed(e);
            return null;
        }
    }

    private async Task<TResponse> ReadSingleAsync(ResponseMessages messages)
    {
        var message = await messages.ReadAsync(_method.ResponseMarshaller, Token).ConfigureAwait(false);
        if (message is not null && await messages.ReadAsync(_method.ResponseMarshaller, Token).ConfigureAwait(false) is not null)
            throw new RpcException(new Status(StatusCode.Internal, "Unexpected data after finished reading message."));
        var status = ReadStatus();
        if (message is null && status.StatusCode == StatusCode.OK)
            throw new RpcException(new Status(StatusCode.Internal, "Failed to deserialize response message."));
        End(status);
        return GetStatus().StatusCode == StatusCode.OK ? message! : throw Failure();
    }
}
