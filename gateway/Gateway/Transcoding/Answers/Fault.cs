using Federation.Gateway.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Federation.Gateway.Transcoding;

/// <summary>Turns what a call threw into the problem that its caller sees.</summary>
internal static partial class Fault
{
    public static Problem ToProblem(Exception exception, RestCallContext? call, string method, ILogger log)
    {
        switch (exception)
        {
            case RequestRefusedException refused:
                return Problem.Of(refused);
            case RpcException { StatusCode: StatusCode.Cancelled } or OperationCanceledException when call is { DeadlinePassed: true }:
                return Problem.Of(new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded"), Metadata.Empty);
            case RefusedException refusal:
                return Problem.Of(refusal.Status, Metadata.Empty) with { Findings = refusal.Findings };
            case RpcException refusal:
                return Problem.Of(refusal.Status, Merge(refusal.Trailers, call));
            case BadHttpRequestException bad:
                var status = StatusMap.Of(bad.StatusCode);
                return Problem.Of(new Status(status, bad.Message), Metadata.Empty) with { HttpStatus = bad.StatusCode };
            default:
                Failed(log, method, exception);
                return Problem.Of(new Status(StatusCode.Internal, ""), Metadata.Empty);
        }
    }

    // details may stand on the exception, or on the call when the service put them there before it threw
    private static Metadata Merge(Metadata trailers, RestCallContext? call)
    {
        var all = new Metadata();
        foreach (var entry in (call?.ResponseTrailers ?? Metadata.Empty).Concat(trailers))
            all.Add(entry);
        return all;
    }

    [LoggerMessage(7001, LogLevel.Error, "{Method} failed over REST")]
    private static partial void Failed(ILogger log, string method, Exception exception);
}
