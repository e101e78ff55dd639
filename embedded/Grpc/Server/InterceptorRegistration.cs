using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server;

/// <summary>One interceptor of the server: taken from the services when registered there, otherwise made for each call.</summary>
public class InterceptorRegistration
{
    private readonly object[] _arguments;
    private ObjectFactory? _factory; // made on first use; making it twice in a race does no harm

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Contains(null!))
            throw new ArgumentException("Null interceptor arguments are not supported.", nameof(arguments));
        Type = type;
        _arguments = arguments;
    }

    public Type Type { get; }

    public IReadOnlyList<object> Arguments => _arguments;

    /// <summary>An interceptor for one call, and whether it has to be disposed of after it.</summary>
    internal (Interceptor Interceptor, bool Dispose) Take(IServiceProvider services)
    {
        if (_arguments.Length == 0 && services.GetService(Type) is Interceptor registered)
            return (registered, false);
        _factory ??= ActivatorUtilities.CreateFactory(Type, [.. _arguments.Select(argument => argument.GetType())]);
        var made = (Interceptor)_factory(services, _arguments);
        return (made, made is IDisposable or IAsyncDisposable);
    }
}
