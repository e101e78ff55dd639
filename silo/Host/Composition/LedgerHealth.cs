using Federation.Domain.Ledger;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Federation.Host.Composition;

/// <summary>Healthy when the ledger can be read.</summary>
internal sealed class LedgerHealth(IReadModels readModels) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var periods = await readModels.Periods(cancellationToken);
            return HealthCheckResult.Healthy($"{periods.Length} periods open");
        }
        catch (LedgerUnavailableException e)
        {
            return HealthCheckResult.Unhealthy("the ledger cannot be read", e);
        }
    }
}
