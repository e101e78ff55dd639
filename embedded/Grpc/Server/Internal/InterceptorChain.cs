using Grpc.Core;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Puts the interceptors of a service before a method, once when it is mapped; the first registered acts first.</summary>
internal static class InterceptorChain
{
    public static UnaryServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(
        InterceptorRegistration[] interceptors, UnaryServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, registration) => (request, call) =>
        {
            var (interceptor, dispose) = registration.Take(call.GetHttpContext().RequestServices);
            var work = interceptor.UnaryServerHandler(request, call, next);
            return dispose ? Disposal.After(interceptor, work) : work;
        });

    public static ClientStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(
        InterceptorRegistration[] interceptors, ClientStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, registration) => (requests, call) =>
        {
            var (interceptor, dispose) = registration.Take(call.GetHttpContext().RequestServices);
            var work = interceptor.ClientStreamingServerHandler(requests, call, next);
            return dispose ? Disposal.After(interceptor, work) : work;
        });

    public static ServerStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(
        InterceptorRegistration[] interceptors, ServerStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, registration) => (request, responses, call) =>
        {
            var (interceptor, dispose) = registration.Take(call.GetHttpContext().RequestServices);
            var work = interceptor.ServerStreamingServerHandler(request, responses, call, next);
            return dispose ? Disposal.After(interceptor, work) : work;
        });

    public static DuplexStreamingServerMethod<TRequest, TResponse> Before<TRequest, TResponse>(
        InterceptorRegistration[] interceptors, DuplexStreamingServerMethod<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        interceptors.Reverse().Aggregate(method, (next, registration) => (requests, responses, call) =>
        {
            var (interceptor, dispose) = registration.Take(call.GetHttpContext().RequestServices);
            var work = interceptor.DuplexStreamingServerHandler(requests, responses, call, next);
            return dispose ? Disposal.After(interceptor, work) : work;
        });
}
