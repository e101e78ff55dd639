using System.Net;
using Federation.Grpc.Tests.Contract;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Federation.Grpc.Tests.Support;

/// <summary>A server with the echo service on a free port, and a channel to it.</summary>
public sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EchoHost(WebApplication app)
    {
        _app = app;
        Events = app.Services.GetRequiredService<Events>();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Channel = GrpcChannel.ForAddress(Address);
    }

    public Uri Address { get; }

    public Events Events { get; }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client => new(Channel);

    public static async Task<EchoHost> StartAsync(
        Action<GrpcServiceOptions>? options = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? map = null,
        HttpProtocols protocols = HttpProtocols.Http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols));
        builder.Services.AddSingleton<Events>();
        builder.Services.AddGrpc(options ?? (_ => { }));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        map?.Invoke(app);
        await app.StartAsync();
        return new EchoHost(app);
    }

    public Echo.EchoClient ClientWith(GrpcChannelOptions options) => new(GrpcChannel.ForAddress(Address, options));

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        using var now = new CancellationTokenSource();
        await now.CancelAsync(); // tests have no patience for a graceful stop
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

/// <summary>One server for the tests of a class.</summary>
public sealed class EchoFixture : IAsyncLifetime
{
    public EchoHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await EchoHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
