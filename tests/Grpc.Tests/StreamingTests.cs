using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Grpc.Tests;

public sealed class StreamingTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;

    [Fact]
    public async Task ServerStream_OfManyMessages_ArrivesInOrderWithTrailers()
    {
        using var call = _client.Down(new EchoRequest { Count = 2000 });
        var numbers = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            numbers.Add(reply.Number);

        Assert.Equal(Enumerable.Range(0, 2000), numbers);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal("2000", call.GetTrailers().GetValue("x-total"));
    }

    [Fact]
    public async Task ServerStream_OfNoMessage_EndsWithTrailers()
    {
        using var call = _client.Down(new EchoRequest { Count = 0 });

        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal("0", call.GetTrailers().GetValue("x-total"));
    }

    [Fact]
    public async Task ServerStream_FailingAfterMessages_GivesThemAndThenTheStatus()
    {
        using var call = _client.Down(new EchoRequest { Count = 3, FailCode = (int)StatusCode.Aborted });
        var numbers = new List<int>();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (var reply in call.ResponseStream.ReadAllAsync())
                numbers.Add(reply.Number);
        });

        Assert.Equal([0, 1, 2], numbers);
        Assert.Equal(StatusCode.Aborted, failure.StatusCode);
        Assert.Equal(EchoService.Reason, failure.Status.Detail);
        Assert.Equal("3", failure.Trailers.GetValue("x-total"));
    }

    [Fact]
    public async Task ServerStream_WithLargeMessages_ArrivesWhole()
    {
        using var call = _client.Down(new EchoRequest { Count = 20, Blob = ByteString.CopyFrom(new byte[1_000_000]) });
        var sum = 0;
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            sum += reply.Blob.Length;

        Assert.Equal(20_000_000, sum);
    }

    [Fact]
    public async Task Current_BeforeTheFirstMoveNext_IsRefused()
    {
        using var call = _client.Down(new EchoRequest { Count = 1 });

        Assert.Throws<InvalidOperationException>(() => call.ResponseStream.Current);
        Assert.True(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task ClientStream_OfManyMessages_IsAnsweredOnce()
    {
        using var call = _client.Up();
        for (var i = 0; i < 500; i++)
            await call.RequestStream.WriteAsync(new EchoRequest { Blob = ByteString.CopyFrom(new byte[10]) });
        await call.RequestStream.CompleteAsync();
        var reply = await call;

        Assert.Equal((500, "5000"), (reply.Number, reply.Text));
    }

    [Fact]
    public async Task ClientStream_OfNoMessage_IsAnswered()
    {
        using var call = _client.Up();
        await call.RequestStream.CompleteAsync();

        Assert.Equal(0, (await call).Number);
    }

    [Fact]
    public async Task ClientStream_AnsweredEarly_EndsTheWritesToo()
    {
        using var call = _client.Up();
        await call.RequestStream.WriteUnlessEnded(new EchoRequest { Text = "early" });
        var reply = await call.ResponseAsync.Within("the early answer");

        Assert.Equal("early", reply.Text);
        await Assert.ThrowsAnyAsync<Exception>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    public async Task ClientStream_RefusedInTheMiddle_GivesTheStatus()
    {
        using var call = _client.Up();
        await call.RequestStream.WriteUnlessEnded(new EchoRequest { FailCode = (int)StatusCode.ResourceExhausted });
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the refusal"));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Write_AfterComplete_IsRefused()
    {
        using var call = _client.Up();
        await call.RequestStream.CompleteAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    public async Task Write_AfterCompleteAndTheEndOfTheCall_IsRefusedTheSame()
    {
        using var call = _client.Up();
        await call.RequestStream.CompleteAsync();
        await call.ResponseAsync.Within("the reply");

        await Assert.ThrowsAsync<InvalidOperationException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
    }

    [Fact]
    public async Task DuplexStream_PingPong_KeepsOrderAndEndsOk()
    {
        using var call = _client.Chat();
        for (var i = 0; i < 200; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Count = i });
            Assert.True(await call.ResponseStream.MoveNext().Within($"reply {i}"));
            Assert.Equal(i, call.ResponseStream.Current.Number);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext().Within("the end"));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task DuplexStream_WrittenAndReadAtOnce_LosesNothing()
    {
        using var call = _client.Chat();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 1000; i++)
                await call.RequestStream.WriteAsync(new EchoRequest { Count = i, Blob = ByteString.CopyFrom(new byte[5000]) });
            await call.RequestStream.CompleteAsync();
        });
        var numbers = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            numbers.Add(reply.Number);
        await writing.Within("all writes");

        Assert.Equal(Enumerable.Range(0, 1000), numbers);
    }

    [Fact]
    public async Task ServerStream_NotRead_StopsTheWriter()
    {
        using var call = _client.Down(new EchoRequest { Count = 2000, Text = "unread", Blob = ByteString.CopyFrom(new byte[10_000]) });
        await fixture.Host.Events.WaitFor("written unread 0");
        // the windows hold far less than the 20 MB to come, so the last message cannot have been taken before the first is read
        Assert.False(fixture.Host.Events.Has("written unread 1999"));

        var count = 0;
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            count++;

        Assert.Equal(2000, count);
    }
}
