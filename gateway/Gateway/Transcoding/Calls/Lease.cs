using Microsoft.Extensions.DependencyInjection;

namespace Federation.Gateway.Transcoding;

/// <summary>Where services and interceptors come from: registered ones from the container, others made for one call.</summary>
/// <param name="type">The class.</param>
/// <param name="arguments">For its constructor; the container gives the others.</param>
internal sealed class Source<T>(Type type, params object[] arguments)
    where T : class
{
    private readonly ObjectFactory _make = ActivatorUtilities.CreateFactory(type, [.. arguments.Select(a => a.GetType())]);

    /// <summary>Takes one for a call.</summary>
    public Lease<T> Take(IServiceProvider services) =>
        arguments.Length == 0 && services.GetService(type) is T registered
            ? new Lease<T>(registered, Owned: false)
            : new Lease<T>((T)_make(services, arguments), Owned: true);
}

/// <summary>An object for the time of one call.</summary>
/// <param name="Value">The object.</param>
/// <param name="Owned">True when it was made for the call and ends with it.</param>
internal readonly record struct Lease<T>(T Value, bool Owned) : IAsyncDisposable
    where T : class
{
    public async ValueTask DisposeAsync()
    {
        if (Owned && Value is IAsyncDisposable later)
            await later.DisposeAsync();
        else if (Owned && Value is IDisposable now)
            now.Dispose();
    }
}
