using System.Diagnostics.CodeAnalysis;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>The requests of a call, for callers that give many.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The source has no timer, and the buffer may still be read by a cancelled write.")]
internal sealed class RequestStream<TRequest, TResponse>(ClientCall<TRequest, TResponse> call, StreamingContent content)
    : IClientStreamWriter<TRequest>
    where TRequest : class
    where TResponse : class
{
    private readonly CancellationTokenSource _closed = new();
    private readonly PooledWriter _writer = new();
    private int _writing;
    private bool _completed;

    public WriteOptions? WriteOptions { get; set; } = call.Options.WriteOptions;

    /// <summary>The call has ended: nothing may wait for a window that will not open again.</summary>
    public void Close()
    {
        _closed.Cancel();
        content.End();
    }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            // the caller's own mistake comes first, or the answer would depend on how fast the server ended the call
            if (_completed)
                throw new InvalidOperationException("Request stream has already been completed.");
            if (call.Ended)
                throw new RpcException(call.GetStatus(), call.GetTrailers());
            // giving up a write gives up the call
            using var cancels = cancellationToken.UnsafeRegister(static state => ((ClientCall)state!).CancelByCaller(), call);
            _writer.Clear();
            call.Serialize(message, WriteOptions, _writer);
            await SendAsync().ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        if (Volatile.Read(ref _writing) != 0)
            throw new InvalidOperationException("Can't complete the client stream writer because the previous write is in progress.");
        _completed = true;
        content.End();
        _writer.Dispose();
        return Task.CompletedTask;
    }

    private async Task SendAsync()
    {
        try
        {
            var stream = await content.Stream.WaitAsync(_closed.Token).ConfigureAwait(false);
            await stream.WriteAsync(_writer.Written, _closed.Token).ConfigureAwait(false);
            if (WriteOptions is not { } options || (options.Flags & WriteFlags.BufferHint) == 0)
                await stream.FlushAsync(_closed.Token).ConfigureAwait(false);
        }
        catch (Exception) when (call.Ended)
        {
            throw new RpcException(call.GetStatus(), call.GetTrailers());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or HttpRequestException or InvalidOperationException)
        {
            // the server has closed its half: its status is on the way to those who read the response
            throw new RpcException(new Status(StatusCode.Unavailable, "The server no longer reads; read the response for the status.", e));
        }
    }
}
