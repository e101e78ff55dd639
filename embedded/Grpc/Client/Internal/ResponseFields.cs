using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>Reads header fields as they came, without letting HttpClient parse them.</summary>
internal static class ResponseFields
{
    public static string? First(HttpHeaders headers, string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
            return null;
        foreach (var value in values)
            return value;
        return null;
    }

    public static bool TryGetStatus(HttpHeaders headers, out Status status)
    {
        status = default;
        var text = First(headers, Protocol.StatusHeader);
        if (text is null)
            return false;
        if (text is "0")
        {
            status = Status.DefaultSuccess;
            return true;
        }

        var message = First(headers, Protocol.MessageHeader);
        status = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? new Status((StatusCode)code, message is null ? "" : PercentText.Decode(message))
            : new Status(StatusCode.Cancelled, "Unexpected grpc-status value: " + text);
        return true;
    }

    public static Metadata ToMetadata(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (key, values) in headers.NonValidated)
        {
            if (HeaderMetadata.IsReserved(key))
                continue;
            foreach (var value in values)
                HeaderMetadata.Add(metadata, key, value);
        }

        return metadata;
    }

    /// <summary>What an answer from something that is not a gRPC server means.</summary>
    public static StatusCode ToStatusCode(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
            StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
