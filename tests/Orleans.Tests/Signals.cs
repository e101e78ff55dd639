using System.Collections.Concurrent;

namespace Federation.Tests.Orleans;

/// <summary>Steps that grains and tests wait for, by name. A test takes names of its own, so tests do not meet.</summary>
internal static class Signals
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource> Steps = new();
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Notes = new();
    private static int _count;

    public static string NewKey(string what) => $"{what}/{Interlocked.Increment(ref _count)}";

    public static Task Reached(string step) => Step(step).Task;

    public static void Reach(string step) => Step(step).TrySetResult();

    public static void Note(string about, string text) => Notes.GetOrAdd(about, _ => new()).Enqueue(text);

    public static string[] NotesOf(string about) => [.. Notes.GetOrAdd(about, _ => new())];

    private static TaskCompletionSource Step(string name) =>
        Steps.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
