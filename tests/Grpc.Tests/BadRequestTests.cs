using System.Net;
using Federation.Grpc.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Federation.Grpc.Tests;

/// <summary>What clients send that should not.</summary>
public sealed class BadRequestTests(EchoFixture fixture) : IClassFixture<EchoFixture>, IDisposable
{
    private static readonly byte[] Message = [10, 2, 104, 105];
    private readonly RawCaller _raw = new(fixture.Host.Address);

    public void Dispose() => _raw.Dispose();

    [Fact]
    public async Task Frame_AsItShouldBe_IsAnsweredWithTrailers()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame(Message));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/grpc", answer.ContentType);
        Assert.Equal("0", answer.Trailers["grpc-status"]);
        Assert.Equal(RawCaller.Frame(Message), answer.Body);
    }

    [Fact]
    public async Task Frame_WithAnImpossibleFlag_IsRefused()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame(Message, flag: 7));

        Assert.Contains(answer.Field("grpc-status"), (string[])["2", "13"]); // the codes differ between implementations
    }

    [Fact]
    public async Task Frame_CompressedWithoutEncoding_IsInternal() => await Internal(RawCaller.Frame(Message, flag: 1));

    [Fact]
    public async Task Frame_CutInTheMessage_IsInternal() => await Internal(RawCaller.Frame(Message)[..7]);

    [Fact]
    public async Task Frame_CutInTheHeader_IsInternal() => await Internal([0, 0, 0]);

    [Fact]
    public async Task Frames_TwoOnAUnaryCall_AreInternal() => await Internal([.. RawCaller.Frame(Message), .. RawCaller.Frame(Message)]);

    [Fact]
    public async Task Frames_NoneOnAUnaryCall_IsInternal() => await Internal([]);

    [Fact]
    public async Task Frame_CompressedButDamaged_IsRefused()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame([1, 2, 3, 4], flag: 1), ("grpc-encoding", "gzip"));

        Assert.Contains(answer.Field("grpc-status"), (string[])["2", "13"]);
    }

    [Fact]
    public async Task Message_ThatIsNoProtobuf_IsRefused()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame([255, 255, 255]));

        Assert.Contains(answer.Field("grpc-status"), (string[])["2", "13"]);
    }

    [Fact]
    public async Task Frame_ClaimingTwoGigabytes_IsRefusedByItsHeader()
    {
        var answer = await _raw.CallAsync("Say", [0, 127, 255, 255, 255, 1, 2, 3]);

        Assert.Equal("8", answer.Field("grpc-status"));
    }

    [Fact]
    public async Task Timeout_ThatCannotBeRead_IsIgnored()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame(Message), ("grpc-timeout", "soon"));

        Assert.Equal("0", answer.Field("grpc-status"));
    }

    [Fact]
    public async Task Timeout_OfTenThousandYears_IsNoProblem()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame(Message), ("grpc-timeout", "99999999H"));

        Assert.Equal("0", answer.Field("grpc-status"));
    }

    [Fact]
    public async Task BinaryHeader_ThatIsNoBase64_DoesNotEndTheConnection()
    {
        var answer = await _raw.CallAsync("Say", RawCaller.Frame(Message), ("x-bad-bin", "***"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ContentType_WithSuffix_IsAccepted()
    {
        var answer = await _raw.SendAsync("/echo.v1.Echo/Say", "application/grpc+proto", RawCaller.Frame(Message), HttpVersion.Version20);

        Assert.Equal("0", answer.Field("grpc-status"));
    }

    [Fact]
    public async Task ContentType_OfAnotherKind_IsUnsupported()
    {
        var answer = await _raw.SendAsync("/echo.v1.Echo/Say", "application/json", RawCaller.Frame(Message), HttpVersion.Version20);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Http11_IsToldToUpgrade()
    {
        await using var host = await EchoHost.StartAsync(protocols: HttpProtocols.Http1);
        using var raw = new RawCaller(host.Address);
        var answer = await raw.SendAsync("/echo.v1.Echo/Say", "application/grpc", RawCaller.Frame(Message), HttpVersion.Version11);

        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
    }

    [Theory]
    [InlineData("/echo.v1.Echo/Missing")]
    [InlineData("/missing.v1.Missing/Missing")]
    public async Task Path_OfNothing_IsUnimplemented(string path)
    {
        var answer = await _raw.SendAsync(path, "application/grpc", RawCaller.Frame(Message), HttpVersion.Version20);

        Assert.Equal("12", answer.Field("grpc-status"));
    }

    [Fact]
    public async Task Path_OfNothingWithoutGrpc_IsNotFound()
    {
        var answer = await _raw.SendAsync("/missing/missing", "text/plain", [], HttpVersion.Version20);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task Internal(byte[] body)
    {
        var answer = await _raw.CallAsync("Say", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("13", answer.Field("grpc-status"));
    }
}
