using Federation.Gateway.Errors;
using Federation.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Gateway.Transcoding;

/// <summary>An error as a caller over REST sees it (RFC 9457).</summary>
/// <param name="HttpStatus">HTTP status.</param>
/// <param name="Code">Name of the gRPC code: <c>FAILED_PRECONDITION</c>.</param>
/// <param name="Title">The kind of error, in Chinese and English.</param>
/// <param name="Detail">This one, as the service worded it.</param>
/// <param name="Findings">What rules found; may be empty.</param>
internal sealed record Problem(int HttpStatus, string Code, string Title, string Detail, IReadOnlyList<Finding> Findings)
{
    private const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>Names the kind of error; the same for all of one code.</summary>
    public string Type => "urn:federation:problem:" + Code.ToLowerInvariant().Replace('_', '-');

    /// <summary>A status of gRPC, with the refusal that its trailers may hold.</summary>
    public static Problem Of(Status status, Metadata trailers)
    {
        var (http, name, title) = StatusMap.Of(status.StatusCode);
        return new Problem(http, name, title, status.Detail ?? "", FindingsOf(trailers));
    }

    /// <summary>A request that never reached a service.</summary>
    public static Problem Of(RequestRefusedException refused)
    {
        var (_, name, title) = StatusMap.Of(StatusMap.Of(refused.HttpStatus));
        var detail = $"{refused.Findings[0].Text} / {refused.Findings[0].TextEn}";
        return new Problem(refused.HttpStatus, name, title, detail, [.. refused.Findings.Select(Refusals.ToProto)]);
    }

    private static IReadOnlyList<Finding> FindingsOf(Metadata trailers)
    {
        if (trailers.GetValueBytes(DetailsTrailer) is not { } bytes)
            return [];
        try
        {
            return
            [
                .. Google.Rpc.Status.Parser.ParseFrom(bytes).Details
                    .Where(d => d.Is(Refusal.Descriptor))
                    .SelectMany(d => d.Unpack<Refusal>().Findings),
            ];
        }
        catch (InvalidProtocolBufferException) // details of another kind; the status itself still stands
        {
            return [];
        }
    }
}
