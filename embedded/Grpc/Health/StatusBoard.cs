using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Grpc.HealthCheck;

/// <summary>The status of every service, and a bell that rings when one changes.</summary>
internal sealed class StatusBoard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServingStatus> _statuses = [];
    private TaskCompletionSource _change = NewBell();

    /// <summary>Done at the next change. Ask for it before looking, and no change is missed.</summary>
    public Task Change
    {
        get
        {
            lock (_gate)
                return _change.Task;
        }
    }

    public bool TryGet(string service, out ServingStatus status)
    {
        lock (_gate)
            return _statuses.TryGetValue(service, out status);
    }

    public void Set(string service, ServingStatus status)
    {
        lock (_gate)
        {
            if (_statuses.TryGetValue(service, out var known) && known == status)
                return;
            _statuses[service] = status;
            Ring();
        }
    }

    public void Remove(string service)
    {
        lock (_gate)
        {
            if (_statuses.Remove(service))
                Ring();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _statuses.Clear();
            Ring();
        }
    }

    private static TaskCompletionSource NewBell() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Ring()
    {
        _change.SetResult();
        _change = NewBell();
    }
}
