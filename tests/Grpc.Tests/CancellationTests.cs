using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Grpc.Net.Client;

namespace Federation.Grpc.Tests;

public sealed class CancellationTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;
    private readonly Events _events = fixture.Host.Events;

    [Fact]
    public async Task Cancel_OfAUnaryCall_ReachesTheService()
    {
        using var cancel = new CancellationTokenSource();
        var call = _client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "unary" }, cancellationToken: cancel.Token);
        await _events.WaitFor("started unary");
        await cancel.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end of the call"));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await _events.WaitFor("cancelled unary");
    }

    [Fact]
    public async Task Cancel_BeforeTheCall_SendsNothing()
    {
        var call = _client.SayAsync(new EchoRequest { Act = Act.Report, Text = "never" }, cancellationToken: new CancellationToken(true));
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end of the call"));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.False(_events.Has("never"));
    }

    [Fact]
    public async Task Cancel_InTheMiddleOfAServerStream_ReachesTheService()
    {
        using var cancel = new CancellationTokenSource();
        using var call = _client.Down(new EchoRequest { Act = Act.Hang, Text = "down", Count = 2 }, cancellationToken: cancel.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.True(await call.ResponseStream.MoveNext());
        await cancel.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().Within("the end of the stream"));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await _events.WaitFor("cancelled down");
    }

    [Fact]
    public async Task Cancel_OfOneRead_EndsTheCall()
    {
        using var cancel = new CancellationTokenSource();
        using var call = _client.Down(new EchoRequest { Act = Act.Hang, Text = "one read", Count = 0 });
        var reading = call.ResponseStream.MoveNext(cancel.Token);
        await _events.WaitFor("started one read");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => reading.Within("the end of the read"));
        await _events.WaitFor("cancelled one read");
    }

    [Fact]
    public async Task Dispose_OfAnIdleDuplexStream_ReachesTheService()
    {
        var call = _client.Chat();
        await call.RequestStream.WriteAsync(new EchoRequest { Text = "idle" });
        Assert.True(await call.ResponseStream.MoveNext());
        call.Dispose();

        await _events.WaitFor("cancelled idle");
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Dispose_OfAUnaryCall_EndsIt()
    {
        var call = _client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "disposed" });
        await _events.WaitFor("started disposed");
        call.Dispose();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the end of the call"));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await _events.WaitFor("cancelled disposed");
    }

    [Fact]
    public async Task Cancel_WhileAWriteWaitsForTheWindow_EndsTheWrite()
    {
        using var cancel = new CancellationTokenSource();
        using var call = _client.Up(cancellationToken: cancel.Token);
        await call.RequestStream.WriteAsync(new EchoRequest { Act = Act.Hang, Text = "window" });
        await _events.WaitFor("started window");
        var writing = Task.Run(async () =>
        {
            while (true)
                await call.RequestStream.WriteAsync(new EchoRequest { Blob = Google.Protobuf.ByteString.CopyFrom(new byte[100_000]) });
        });
        await cancel.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => writing.Within("the end of the write"));

        Assert.Equal(StatusCode.Cancelled, Assert.IsType<RpcException>(failure).StatusCode);
        await _events.WaitFor("cancelled window");
    }

    [Fact]
    public async Task Cancel_OnAChannelThatPrefersIt_ThrowsOperationCanceled()
    {
        var client = fixture.Host.ClientWith(new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        var call = client.SayAsync(new EchoRequest(), cancellationToken: new CancellationToken(true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.ResponseAsync.Within("the end of the call"));
    }
}
