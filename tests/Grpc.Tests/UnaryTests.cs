using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;

namespace Federation.Grpc.Tests;

public sealed class UnaryTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;

    [Fact]
    public async Task Call_Answered_GivesTheReply()
    {
        var reply = await _client.SayAsync(new EchoRequest { Text = "重庆", Count = 7 });

        Assert.Equal(("重庆", 7), (reply.Text, reply.Number));
    }

    [Fact]
    public void BlockingCall_Answered_GivesTheReply() => Assert.Equal("a", _client.Say(new EchoRequest { Text = "a" }).Text);

    [Fact]
    public async Task Call_Answered_HasStatusOk()
    {
        using var call = _client.SayAsync(new EchoRequest());
        await call;

        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Empty(call.GetTrailers());
    }

    [Fact]
    public async Task Status_BeforeTheEnd_IsNotToBeHad()
    {
        using var call = _client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "status before" });

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public async Task Refusal_OfEveryCode_ArrivesWithReasonAndTrailers(int code)
    {
        using var call = _client.SayAsync(new EchoRequest { FailCode = code });
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.Equal((StatusCode)code, failure.StatusCode);
        Assert.Equal(EchoService.Reason, failure.Status.Detail);
        Assert.Equal("because", failure.Trailers.GetValue("x-why"));
        Assert.Equal(EchoService.RawTrailer, failure.Trailers.GetValueBytes("x-raw-bin"));
        Assert.Equal((StatusCode)code, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ThrowingService_WithoutDetails_IsUnknownAndTellsNothing()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await _client.SayAsync(new EchoRequest { Act = Act.Throw }));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.DoesNotContain("boom", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThrowingService_WithDetails_TellsTheException()
    {
        await using var host = await EchoHost.StartAsync(options => options.EnableDetailedErrors = true);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new EchoRequest { Act = Act.Throw }));

        Assert.Contains("boom", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_ReturningNothing_IsCancelled()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await _client.SayAsync(new EchoRequest { Act = Act.Nothing }));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task Calls_ManyAtOnceOnOneChannel_AreAllAnswered()
    {
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 500).Select(i => _client.SayAsync(new EchoRequest { Count = i }).ResponseAsync));

        Assert.Equal(Enumerable.Range(0, 500), replies.Select(reply => reply.Number));
    }

    [Fact]
    public async Task Call_ToAServerThatIsNotThere_IsUnavailable()
    {
        EchoHost gone = await EchoHost.StartAsync();
        await gone.DisposeAsync();
        var client = gone.ClientWith(new());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.SayAsync(new EchoRequest()));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task Call_OnADisposedChannel_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var client = host.Client;
        host.Channel.Dispose();

        await Assert.ThrowsAnyAsync<Exception>(async () => await client.SayAsync(new EchoRequest()));
        Assert.Throws<ObjectDisposedException>(() => host.Channel.CreateCallInvoker());
    }
}
