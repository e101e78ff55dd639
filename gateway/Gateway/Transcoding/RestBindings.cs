using System.Reflection;
using Google.Api;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Gateway.Transcoding;

/// <summary>Reads the bindings of services from the option <c>google.api.http</c> of their methods.</summary>
internal static class RestBindings
{
    /// <summary>All bindings of a service, in the order of the proto; a method without the option has none.</summary>
    /// <param name="service">A class that derives from a generated base.</param>
    /// <param name="interceptors">Act around each call, the first of them first.</param>
    public static IEnumerable<RestBinding> Of(Type service, IReadOnlyList<Source<Interceptor>> interceptors)
    {
        foreach (var method in DescriptorOf(service).Methods)
        {
            if (method.GetOptions()?.GetExtension(AnnotationsExtensions.Http) is not { } rule)
                continue;
            var target = ServiceMethod.Of(service, method, interceptors);
            yield return Of(rule, method, target);
            foreach (var further in rule.AdditionalBindings)
            {
                if (further.AdditionalBindings.Count > 0)
                    throw new InvalidOperationException($"{method.FullName}: an additional binding has additional bindings");
                yield return Of(further, method, target);
            }
        }
    }

    private static RestBinding Of(HttpRule rule, MethodDescriptor method, ServiceMethod target)
    {
        var (httpMethod, path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => ("GET", rule.Get),
            HttpRule.PatternOneofCase.Put => ("PUT", rule.Put),
            HttpRule.PatternOneofCase.Post => ("POST", rule.Post),
            HttpRule.PatternOneofCase.Delete => ("DELETE", rule.Delete),
            HttpRule.PatternOneofCase.Patch => ("PATCH", rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
            _ => throw new InvalidOperationException($"{method.FullName}: the binding has no path"),
        };
        return new RestBinding(httpMethod, PathTemplate.Parse(path), rule.Body, rule.ResponseBody, method, target);
    }

    private static ServiceDescriptor DescriptorOf(Type service)
    {
        var attribute = service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true);
        var descriptor = attribute?.BindType.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        return descriptor as ServiceDescriptor
            ?? throw new InvalidOperationException($"{service} does not derive from a generated service base");
    }
}
