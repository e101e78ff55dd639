using System.Net.Http.Headers;
using Federation.V1;
using Grpc.Core;
using static Federation.Gateway.Tests.Services.GatewayHost;

namespace Federation.Gateway.Tests.Services;

/// <summary>The coverage as a stream.</summary>
public sealed class WatchTests(GatewayHost host) : IClassFixture<GatewayHost>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task WatchCoverage_AfterAFiling_ShowsItWithinTenSeconds()
    {
        using var watch = Watch(Nation, default);
        await Next(watch, c => c.Whole.Filed == 0, "the picture before any filing", Patience);
        await host.File(TownA, 3);
        var shown = await Next(watch, c => c.Whole.Filed == 1, "the filing", Promised);
        Assert.Equal(3, shown.Whole.Headlines[0].Value);
    }

    [Fact]
    public async Task WatchCoverage_WhenTheCallerCancels_Ends()
    {
        using var leaving = new CancellationTokenSource();
        using var watch = Watch(OtherCounty, leaving.Token);
        await Next(watch, _ => true, "the first picture", Patience);
        await leaving.CancelAsync();
        var end = await Assert.ThrowsAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(default).WaitAsync(Patience));
        Assert.Equal(StatusCode.Cancelled, end.StatusCode);
    }

    [Fact]
    public async Task WatchCoverage_OverRest_SendsALineForEachPicture()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/units/{LoneProvince}/coverage/{Annual}:watch");
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(host.Officer.GetValue("authorization")!);
        using var response = await host.Rest.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).WaitAsync(Patience);
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Contains("\"filed\":\"0\"", await lines.ReadLineAsync().WaitAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WatchCoverage_WhenTheServerStops_EndsAsUnavailable_AndDoesNotHoldItUp()
    {
        var stopping = new GatewayHost();
        await stopping.InitializeAsync();
        using var watch = stopping.Reports.WatchCoverage(new GetCoverageRequest { Unit = Nation, Period = Annual }, stopping.Officer);
        Assert.True(await watch.ResponseStream.MoveNext(default).WaitAsync(Patience), "the first picture never came");

        var stop = stopping.App.StopAsync(new CancellationTokenSource(Patience).Token);
        var end = await Assert.ThrowsAsync<RpcException>(async () => await watch.ResponseStream.MoveNext(default).WaitAsync(Promised));
        await stop.WaitAsync(Promised);
        await stopping.DisposeAsync();
        Assert.Equal(StatusCode.Unavailable, end.StatusCode);
    }

    private AsyncServerStreamingCall<CoverageResponse> Watch(string unit, CancellationToken ct) =>
        host.Reports.WatchCoverage(new GetCoverageRequest { Unit = unit, Period = Annual }, host.Officer, cancellationToken: ct);

    private static async Task<CoverageResponse> Next(AsyncServerStreamingCall<CoverageResponse> watch, Predicate<CoverageResponse> wanted, string step, TimeSpan within)
    {
        using var patience = new CancellationTokenSource(within);
        try
        {
            while (await watch.ResponseStream.MoveNext(patience.Token))
            {
                if (wanted(watch.ResponseStream.Current))
                    return watch.ResponseStream.Current;
            }
        }
        catch (RpcException) when (patience.IsCancellationRequested)
        {
            // said below
        }
        throw new TimeoutException($"{step} did not come within {within.TotalSeconds} s");
    }
}
