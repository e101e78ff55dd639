using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Makes an endpoint of every method it is told.</summary>
internal sealed class EndpointBinder<TService>(IEndpointRouteBuilder routes) : ServiceBinderBase
    where TService : class
{
    private readonly CallSettings _settings = CallSettings.Of<TService>(routes.ServiceProvider);

    public List<IEndpointConventionBuilder> Built { get; } = [];

    public HashSet<string> ServiceNames { get; } = [];

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
    {
        var info = Find(method, typeof(TRequest), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, TRequest, ServerCallContext, Task<TResponse>>>();
        Map(method, info, new UnaryHandler<TRequest, TResponse>(method, _settings, InterceptorChain.Before<TRequest, TResponse>(
            _settings.Interceptors,
            (request, context) =>
            {
                var (service, dispose) = ServiceActivator<TService>.Take(context);
                var work = call(service, request, context);
                return dispose ? Disposal.After(service, work) : work;
            })));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, ServerCallContext, Task<TResponse>>>();
        Map(method, info, new ClientStreamingHandler<TRequest, TResponse>(method, _settings, InterceptorChain.Before<TRequest, TResponse>(
            _settings.Interceptors,
            (requests, context) =>
            {
                var (service, dispose) = ServiceActivator<TService>.Take(context);
                var work = call(service, requests, context);
                return dispose ? Disposal.After(service, work) : work;
            })));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Find(method, typeof(TRequest), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = info.CreateDelegate<Func<TService, TRequest, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(method, info, new ServerStreamingHandler<TRequest, TResponse>(method, _settings, InterceptorChain.Before<TRequest, TResponse>(
            _settings.Interceptors,
            (request, responses, context) =>
            {
                var (service, dispose) = ServiceActivator<TService>.Take(context);
                var work = call(service, request, responses, context);
                return dispose ? Disposal.After(service, work) : work;
            })));
    }

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
    {
        var info = Find(method, typeof(IAsyncStreamReader<TRequest>), typeof(IServerStreamWriter<TResponse>), typeof(ServerCallContext));
        var call = info
            .CreateDelegate<Func<TService, IAsyncStreamReader<TRequest>, IServerStreamWriter<TResponse>, ServerCallContext, Task>>();
        Map(method, info, new DuplexStreamingHandler<TRequest, TResponse>(method, _settings, InterceptorChain.Before<TRequest, TResponse>(
            _settings.Interceptors,
            (requests, responses, context) =>
            {
                var (service, dispose) = ServiceActivator<TService>.Take(context);
                var work = call(service, requests, responses, context);
                return dispose ? Disposal.After(service, work) : work;
            })));
    }

    private static MethodInfo Find(IMethod method, params Type[] parameters) =>
        typeof(TService).GetMethod(method.Name, BindingFlags.Public | BindingFlags.Instance, parameters)
        ?? throw new InvalidOperationException($"Could not find '{method.Name}' on {typeof(TService)}.");

    private void Map(IMethod method, MethodInfo info, CallHandler handler)
    {
        var endpoint = routes.Map(RoutePatternFactory.Parse(method.FullName), handler.HandleAsync);
        endpoint.Add(builder =>
        {
            builder.DisplayName = "gRPC - " + method.FullName;
            builder.Metadata.Add(new GrpcMethodMetadata(typeof(TService), method));
            builder.Metadata.Add(new HttpMethodMetadata(["POST"], acceptCorsPreflight: true));
            foreach (var attribute in typeof(TService).GetCustomAttributes(inherit: true).Concat(info.GetCustomAttributes(inherit: true)))
                builder.Metadata.Add(attribute); // authorization and the like
        });
        Built.Add(endpoint);
        ServiceNames.Add(method.ServiceName);
    }
}
