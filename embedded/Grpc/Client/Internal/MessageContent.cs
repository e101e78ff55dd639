using System.Net;
using System.Net.Http.Headers;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>The one message of a request, framed into a pooled buffer.</summary>
internal sealed class MessageContent : HttpContent
{
    private readonly PooledWriter _writer = new();
    private int _sending;

    public MessageContent() => SetContentType(Headers);

    public static void SetContentType(HttpContentHeaders headers) => headers.TryAddWithoutValidation("content-type", Protocol.ContentType);

    public void Write<TRequest, TResponse>(ClientCall<TRequest, TResponse> call, TRequest message)
        where TRequest : class
        where TResponse : class => call.Serialize(message, call.Options.WriteOptions, _writer);

    /// <summary>
    /// Gives the buffer back once the call is over. A response may arrive before the request has been sent; then the buffer is left to
    /// the garbage collector.
    /// </summary>
    public void Release()
    {
        if (Interlocked.CompareExchange(ref _sending, int.MinValue, 0) == 0)
            _writer.Dispose();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    // sent again when the connection turns out to be closing, so the buffer must outlive the first try
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sending) <= 0)
            throw new OperationCanceledException("The call is over.");
        await stream.WriteAsync(_writer.Written, cancellationToken).ConfigureAwait(false);
        Interlocked.Decrement(ref _sending);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
