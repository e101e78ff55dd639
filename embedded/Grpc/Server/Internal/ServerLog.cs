using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>What the server side has to say.</summary>
internal static partial class ServerLog
{
    [LoggerMessage(6, LogLevel.Error, "Error when executing service method '{Method}'.", EventName = "ErrorExecutingServiceMethod")]
    public static partial void Failed(ILogger logger, string method, Exception exception);

    [LoggerMessage(7, LogLevel.Information, "Service method '{Method}' ended with status {StatusCode}.", EventName = "RpcConnectionError")]
    public static partial void Refused(ILogger logger, string method, StatusCode statusCode, Exception exception);

    [LoggerMessage(8, LogLevel.Debug, "Service method '{Method}' was abandoned by its caller.", EventName = "CallAbandoned")]
    public static partial void Abandoned(ILogger logger, string method, Exception exception);
}
