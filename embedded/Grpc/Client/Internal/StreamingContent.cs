using System.Net;

namespace Grpc.Net.Client.Internal;

/// <summary>
/// The body of a request with many messages: open until the caller completes it. To SocketsHttpHandler such content is one half of a
/// conversation: the headers leave at once, and the response may begin before the request ends.
/// </summary>
internal sealed class StreamingContent : HttpContent
{
    private readonly TaskCompletionSource<Stream> _stream = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public StreamingContent() => MessageContent.SetContentType(Headers);

    /// <summary>Where messages go, once the connection is up.</summary>
    public Task<Stream> Stream => _stream.Task;

    /// <summary>Half-closes the call.</summary>
    public void End() => _end.TrySetResult();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false); // the headers, before there is any message
        _stream.TrySetResult(stream);
        await _end.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
