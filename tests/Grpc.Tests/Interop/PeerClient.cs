using System.Collections.Concurrent;
using System.Text.Json;
using Federation.Grpc.Tests.Support;

namespace Federation.Grpc.Tests.Interop;

/// <summary>Lets the client of a peer play all its scenarios against a server of ours, once.</summary>
public abstract class PeerClient(Peer peer) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string?> _results = new();
    private string _errors = "";

    public ICollection<string> Played => _results.Keys;

    public async Task InitializeAsync()
    {
        if (peer.Missing is not null)
            return; // every test of the class is skipped
        await using var host = await EchoHost.StartAsync();
        using var process = peer.Start("client", host.Address.Authority);
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                var result = JsonSerializer.Deserialize<Result>(line, JsonSerializerOptions.Web)!;
                _results[result.Name] = result.Problem;
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(); // the scenario that hangs is the one that is missing
        }

        _errors = await errors;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void MustHavePassed(string scenario)
    {
        Assert.True(_results.TryGetValue(scenario, out var problem), $"Never came: the end of {scenario}. {_errors}");
        Assert.True(problem is null, problem);
    }

    private sealed record Result(string Name, string? Problem);
}
