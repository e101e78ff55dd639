using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>The object that answers one call: the registered one, or one made for the call and disposed of after it.</summary>
internal static class ServiceActivator<TService>
    where TService : class
{
    private static readonly ObjectFactory<TService> Factory = ActivatorUtilities.CreateFactory<TService>(Type.EmptyTypes);

    public static (TService Service, bool Dispose) Take(ServerCallContext call)
    {
        var services = call.GetHttpContext().RequestServices;
        if (services.GetService<TService>() is { } registered)
            return (registered, false);
        var made = Factory(services, null);
        return (made, made is IDisposable or IAsyncDisposable);
    }
}

/// <summary>Runs a call and disposes of what was made for it.</summary>
internal static class Disposal
{
    public static async Task<TResponse> After<TResponse>(object made, Task<TResponse> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        finally
        {
            await Of(made).ConfigureAwait(false);
        }
    }

    public static async Task After(object made, Task work)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        finally
        {
            await Of(made).ConfigureAwait(false);
        }
    }

    private static ValueTask Of(object made)
    {
        if (made is IAsyncDisposable later)
            return later.DisposeAsync();
        ((IDisposable)made).Dispose();
        return default;
    }
}
