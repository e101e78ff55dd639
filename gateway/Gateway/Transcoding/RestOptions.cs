using Grpc.Core.Interceptors;

namespace Federation.Gateway.Transcoding;

/// <summary>How calls over REST are taken.</summary>
public sealed class RestOptions
{
    private readonly List<Type> _interceptors = [];
    private readonly Dictionary<Type, long> _bodies = [];

    /// <summary>Longest body of a request, in bytes; a longer one is refused with 413 before it is read. 4 MiB.</summary>
    public long MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Lets one service take longer bodies, or shorter ones, than the others.</summary>
    /// <typeparam name="TService">Class that is mapped.</typeparam>
    /// <param name="bytes">Longest body of its requests.</param>
    public RestOptions AllowBodies<TService>(long bytes)
        where TService : class
    {
        _bodies[typeof(TService)] = bytes;
        return this;
    }

    /// <summary>Longest body that a service takes.</summary>
    internal long MaxBodyBytesOf(Type service) => _bodies.GetValueOrDefault(service, MaxBodyBytes);

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
