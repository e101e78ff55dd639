using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Federation.Grpc.Tests;

public sealed class HealthTests
{
    private HealthStatus _store = HealthStatus.Healthy;

    [Theory]
    [InlineData(HealthStatus.Healthy, ServingStatus.Serving)]
    [InlineData(HealthStatus.Degraded, ServingStatus.Serving)] // slow is better than away
    [InlineData(HealthStatus.Unhealthy, ServingStatus.NotServing)]
    public async Task Check_OfTheServer_FollowsItsChecks(HealthStatus store, ServingStatus expected)
    {
        await using var host = await StartAsync();
        _store = store;

        Assert.Equal(expected, (await ClientOf(host).CheckAsync(new HealthCheckRequest())).Status);
    }

    [Fact]
    public async Task Check_OfAMappedService_AsksOnlyItsOwnChecks()
    {
        await using var host = await StartAsync();
        _store = HealthStatus.Unhealthy;

        Assert.Equal(ServingStatus.Serving, (await ClientOf(host).CheckAsync(new HealthCheckRequest { Service = "live" })).Status);
    }

    [Fact]
    public async Task Check_OfAnUnknownService_IsNotFound()
    {
        await using var host = await StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await ClientOf(host).CheckAsync(new HealthCheckRequest { Service = "nobody" }));

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    [Fact]
    public async Task Watch_OfTheServer_TellsTheStatusAndEveryChange()
    {
        await using var host = await StartAsync();
        using var call = ClientOf(host).Watch(new HealthCheckRequest());
        Assert.True(await call.ResponseStream.MoveNext().Within("the first status"));
        Assert.Equal(ServingStatus.Serving, call.ResponseStream.Current.Status);
        _store = HealthStatus.Unhealthy;
        Assert.True(await call.ResponseStream.MoveNext().Within("the change"));

        Assert.Equal(ServingStatus.NotServing, call.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Watch_OfAnUnknownService_SaysSoAndStays()
    {
        await using var host = await StartAsync();
        using var call = ClientOf(host).Watch(new HealthCheckRequest { Service = "nobody" });
        Assert.True(await call.ResponseStream.MoveNext().Within("the first status"));

        Assert.Equal(ServingStatus.ServiceUnknown, call.ResponseStream.Current.Status);
    }

    private static Health.HealthClient ClientOf(EchoHost host) => new(host.Channel);

    private Task<EchoHost> StartAsync() => EchoHost.StartAsync(
        services: services =>
        {
            services.AddGrpcHealthChecks(options => options.Services.Map("live", check => check.Tags.Contains("live")))
                .AddCheck("process", () => HealthCheckResult.Healthy(), ["live"])
                .AddCheck("store", () => new HealthCheckResult(_store));
            services.Configure<HealthCheckPublisherOptions>(options =>
            {
                options.Delay = TimeSpan.Zero;
                options.Period = TimeSpan.FromSeconds(1); // the shortest there is
            });
        },
        map: app => app.MapGrpcHealthChecksService());
}
