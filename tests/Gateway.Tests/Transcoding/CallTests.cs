using System.Net;
using Federation.Gateway.Transcoding;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class CallTests
{
    [Fact]
    public async Task Call_WithInterceptors_RunsThoseOfGrpcFirst()
    {
        await using var host = await RestHost.StartAsync(s =>
        {
            s.AddGrpc(o => o.Interceptors.Add<First>());
            s.AddRest(o => o.Intercept<Second>().Intercept<Third>());
        });

        await host.GetAsync("/v1/samples/x");

        Assert.Equal(["first", "second", "third", "service", "third after", "second after", "first after"], host.Probe.Trail);
    }

    [Fact]
    public async Task Stream_WithInterceptors_RunsThem()
    {
        await using var host = await RestHost.StartAsync<First>();

        await host.Client.GetStringAsync(new Uri("/v1/counts/1", UriKind.Relative));

        Assert.Equal(["first", "first after"], host.Probe.Trail);
    }

    [Fact]
    public async Task Interceptor_ThatRefuses_KeepsTheServiceOut()
    {
        await using var host = await RestHost.StartAsync<Guard>();

        using var response = await host.RequestAsync("GET", "/v1/samples/x");

        await RestHost.ProblemAsync(response, HttpStatusCode.Unauthorized);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        Assert.Empty(host.Probe.Trail);
    }

    [Fact]
    public async Task Interceptor_SeesTheAuthorizationHeader()
    {
        await using var host = await RestHost.StartAsync<Guard>();
        host.Client.DefaultRequestHeaders.Add("Authorization", "Bearer good");

        Assert.Equal("x", (string)(await host.GetAsync("/v1/samples/x"))["name"]!);
    }

    [Fact]
    public async Task Context_OfACall_IsThatOfGrpc()
    {
        await using var host = await RestHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("X-Request-Id", "42");
        host.Client.DefaultRequestHeaders.Add("trace-bin", "AQI");

        host.Probe.Look = context =>
        {
            Assert.Equal("/federation.tests.Echo/Get", context.Method);
            Assert.Equal("42", context.RequestHeaders.GetValue("x-request-id"));
            Assert.Equal<byte>([1, 2], context.RequestHeaders.GetValueBytes("trace-bin")!);
            Assert.StartsWith("ipv4:127.0.0.1:", context.Peer, StringComparison.Ordinal);
            Assert.Equal(DateTime.MaxValue, context.Deadline);
            Assert.Equal(StatusCode.OK, context.Status.StatusCode);
        };

        await host.GetAsync("/v1/samples/x");
    }

    [Fact]
    public async Task Interceptor_CanReachTheHttpContext()
    {
        await using var host = await RestHost.StartAsync<Marker>();

        using var response = await host.RequestAsync("GET", "/v1/samples/x");

        Assert.Equal("seen", response.Headers.GetValues("x-mark").Single());
    }

    [Fact]
    public async Task Service_RegisteredByTheHost_IsTakenFromThere()
    {
        await using var host = await RestHost.StartAsync(s => s.AddSingleton(new EchoService(new Probe())));

        await host.GetAsync("/v1/samples/x");

        Assert.Empty(host.Probe.Trail); // another probe saw it
    }

    [Fact]
    public async Task Call_WhoseTimeIsOver_Is504()
    {
        await using var host = await RestHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("grpc-timeout", "1m");

        await host.RefusedAsync(HttpStatusCode.GatewayTimeout, "GET", "/v1/wait");

        await host.Probe.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Call_WithMalformedTime_IsRefused()
    {
        await using var host = await RestHost.StartAsync();
        host.Client.DefaultRequestHeaders.Add("grpc-timeout", "soon");

        await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/samples/x");
    }

    [Fact]
    public async Task Client_ThatGoes_CancelsTheCall()
    {
        await using var host = await RestHost.StartAsync();
        using var gone = new CancellationTokenSource();
        var call = host.Client.GetAsync(new Uri("/v1/wait", UriKind.Relative), gone.Token);
        await host.Probe.Waiting.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Probe.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private abstract class Named(Probe probe, string name) : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            probe.Trail.Add(name);
            var response = await continuation(request, context);
            probe.Trail.Add(name + " after");
            return response;
        }

        public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            probe.Trail.Add(name);
            await continuation(request, responseStream, context);
            probe.Trail.Add(name + " after");
        }
    }

    private sealed class First(Probe probe) : Named(probe, "first");

    private sealed class Second(Probe probe) : Named(probe, "second");

    private sealed class Third(Probe probe) : Named(probe, "third");

    private sealed class Guard : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
            context.RequestHeaders.GetValue("authorization") == "Bearer good"
                ? continuation(request, context)
                : throw new RpcException(new Status(StatusCode.Unauthenticated, "请先登录"));
    }

    private sealed class Marker : Interceptor
    {
        public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Assert.Equal("/v1/samples/x", context.GetHttpContext().Request.Path);
            await context.WriteResponseHeadersAsync(new Metadata { { "x-mark", "seen" } });
            return await continuation(request, context);
        }
    }
}
