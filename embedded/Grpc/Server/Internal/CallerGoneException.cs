namespace Grpc.AspNetCore.Server.Internal;

/// <summary>
/// The client reset its stream or its connection ended: to a service the same as its token being cancelled, and no error to log.
/// </summary>
internal sealed class CallerGoneException(Exception? cause = null) : OperationCanceledException("The client ended the call.", cause);
