using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;

namespace Federation.Grpc.Tests;

public sealed class MetadataTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    private readonly Echo.EchoClient _client = fixture.Host.Client;

    [Fact]
    public async Task RequestHeaders_TextBinaryAndRepeated_ReachTheService()
    {
        var headers = new Metadata { { "x-a", "1" }, { "X-A", "2" }, { "x-b-bin", [0, 255] }, { "x-b-bin", [7] } };
        var lines = (await _client.SayAsync(new EchoRequest { Act = Act.Peek }, headers)).Text.Split('\n');

        Assert.Contains("x-b-bin=00ff", lines);
        Assert.Contains("x-b-bin=07", lines);
        Assert.Contains(lines, line => line.StartsWith("x-a=1", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("x-a=", StringComparison.Ordinal) && line.EndsWith('2'));
        Assert.DoesNotContain(lines, line => line.StartsWith("grpc-encoding", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ResponseHeaders_SentEarly_ArriveApartFromTrailers()
    {
        using var call = _client.SayAsync(new EchoRequest { Act = Act.Headers });
        var headers = await call.ResponseHeadersAsync.Within("response headers");
        await call;

        Assert.Equal("early", headers.GetValue("x-head"));
        Assert.Equal(EchoService.RawTrailer, headers.GetValueBytes("x-head-bin"));
        Assert.Equal("1", call.GetTrailers().GetValue("x-done"));
        Assert.Null(call.GetTrailers().Get("x-head"));
    }

    [Fact]
    public async Task StatusDetails_AsBinaryTrailer_ArriveUnchanged()
    {
        var details = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
        await using var host = await EchoHost.StartAsync(options => options.Interceptors.Add<RefuseWithDetails>(details));
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await host.Client.SayAsync(new EchoRequest()));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal(details, failure.Trailers.GetValueBytes("grpc-status-details-bin"));
    }

    [Fact]
    public void Entry_WithBinaryValueAndTextKey_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x-a", [1]));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x-a-bin", "text"));
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x a", "text"));
    }

    [Fact]
    public void Entry_OfBinaryKind_HasNoText()
    {
        var entry = new Metadata.Entry("X-A-bin", [1, 2]);

        Assert.Equal("x-a-bin", entry.Key);
        Assert.True(entry.IsBinary);
        Assert.Throws<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void Get_OfRepeatedKey_IsTheLast()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" }, { "A", "3" } };

        Assert.Equal("3", metadata.GetValue("a"));
        Assert.Equal(["1", "3"], metadata.GetAll("A").Select(entry => entry.Value));
        Assert.Null(metadata.Get("c"));
    }

    [Fact]
    public void Add_ToTheEmptyMetadata_IsRefused() => Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("a", "b"));
}
