using System.Globalization;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Grpc.Tests.Interop;

/// <summary>Our client, and servers written with grpcio and @grpc/grpc-js.</summary>
public sealed class ClientToPeersTests
{
    private const string Python = "python";
    private const string Node = "node";

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task UnaryCalls_ManyAtOnce_AreAnswered(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => server.Client.SayAsync(new EchoRequest { Text = "重庆", Count = i }).ResponseAsync));

        Assert.Equal(Enumerable.Range(0, 200), replies.Select(reply => reply.Number));
        Assert.All(replies, reply => Assert.Equal("重庆", reply.Text));
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Refusal_OfEveryCode_ArrivesWithReasonAndTrailers(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        for (var code = 1; code <= 16; code++)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(
                async () => await server.Client.SayAsync(new EchoRequest { FailCode = code }));

            Assert.Equal(((StatusCode)code, EchoService.Reason), (failure.StatusCode, failure.Status.Detail));
            Assert.Equal("because", failure.Trailers.GetValue("x-why"));
            Assert.Equal(EchoService.RawTrailer, failure.Trailers.GetValueBytes("x-raw-bin"));
        }
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Metadata_InBothDirections_ArrivesUnchanged(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        var headers = new Metadata { { "x-a", "1" }, { "x-b-bin", [0, 255] } };
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(3000);
        var lines = (await server.Client.SayAsync(new EchoRequest { Act = Act.Peek }, headers, deadline)).Text.Split('\n');
        using var call = server.Client.SayAsync(new EchoRequest { Act = Act.Headers });
        var early = await call.ResponseHeadersAsync.Within("response headers");
        await call;

        Assert.Contains("x-a=1", lines);
        Assert.Contains("x-b-bin=00ff", lines);
        Assert.InRange(int.Parse(lines[^1].Replace("left=", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), 2900, 3001);
        Assert.Equal(("early", "1"), (early.GetValue("x-head"), call.GetTrailers().GetValue("x-done")));
        Assert.Equal(EchoService.RawTrailer, early.GetValueBytes("x-head-bin"));
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task ServerStream_WithStatusAfterIt_GivesBoth(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var whole = server.Client.Down(new EchoRequest { Count = 1000 });
        var numbers = await NumbersOf(whole.ResponseStream);
        using var failing = server.Client.Down(new EchoRequest { Count = 3, FailCode = (int)StatusCode.Aborted });
        var failure = await Assert.ThrowsAsync<RpcException>(() => NumbersOf(failing.ResponseStream));

        Assert.Equal(Enumerable.Range(0, 1000), numbers);
        Assert.Equal("1000", whole.GetTrailers().GetValue("x-total"));
        Assert.Equal((StatusCode.Aborted, EchoService.Reason), (failure.StatusCode, failure.Status.Detail));
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task ClientStream_Whole_IsAnswered(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var call = server.Client.Up();
        for (var i = 0; i < 500; i++)
            await call.RequestStream.WriteAsync(new EchoRequest { Blob = Zeros(1000) });
        await call.RequestStream.CompleteAsync();
        var reply = await call.ResponseAsync.Within("the answer");

        Assert.Equal((500, "500000"), (reply.Number, reply.Text));
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task ClientStream_RefusedOrAnsweredEarly_GivesThatEnd(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var early = server.Client.Up();
        await early.RequestStream.WriteUnlessEnded(new EchoRequest { Text = "early" });
        using var refused = server.Client.Up();
        await refused.RequestStream.WriteUnlessEnded(new EchoRequest { FailCode = (int)StatusCode.OutOfRange });
        var failure = await Assert.ThrowsAsync<RpcException>(() => refused.ResponseAsync.Within("the refusal"));

        Assert.Equal("early", (await early.ResponseAsync.Within("the early answer")).Text);
        Assert.Equal(StatusCode.OutOfRange, failure.StatusCode);
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task DuplexStream_PingPong_EndsOk(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var call = server.Client.Chat();
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

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Cancel_OfEveryKind_ReachesTheService(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var cancel = new CancellationTokenSource();
        var unary = server.Client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "unary" }, cancellationToken: cancel.Token);
        using var down = server.Client.Down(new EchoRequest { Act = Act.Hang, Text = "down", Count = 2 }, cancellationToken: cancel.Token);
        using var idle = server.Client.Chat(cancellationToken: cancel.Token);
        await idle.RequestStream.WriteAsync(new EchoRequest { Text = "idle" });
        Assert.True(await idle.ResponseStream.MoveNext().Within("the echo"));
        await server.Happened("started unary");
        await server.Happened("started down");
        await cancel.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => unary.ResponseAsync.Within("the end"));

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Happened("cancelled unary");
        await server.Happened("cancelled down");
        await server.Happened("cancelled idle");
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Deadline_Passing_EndsTheCallForBoth(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(2);
        var call = server.Client.SayAsync(new EchoRequest { Act = Act.Hang, Text = "late" }, deadline: deadline);
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the deadline"));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        await server.Happened("cancelled late");
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task OversizedMessages_InBothDirections_AreRefused(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        var reply = await Assert.ThrowsAsync<RpcException>(
            async () => await server.Client.SayAsync(new EchoRequest { Act = Act.Big, Count = 5 << 20 }));
        var request = await Assert.ThrowsAsync<RpcException>(
            async () => await server.Client.SayAsync(new EchoRequest { Blob = Zeros(5 << 20) }));

        Assert.Equal((StatusCode.ResourceExhausted, StatusCode.ResourceExhausted), (reply.StatusCode, request.StatusCode));
        Assert.Equal("after", (await server.Client.SayAsync(new EchoRequest { Text = "after" })).Text);
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Gzip_InBothDirections_IsUnderstood(string peer)
    {
        using var server = await PeerServer.StartAsync(peer, "gzip");
        var gzip = new Metadata { { "grpc-internal-encoding-request", "gzip" } };
        var reply = await server.Client.SayAsync(new EchoRequest { Blob = Zeros(100_000) }, gzip);

        Assert.Equal(100_000, reply.Blob.Length);
        Assert.Equal("", (await server.Client.SayAsync(new EchoRequest(), gzip)).Text);
    }

    [Theory, ServerOf(Python), ServerOf(Node)]
    public async Task Connection_CutInAStream_IsUnavailable(string peer)
    {
        using var server = await PeerServer.StartAsync(peer);
        using var call = server.Client.Down(new EchoRequest { Act = Act.Hang, Text = "cut", Count = 1 });
        Assert.True(await call.ResponseStream.MoveNext().Within("the first message"));
        server.Kill();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().Within("the end"));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    private static ByteString Zeros(int count) => ByteString.CopyFrom(new byte[count]);

    private static async Task<List<int>> NumbersOf(IAsyncStreamReader<EchoReply> stream)
    {
        var numbers = new List<int>();
        await foreach (var reply in stream.ReadAllAsync())
            numbers.Add(reply.Number);
        return numbers;
    }
}
