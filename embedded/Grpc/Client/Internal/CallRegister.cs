namespace Grpc.Net.Client.Internal;

/// <summary>The calls under way on a channel, in a few shards so that callers on many threads do not queue for one lock.</summary>
internal sealed class CallRegister
{
    private readonly Shard[] _shards = [new(), new(), new(), new(), new(), new(), new(), new()];

    public void Add(ClientCall call)
    {
        var shard = ShardOf(call);
        lock (shard)
            shard.Add(call);
    }

    public void Remove(ClientCall call)
    {
        var shard = ShardOf(call);
        lock (shard)
            shard.Remove(call);
    }

    public void EndAll()
    {
        foreach (var shard in _shards)
        {
            ClientCall[] calls;
            lock (shard)
                calls = [.. shard];
            foreach (var call in calls)
                call.Dispose();
        }
    }

    private Shard ShardOf(ClientCall call) => _shards[call.GetHashCode() & (_shards.Length - 1)];

    private sealed class Shard : HashSet<ClientCall>;
}
