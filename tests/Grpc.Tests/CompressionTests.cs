using System.IO.Compression;
using System.Net;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;

namespace Federation.Grpc.Tests;

public sealed class CompressionTests
{
    // the name that chooses the compression of one call
    private static readonly Metadata Gzip = new() { { "grpc-internal-encoding-request", "gzip" } };

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Request_Compressed_IsUnderstood(string encoding)
    {
        await using var host = await EchoHost.StartAsync();
        var reply = await host.Client.SayAsync(Large, new Metadata { { "grpc-internal-encoding-request", encoding } });

        Assert.Equal(Large.Blob, reply.Blob);
    }

    [Fact]
    public async Task Request_Compressed_IsSmallOnTheWire()
    {
        await using var host = await EchoHost.StartAsync(Compressing);
        using var raw = new RawCaller(host.Address);
        var answer = await raw.CallAsync("Say", RawCaller.Frame(Large.ToByteArray()), ("grpc-accept-encoding", "identity,gzip"));

        Assert.Equal("gzip", answer.Header("grpc-encoding"));
        Assert.Equal(1, answer.Body[0]);
        Assert.InRange(answer.Body.Length, 6, 10_000);
    }

    [Fact]
    public async Task Reply_CompressedByTheServer_IsUnderstood()
    {
        await using var host = await EchoHost.StartAsync(Compressing);

        Assert.Equal(Large.Blob, (await host.Client.SayAsync(Large)).Blob);
    }

    [Fact]
    public async Task Reply_ToAClientWithoutCompression_IsNotCompressed()
    {
        await using var host = await EchoHost.StartAsync(Compressing);
        using var raw = new RawCaller(host.Address);
        var answer = await raw.CallAsync("Say", RawCaller.Frame(Large.ToByteArray()));

        Assert.Equal(0, answer.Body[0]);
    }

    [Fact]
    public async Task EmptyMessages_InACompressedCall_Survive()
    {
        await using var host = await EchoHost.StartAsync(Compressing);

        Assert.Equal("", (await host.Client.SayAsync(new EchoRequest(), Gzip)).Text);
    }

    [Fact]
    public async Task Bomb_SmallOnTheWireAndHugeInside_IsRefused()
    {
        await using var host = await EchoHost.StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await host.Client.SayAsync(new EchoRequest { Blob = ByteString.CopyFrom(new byte[8 << 20]) }, Gzip));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Request_OfUnknownEncoding_IsUnimplementedAndTellsTheKnown()
    {
        await using var host = await EchoHost.StartAsync();
        using var raw = new RawCaller(host.Address);
        var answer = await raw.CallAsync("Say", RawCaller.Frame([10, 1, 65], flag: 1), ("grpc-encoding", "br"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("12", answer.Field("grpc-status"));
        Assert.Contains("gzip", answer.Field("grpc-accept-encoding"), StringComparison.Ordinal);
    }

    private static EchoRequest Large => new() { Blob = ByteString.CopyFrom(new byte[100_000]) };

    private static void Compressing(GrpcServiceOptions options)
    {
        options.ResponseCompressionAlgorithm = "gzip";
        options.ResponseCompressionLevel = CompressionLevel.Optimal;
    }
}
