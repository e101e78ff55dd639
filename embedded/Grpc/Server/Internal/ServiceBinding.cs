using System.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Finds the generated code that knows the methods of a service, and lets it map them.</summary>
internal static class ServiceBinding
{
    public static EndpointBinder<TService> Bind<TService>(IEndpointRouteBuilder routes)
        where TService : class
    {
        var binder = new EndpointBinder<TService>(routes);
        var bind = BindMethodOf(typeof(TService)) ?? throw new InvalidOperationException(
            $"Cannot locate BindService(ServiceBinderBase, ServiceBase) method for the current service type: {typeof(TService).FullName}.");
        // no service object: each call takes its own
        bind.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [binder, null], null);
        return binder;
    }

    private static MethodInfo? BindMethodOf(Type service)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
                return attribute.BindType.GetMethod(
                    attribute.BindMethodName, BindingFlags.Public | BindingFlags.Static, [typeof(ServiceBinderBase), type]);
        }

        return null;
    }
}
