using Federation.Domain.Ledger;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Federation.Gateway.Errors;

/// <summary>
/// Translates failures once: of the world to Unavailable, which a caller may try again; of a programmer to Internal, logged as ours.
/// Refusals pass through as they are.
/// </summary>
public sealed partial class FailureInterceptor(ILogger<FailureInterceptor> log) : Interceptor
{
    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Translate(e, context);
        }
    }

    private RpcException Translate(Exception e, ServerCallContext context)
    {
        switch (e)
        {
            case OperationCanceledException when context.CancellationToken.IsCancellationRequested:
                return new RpcException(new Status(StatusCode.Cancelled, "调用已取消 / the call was cancelled"));
            case LedgerUnavailableException or TimeoutException or OrleansException or OperationCanceledException:
                TryLater(log, context.Method, e);
                return new RpcException(new Status(StatusCode.Unavailable, "系统繁忙,请稍后重试(重试不会重复生效) / busy, please try again; a repeat has no double effect"));
            default:
                OurFault(log, context.Method, e);
                return new RpcException(new Status(StatusCode.Internal, "系统内部错误,已记录 / internal error, logged"));
        }
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "{Method}: unavailable")]
    private static partial void TryLater(ILogger log, string method, Exception e);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "{Method}: our fault")]
    private static partial void OurFault(ILogger log, string method, Exception e);
}
