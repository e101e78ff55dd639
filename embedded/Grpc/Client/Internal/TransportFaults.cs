using System.Net.Sockets;
using Grpc.Core;

namespace Grpc.Net.Client.Internal;

/// <summary>What a fault of the connection means for a call.</summary>
internal static class TransportFaults
{
    public static Status ToStatus(Exception exception) =>
        new(ToStatusCode(exception), $"Error making the gRPC call. {exception.GetType().Name}: {Innermost(exception).Message}", exception);

    private static StatusCode ToStatusCode(Exception exception)
    {
        var code = StatusCode.Internal;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException protocol)
                return OfHttp2(protocol.ErrorCode);
            if (cause is IOException or SocketException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                code = StatusCode.Unavailable;
        }

        return code;
    }

    /// <summary>
    /// As the gRPC specification says, but for ENHANCE_YOUR_CALM: a server says so to a connection that cancelled too many calls, and it
    /// takes innocent calls down with it, which deserve another try.
    /// </summary>
    private static StatusCode OfHttp2(long errorCode) => errorCode switch
    {
        7 => StatusCode.Unavailable, // REFUSED_STREAM
        8 => StatusCode.Cancelled, // CANCEL
        11 => StatusCode.Unavailable, // ENHANCE_YOUR_CALM
        12 => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
        _ => StatusCode.Internal,
    };

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
