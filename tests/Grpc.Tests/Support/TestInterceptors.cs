using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Federation.Grpc.Tests.Support;

/// <summary>Refuses every call with details as a rich status has them.</summary>
public sealed class RefuseWithDetails(byte[] details) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        throw new RpcException(
            new Status(StatusCode.FailedPrecondition, "refused"),
            new Metadata { { "grpc-status-details-bin", details } });
}
