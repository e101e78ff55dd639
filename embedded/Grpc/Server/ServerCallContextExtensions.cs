using Grpc.AspNetCore.Server.Internal;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>The HTTP side of a call.</summary>
public static class ServerCallContextExtensions
{
    /// <summary>Where a transport with its own context leaves the HTTP context, in the user state.</summary>
    private const string HttpContextKey = "__HttpContext";

    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is HttpServerCallContext call)
            return call.Http;
        if (serverCallContext.UserState.TryGetValue(HttpContextKey, out var found) && found is HttpContext http)
            return http;
        throw new InvalidOperationException(
            "Could not get HttpContext from ServerCallContext. It can only be accessed when gRPC services are hosted by ASP.NET Core.");
    }
}
