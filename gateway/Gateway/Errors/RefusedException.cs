using Grpc.Core;

namespace Federation.Gateway.Errors;

/// <summary>A refusal with all its findings: the trailers of gRPC have little room, a body of REST has much.</summary>
/// <param name="status">Status and first sentence.</param>
/// <param name="trailers">Details as gRPC carries them; the last findings may be left out there.</param>
/// <param name="findings">All findings.</param>
public sealed class RefusedException(Status status, Metadata trailers, IReadOnlyList<V1.Finding> findings) : RpcException(status, trailers)
{
    /// <summary>All findings.</summary>
    public IReadOnlyList<V1.Finding> Findings { get; } = findings;
}
