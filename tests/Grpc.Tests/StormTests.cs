using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Grpc.Tests;

/// <summary>Whatever takes both processors for a while; alone, so that it does not eat the deadlines of others.</summary>
[CollectionDefinition(nameof(Storms), DisableParallelization = true)]
public sealed class Storms;

[Collection(nameof(Storms))]
public sealed class StormTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;

    [Fact]
    public async Task Deadlines_ExpiringInAStorm_EndAsDeadlinesOrMayBeTriedAgain()
    {
        var ends = await Task.WhenAll(Enumerable.Range(0, 2000).Select(i => EndOf(
            _client.SayAsync(new EchoRequest { Text = "x", Count = i }, deadline: In(TimeSpan.FromMicroseconds(200 * (i % 50)))))));

        Assert.Empty(ends.Except([StatusCode.OK, StatusCode.DeadlineExceeded, StatusCode.Unavailable])); // a server drops a connection that resets a great deal, with the innocent calls on it
        Assert.Equal("after", (await _client.SayAsync(new EchoRequest { Text = "after" })).Text);
    }

    [Fact]
    public async Task Deadlines_ExpiringInAStormOfStreams_AllEndAsDeadlines()
    {
        var ends = await Task.WhenAll(Enumerable.Range(0, 500).Select(async i =>
        {
            using var call = _client.Down(new EchoRequest { Count = 100 }, deadline: In(TimeSpan.FromMilliseconds(i % 40)));
            try
            {
                while (await call.ResponseStream.MoveNext())
                    continue;
                return StatusCode.OK;
            }
            catch (RpcException e)
            {
                return e.StatusCode;
            }
        }));

        Assert.Empty(ends.Except([StatusCode.OK, StatusCode.DeadlineExceeded]));
    }

    // The client keeps no clock of its own here, so every end is the server's word; a reset would be an exception.
    [Fact]
    public async Task Deadlines_ExpiringInAStormAtTheServer_AreAllAnsweredWithAStatus()
    {
        using var raw = new RawCaller(fixture.Host.Address);
        var answers = await Task.WhenAll(Enumerable.Range(0, 3000).Select(i => raw.CallAsync(
            i % 2 == 0 ? "Say" : "Down",
            RawCaller.Frame(new EchoRequest { Count = 5, Text = "x" }.ToByteArray()),
            ("grpc-timeout", $"{i * 7 % 20_000}u"))));

        Assert.Empty(answers.Select(answer => answer.Field("grpc-status")).Except(["0", "4"]));
    }

    // A server grows wary of a connection that cancels a great deal and drops it, with the innocent calls on it.
    [Fact]
    public async Task Cancels_InAStorm_EndAsCancelledOrMayBeTriedAgain()
    {
        var client = fixture.Host.ClientWith(new GrpcChannelOptions());
        var ends = await Task.WhenAll(Enumerable.Range(0, 2000).Select(async i =>
        {
            using var cancel = new CancellationTokenSource();
            var call = client.SayAsync(new EchoRequest { Act = Act.Hang, Text = $"storm {i}" }, cancellationToken: cancel.Token);
            await Task.WhenAny(fixture.Host.Events.Reported($"started storm {i}"), call.ResponseAsync).Within($"the start of call {i}");
            await cancel.CancelAsync();
            var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within($"the end of call {i}"));
            return failure.StatusCode;
        }));

        Assert.Empty(ends.Except([StatusCode.Cancelled, StatusCode.Unavailable]));
        Assert.Equal("after", (await client.SayAsync(new EchoRequest { Text = "after" })).Text);
    }

    private static DateTime In(TimeSpan span) => TimeProvider.System.GetUtcNow().UtcDateTime + span;

    private static async Task<StatusCode> EndOf(AsyncUnaryCall<EchoReply> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
