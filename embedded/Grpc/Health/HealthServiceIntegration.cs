using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>Tells the health of services by the health checks of the application.</summary>
internal sealed class HealthServiceIntegration(
    HealthServiceImpl health,
    HealthCheckService checks,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime)
    : Health.V1.Health.HealthBase
{
    private readonly GrpcHealthChecksOptions _options = options.Value;

    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        _options.UseHealthChecksCache
        ? await health.Check(request, context).ConfigureAwait(false)
        : Answer(await CheckNowAsync(request.Service, context.CancellationToken).ConfigureAwait(false)
            ?? throw new RpcException(new Status(StatusCode.NotFound, "")));

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var stopping = _options.SuppressCompletionOnShutdown ? default : lifetime.ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
        var change = health.Board.Change; // before the check: what is published during it must not be missed
        var told = await FirstAsync(request.Service, context.CancellationToken).ConfigureAwait(false);
        await responseStream.WriteAsync(Answer(told)).ConfigureAwait(false);
        while (true)
        {
            await change.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (either.IsCancellationRequested)
                break;
            change = health.Board.Change;
            if (!health.Board.TryGet(request.Service, out var status) || status == told)
                continue;
            told = status;
            await responseStream.WriteAsync(Answer(told)).ConfigureAwait(false);
        }

        if (!context.CancellationToken.IsCancellationRequested && told != ServingStatus.NotServing)
            await responseStream.WriteAsync(Answer(ServingStatus.NotServing)).ConfigureAwait(false);
    }

    private static HealthCheckResponse Answer(ServingStatus status) => new() { Status = status };

    private async Task<ServingStatus> FirstAsync(string service, CancellationToken cancellationToken)
    {
        if (_options.UseHealthChecksCache)
            return health.Board.TryGet(service, out var published) ? published : ServingStatus.ServiceUnknown;
        return await CheckNowAsync(service, cancellationToken).ConfigureAwait(false) ?? ServingStatus.ServiceUnknown;
    }

    private async Task<ServingStatus?> CheckNowAsync(string service, CancellationToken cancellationToken)
    {
        if (_options.Services.Find(service) is not { } mapping)
            return null;
        var report = await checks
            .CheckHealthAsync(registration => mapping.Includes(registration.Name, registration.Tags), cancellationToken)
            .ConfigureAwait(false);
        return CheckedHealth.Of(mapping, report);
    }
}
