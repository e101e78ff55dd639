using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Which services have been mapped, so that the endpoints for the rest are mapped once.</summary>
internal sealed class MappedServices
{
    private readonly HashSet<string> _names = [];

    public bool Add(string serviceName) => _names.Add(serviceName);
}

/// <summary>Lets only gRPC calls into the endpoints for what is not implemented.</summary>
internal sealed class UnimplementedConstraint : IRouteConstraint
{
    public const string Name = "grpcunimplemented";

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is null || (HttpMethods.IsPost(httpContext.Request.Method) && Protocol.IsGrpc(httpContext.Request.ContentType));
}

/// <summary>Answers calls to methods and services that are not there with a status instead of an HTTP 404.</summary>
internal static class UnimplementedEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, MappedServices mapped, IEnumerable<string> serviceNames)
    {
        foreach (var name in serviceNames.Where(mapped.Add))
            Map(routes, $"/{name}/{{unimplementedMethod:{UnimplementedConstraint.Name}}}", "Method is unimplemented.");
        var ignore = routes.ServiceProvider.GetRequiredService<IOptions<GrpcServiceOptions>>().Value.IgnoreUnknownServices;
        if (ignore is not true && mapped.Add("*"))
            Map(routes, $"/{{unimplementedService}}/{{unimplementedMethod:{UnimplementedConstraint.Name}}}", "Service is unimplemented.");
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, string detail)
    {
        var endpoint = routes.Map(pattern, http =>
        {
            http.Response.ContentType = Protocol.ContentType;
            http.Response.Headers.GrpcStatus = Protocol.StatusText(StatusCode.Unimplemented);
            http.Response.Headers.GrpcMessage = detail;
            return Task.CompletedTask;
        });
        endpoint.Add(builder =>
        {
            builder.DisplayName = "gRPC - unimplemented " + pattern;
            ((RouteEndpointBuilder)builder).Order = int.MaxValue;
        });
    }
}
