using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The responses of a call, for services that give many.</summary>
internal sealed class ResponseWriter<T>(HttpServerCallContext call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    public WriteOptions? WriteOptions
    {
        get => call.WriteOptions;
        set => call.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (message is null)
            return Task.FromException(new ArgumentNullException(nameof(message)));
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        return call.CancellationToken.IsCancellationRequested
            ? Task.FromCanceled(call.CancellationToken)
            : call.WriteAsync(message, marshaller, cancellationToken);
    }
}
