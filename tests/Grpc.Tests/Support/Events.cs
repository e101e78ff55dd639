using System.Collections.Concurrent;

namespace Federation.Grpc.Tests.Support;

/// <summary>What has happened, by name; tests wait for it instead of for a while.</summary>
public sealed class Events
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();

    public void Report(string name) => Of(name).TrySetResult();

    public bool Has(string name) => Of(name).Task.IsCompleted;

    public Task Reported(string name) => Of(name).Task;

    public Task WaitFor(string name) => Of(name).Task.Within(name);

    private TaskCompletionSource Of(string name) =>
        _events.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
