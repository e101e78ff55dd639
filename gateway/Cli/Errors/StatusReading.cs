using Federation.V1;
using Grpc.Core;

namespace Federation.Cli.Errors;

/// <summary>Reads what a failed call says: its findings, and the exit code it means.</summary>
internal static class StatusReading
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>All findings of a refusal; empty when it carries none.</summary>
    public static IReadOnlyList<Finding> FindingsOf(RpcException e)
    {
        if (e.Trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
            return [];
        try
        {
            var findings = new List<Finding>();
            foreach (var detail in Google.Rpc.Status.Parser.ParseFrom(bytes).Details)
            {
                if (detail.TryUnpack<Refusal>(out var refusal))
                    findings.AddRange(refusal.Findings);
            }
            return findings;
        }
        catch (Google.Protobuf.InvalidProtocolBufferException)
        {
            return []; // the status itself still says what happened
        }
    }

    /// <summary>True when something other than a gRPC server answered.</summary>
    public static bool IsNoGrpcAnswer(RpcException e) => e is { StatusCode: StatusCode.Internal, Status.DebugException: HttpRequestException };

    /// <summary>The exit code of a failure. What the world failed at may be tried again; what carries findings was refused by rules.</summary>
    public static int ExitCodeOf(StatusCode status, bool hasFindings) => status switch
    {
        StatusCode.Unauthenticated or StatusCode.PermissionDenied => ExitCodes.NotPermitted,
        StatusCode.NotFound => ExitCodes.NotFound,
        _ when hasFindings => ExitCodes.Refused,
        StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted or StatusCode.Aborted => ExitCodes.TryAgain,
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.OutOfRange or StatusCode.AlreadyExists => ExitCodes.Refused,
        _ => ExitCodes.Internal,
    };
}
