using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.HealthCheck;

/// <summary>Tells the health that it was told.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    internal StatusBoard Board { get; } = new();

    public void SetStatus(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        Board.Set(service, status);
    }

    public void ClearStatus(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        Board.Remove(service);
    }

    public void ClearAll() => Board.Clear();

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        Board.TryGet(request.Service, out var status)
            ? Task.FromResult(new HealthCheckResponse { Status = status })
            : throw new RpcException(new Status(StatusCode.NotFound, ""));

    /// <summary>Runs until the caller cancels. A slow caller gets the latest status and misses those between.</summary>
    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        ServingStatus? told = null;
        while (!context.CancellationToken.IsCancellationRequested)
        {
            var change = Board.Change;
            if (!Board.TryGet(request.Service, out var status))
                status = ServingStatus.ServiceUnknown;
            if (told != status)
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }).ConfigureAwait(false);
            told = status;
            await change.WaitAsync(context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
