using Grpc.Core.Interceptors;

namespace Federation.Gateway.Transcoding;

/// <summary>How calls over REST are taken.</summary>
public sealed class RestOptions
{
    private readonly List<Type> _interceptors = [];

    /// <summary>Longest body of a request, in bytes; a longer one is refused with 413 before it is read. 4 MiB.</summary>
    public long MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>
    /// Interceptors for REST alone, the first to act first. Those of <c>AddGrpc</c> act before them and need not be named again.
    /// </summary>
    public IReadOnlyList<Type> Interceptors => _interceptors;

    /// <summary>Adds an interceptor: taken from the services when registered there, otherwise made for each call.</summary>
    public RestOptions Intercept<TInterceptor>()
        where TInterceptor : Interceptor
    {
        _interceptors.Add(typeof(TInterceptor));
        return this;
    }
}
