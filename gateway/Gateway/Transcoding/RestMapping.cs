using Grpc.AspNetCore.Server;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Federation.Gateway.Transcoding;

/// <summary>Maps gRPC services to REST by the annotations of their protos.</summary>
public static class RestMapping
{
    /// <summary>Sets how calls over REST are taken. Without it the defaults hold.</summary>
    public static IServiceCollection AddRest(this IServiceCollection services, Action<RestOptions> configure) => services.Configure(configure);

    /// <summary>Maps every annotated method of the services. Below their first segments (<c>/v1</c>) all other paths answer 404.</summary>
    /// <param name="routes">The application.</param>
    /// <param name="services">Classes that derive from generated bases; taken from the container, or made for each call.</param>
    /// <returns>For conventions, and for <c>MapOpenApiDocument</c>.</returns>
    /// <exception cref="InvalidOperationException">An annotation names a field that is not there, or two match the same requests.</exception>
    /// <exception cref="FormatException">A path template is malformed.</exception>
    public static RestEndpoints MapRest(this IEndpointRouteBuilder routes, params Type[] services)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var options = routes.ServiceProvider.GetRequiredService<IOptions<RestOptions>>().Value;
        var interceptors = InterceptorsOf(routes.ServiceProvider, options);
        RestBinding[] bindings = [.. services.SelectMany(s => RestBindings.Of(s, interceptors))];
        var table = new RouteTable<RestBinding>();
        foreach (var binding in bindings)
            table.Add(binding.HttpMethod, binding.Template, binding);

        var messages = new JsonMessages(bindings.Select(b => b.Method.File).Append(V1.FindingsReflection.Descriptor).Distinct());
        var log = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("Federation.Gateway.Rest");
        var handler = new RestHandler(table, messages, options, log);
        var patterns = bindings.SelectMany(b => Patterns(b.Template)).Distinct(StringComparer.Ordinal);
        return new RestEndpoints([.. patterns.Select(p => routes.Map(p, handler.HandleAsync).WithDisplayName("REST " + p))], bindings);
    }

    // the rest of the path is matched by our own table: routes of ASP.NET cannot say {name=a/*/b/**}:verb
    private static IEnumerable<string> Patterns(PathTemplate template)
    {
        var first = template.Segments[0].Text;
        yield return $"/{first}/{{**path}}";
        if (template.Segments.Length == 1 && template.Verb.Length > 0)
            yield return $"/{first}:{template.Verb}";
    }

    private static Source<Interceptor>[] InterceptorsOf(IServiceProvider services, RestOptions options)
    {
        var grpc = services.GetRequiredService<IOptions<GrpcServiceOptions>>().Value.Interceptors;
        return
        [
            .. grpc.Select(i => new Source<Interceptor>(i.Type, [.. i.Arguments])),
            .. options.Interceptors.Select(t => new Source<Interceptor>(t)),
        ];
    }
}
