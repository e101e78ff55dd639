using Google.Protobuf;
using Grpc.Core;

namespace Federation.Gateway.Transcoding;

/// <summary>What a service writes its stream to.</summary>
internal sealed class AnswerWriter<TResponse>(Func<IMessage, Task> answer) : IServerStreamWriter<TResponse>
    where TResponse : class, IMessage
{
    private int _writing;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TResponse message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TResponse message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _writing, 1) != 0)
            throw new InvalidOperationException("Can't write the message because the previous write is in progress.");
        try
        {
            await answer(message);
        }
        finally
        {
            Volatile.Write(ref _writing, 0);
        }
    }
}
