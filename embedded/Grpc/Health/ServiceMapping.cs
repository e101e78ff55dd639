namespace Grpc.AspNetCore.HealthChecks;

/// <summary>A health check that may stand for a service.</summary>
public sealed class HealthCheckMapContext(string name, IEnumerable<string> tags)
{
    public string Name { get; } = name;

    public IEnumerable<string> Tags { get; } = tags;
}

/// <summary>The health checks that stand for one service.</summary>
public sealed class ServiceMapping(string name, Func<HealthCheckMapContext, bool> predicate)
{
    public string Name { get; } = name;

    public Func<HealthCheckMapContext, bool>? HealthCheckPredicate { get; } = predicate;

    internal bool Includes(string check, IEnumerable<string> tags) =>
        HealthCheckPredicate?.Invoke(new HealthCheckMapContext(check, tags)) ?? true;
}
