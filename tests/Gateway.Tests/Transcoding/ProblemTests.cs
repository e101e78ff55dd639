using System.Net;
using Grpc.Core;

namespace Federation.Gateway.Tests.Transcoding;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(StatusCode.Cancelled, 499, "CANCELLED")]
    [InlineData(StatusCode.Unknown, 500, "UNKNOWN")]
    [InlineData(StatusCode.InvalidArgument, 400, "INVALID_ARGUMENT")]
    [InlineData(StatusCode.DeadlineExceeded, 504, "DEADLINE_EXCEEDED")]
    [InlineData(StatusCode.NotFound, 404, "NOT_FOUND")]
    [InlineData(StatusCode.AlreadyExists, 409, "ALREADY_EXISTS")]
    [InlineData(StatusCode.PermissionDenied, 403, "PERMISSION_DENIED")]
    [InlineData(StatusCode.ResourceExhausted, 429, "RESOURCE_EXHAUSTED")]
    [InlineData(StatusCode.FailedPrecondition, 400, "FAILED_PRECONDITION")]
    [InlineData(StatusCode.Aborted, 409, "ABORTED")]
    [InlineData(StatusCode.OutOfRange, 400, "OUT_OF_RANGE")]
    [InlineData(StatusCode.Unimplemented, 501, "UNIMPLEMENTED")]
    [InlineData(StatusCode.Internal, 500, "INTERNAL")]
    [InlineData(StatusCode.Unavailable, 503, "UNAVAILABLE")]
    [InlineData(StatusCode.DataLoss, 500, "DATA_LOSS")]
    [InlineData(StatusCode.Unauthenticated, 401, "UNAUTHENTICATED")]
    public async Task Service_ThatRefuses_AnswersTheHttpStatusOfItsCode(StatusCode code, int http, string name)
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync((HttpStatusCode)http, "GET", $"/v1/failures/{(int)code}");

        Assert.Equal((name, "不行"), ((string)problem["code"]!, (string)problem["detail"]!));
        Assert.Empty(problem["findings"]!.AsArray());
    }

    [Fact]
    public async Task Service_ThatRefusesWithFindings_SendsAllOfThem()
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/failures/9?findings=true");

        Assert.Equal(
            """{"type":"urn:federation:problem:failed-precondition","title":"现在不能这样做 / Not possible in the present state","status":400,"detail":"不行","code":"FAILED_PRECONDITION","findings":[{"code":"AR-001","severity":"ERROR","where":"t3.new.natural","text":"不平","textEn":"does not balance","basis":"国办公开办函〔2021〕30号"},{"code":"AR-002","severity":"WARNING","where":"","text":"偏大","textEn":"large","basis":""}]}""",
            problem.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Service_ThatThrows_TellsNothingOfItself()
    {
        await using var host = await RestHost.StartAsync();

        var problem = await host.RefusedAsync(HttpStatusCode.InternalServerError, "GET", "/v1/failures/-1");

        Assert.DoesNotContain("secret", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("INTERNAL", (string)problem["code"]!);
    }
}
