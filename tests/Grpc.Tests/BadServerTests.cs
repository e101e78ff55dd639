using System.Net;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Federation.Grpc.Tests;

/// <summary>What servers answer that should not, or what stands between us and them.</summary>
public sealed class BadServerTests
{
    private static readonly byte[] Message = [10, 2, 104, 105];

    [Theory]
    [InlineData(HttpStatusCode.NotFound, StatusCode.Unimplemented)]
    [InlineData(HttpStatusCode.Unauthorized, StatusCode.Unauthenticated)]
    [InlineData(HttpStatusCode.Forbidden, StatusCode.PermissionDenied)]
    [InlineData(HttpStatusCode.BadGateway, StatusCode.Unavailable)]
    [InlineData(HttpStatusCode.ServiceUnavailable, StatusCode.Unavailable)]
    [InlineData(HttpStatusCode.InternalServerError, StatusCode.Unknown)]
    public async Task HttpStatus_WithoutGrpc_IsTranslated(HttpStatusCode answer, StatusCode expected) =>
        await Ends(expected, http =>
        {
            http.Response.StatusCode = (int)answer;
            return Task.CompletedTask;
        });

    [Fact]
    public async Task ContentType_OfAPage_IsRefused() =>
        await Ends(StatusCode.Cancelled, http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<p>not gRPC</p>");
        });

    [Fact]
    public async Task Frame_WithAnImpossibleFlag_IsInternal() => await Answers(StatusCode.Internal, RawCaller.Frame(Message, flag: 3));

    [Fact]
    public async Task Frame_CompressedWithoutEncoding_IsInternal() => await Answers(StatusCode.Internal, RawCaller.Frame(Message, flag: 1));

    [Fact]
    public async Task Frame_CutInTheMessage_IsInternal() => await Answers(StatusCode.Internal, RawCaller.Frame(Message)[..7]);

    [Fact]
    public async Task Message_ThatIsNoProtobuf_IsInternal() => await Answers(StatusCode.Internal, RawCaller.Frame([255, 255, 255]));

    [Fact]
    public async Task Messages_TwoOnAUnaryCall_AreInternal() =>
        await Answers(StatusCode.Internal, [.. RawCaller.Frame(Message), .. RawCaller.Frame(Message)]);

    [Fact]
    public async Task Message_NoneOnAUnaryCall_IsInternal() => await Answers(StatusCode.Internal, []);

    [Fact]
    public async Task Frame_ClaimingTwoGigabytes_IsRefusedByItsHeader() =>
        await Answers(StatusCode.ResourceExhausted, [0, 127, 255, 255, 255, 1, 2, 3]);

    [Fact]
    public async Task Status_Missing_IsNotSuccess()
    {
        var failure = await Fails(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(RawCaller.Frame(Message));
        });

        Assert.NotEqual(StatusCode.OK, failure.StatusCode);
    }

    [Fact]
    public async Task Stream_CutInTheMiddleOfAMessage_IsAFailure()
    {
        var failure = await Fails(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(RawCaller.Frame(Message).AsMemory(0, 7));
            await http.Response.Body.FlushAsync();
            http.Abort();
        });

        Assert.NotEqual(StatusCode.OK, failure.StatusCode);
    }

    private static Task Answers(StatusCode expected, byte[] body) => Ends(expected, async http =>
    {
        http.Response.ContentType = "application/grpc";
        http.Response.DeclareTrailer("grpc-status");
        await http.Response.Body.WriteAsync(body);
        http.Response.AppendTrailer("grpc-status", "0");
    });

    private static async Task Ends(StatusCode expected, RequestDelegate answer)
    {
        var failure = await Fails(answer);
        Assert.True(expected == failure.StatusCode, $"expected {expected}: {failure}");
    }

    private static async Task<RpcException> Fails(RequestDelegate answer)
    {
        await using var host = await EchoHost.StartAsync(map: app => app.Use(_ => answer));
        return await Assert.ThrowsAsync<RpcException>(() => host.Client.SayAsync(new EchoRequest()).ResponseAsync.Within("the end"));
    }
}
