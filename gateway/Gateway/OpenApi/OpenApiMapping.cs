using Federation.Gateway.Transcoding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Federation.Gateway.OpenApi;

/// <summary>Serves the OpenAPI document.</summary>
public static class OpenApiMapping
{
    /// <summary>Maps the document of what <c>MapRest</c> mapped. It is written once, from the same descriptors.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="rest">What is described.</param>
    /// <param name="configure">Title, version, path.</param>
    public static IEndpointConventionBuilder MapOpenApiDocument(
        this IEndpointRouteBuilder routes, RestEndpoints rest, Action<OpenApiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(rest);
        var options = new OpenApiOptions();
        configure?.Invoke(options);
        var document = OpenApiDocument.Write(rest, options);
        return routes.MapGet(options.Path, async http =>
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = document.Length;
            await http.Response.Body.WriteAsync(document, http.RequestAborted);
        });
    }
}
