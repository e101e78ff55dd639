using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Gateway.Transcoding;

/// <summary>Puts interceptors around a method, once when it is mapped. The first of the list acts first.</summary>
internal static class InterceptorChain
{
    public static UnaryServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        this IEnumerable<Source<Interceptor>> interceptors, UnaryServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, source) => async (request, call) =>
        {
            await using var interceptor = source.Take(call.GetHttpContext().RequestServices);
            return await interceptor.Value.UnaryServerHandler(request, call, next);
        });

    public static ServerStreamingServerMethod<TRequest, TResponse> Around<TRequest, TResponse>(
        this IEnumerable<Source<Interceptor>> interceptors, ServerStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, source) => async (request, responses, call) =>
        {
            await using var interceptor = source.Take(call.GetHttpContext().RequestServices);
            await interceptor.Value.ServerStreamingServerHandler(request, responses, call, next);
        });
}
