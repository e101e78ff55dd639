using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Federation.Grpc.Tests;

public sealed class LimitTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private const int FourMiB = 4 << 20;

    [Fact]
    public async Task Request_OverTheDefaultLimit_IsRefusedByTheServer() =>
        await ResourceExhausted(fixture.Host.Client.SayAsync(new EchoRequest { Blob = Zeros(FourMiB) }));

    [Fact]
    public async Task Request_JustUnderTheDefaultLimit_IsAnswered()
    {
        var reply = await fixture.Host.Client.SayAsync(new EchoRequest { Blob = Zeros(FourMiB - 20) });

        Assert.Equal(FourMiB - 20, reply.Blob.Length);
    }

    [Fact]
    public async Task Reply_OverTheDefaultLimit_IsRefusedByTheClient() =>
        await ResourceExhausted(fixture.Host.Client.SayAsync(new EchoRequest { Act = Act.Big, Count = FourMiB }));

    [Fact]
    public async Task Reply_OverTheDefaultLimit_IsTakenByAClientWithoutLimit()
    {
        var client = fixture.Host.ClientWith(new GrpcChannelOptions { MaxReceiveMessageSize = null });

        Assert.Equal(20 << 20, (await client.SayAsync(new EchoRequest { Act = Act.Big, Count = 20 << 20 })).Blob.Length);
    }

    [Fact]
    public async Task Request_OverTheClientsOwnLimit_IsNotSent()
    {
        var client = fixture.Host.ClientWith(new GrpcChannelOptions { MaxSendMessageSize = 100 });
        await ResourceExhausted(client.SayAsync(new EchoRequest { Act = Act.Report, Text = "sent", Blob = Zeros(100) }));

        Assert.False(fixture.Host.Events.Has("sent"));
    }

    [Fact]
    public async Task Reply_OverTheServersOwnLimit_IsRefusedByTheServer()
    {
        await using var host = await EchoHost.StartAsync(options => options.MaxSendMessageSize = 1000);
        await ResourceExhausted(host.Client.SayAsync(new EchoRequest { Act = Act.Big, Count = 1000 }));

        Assert.Equal(900, (await host.Client.SayAsync(new EchoRequest { Act = Act.Big, Count = 900 })).Blob.Length);
    }

    [Fact]
    public async Task Limit_OfOneService_GoesBeforeTheLimitOfAll()
    {
        await using var host = await EchoHost.StartAsync(
            options => options.MaxReceiveMessageSize = 10,
            services => services.AddGrpc().AddServiceOptions<EchoService>(options => options.MaxReceiveMessageSize = null));
        var wide = host.ClientWith(new GrpcChannelOptions { MaxReceiveMessageSize = null });
        Assert.Equal(10 << 20, (await wide.SayAsync(new EchoRequest { Blob = Zeros(10 << 20) })).Blob.Length);
    }

    [Fact]
    public async Task Stream_WithOneOversizedMessage_IsRefusedAtIt()
    {
        using var call = fixture.Host.Client.Up();
        await call.RequestStream.WriteAsync(new EchoRequest());
        // the server refuses by the header and may be faster than the write
        var writing = call.RequestStream.WriteAsync(new EchoRequest { Blob = Zeros(FourMiB) });
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the refusal"));
        await writing.ContinueWith(_ => { }, TaskScheduler.Default).Within("the end of the write");

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    private static ByteString Zeros(int count) => ByteString.CopyFrom(new byte[count]);

    private static async Task ResourceExhausted(AsyncUnaryCall<EchoReply> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.Within("the refusal"));
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }
}
