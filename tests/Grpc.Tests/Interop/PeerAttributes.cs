using System.Reflection;
using Xunit.Sdk;

namespace Federation.Grpc.Tests.Interop;

/// <summary>A fact about one peer, skipped with the reason when it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(string peer) => Skip = Peer.Named(peer).Missing;
}

/// <summary>One row for each scenario of a peer's client; skipped with the reason when it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenariosAttribute : DataAttribute
{
    private readonly string[] _names;

    public ScenariosAttribute(string peer, params string[] names)
    {
        Skip = Peer.Named(peer).Missing;
        _names = names;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => _names.Select(name => new object[] { name });
}

/// <summary>One row for a server to call; skipped with the reason when it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ServerOfAttribute : DataAttribute
{
    private readonly string _peer;

    public ServerOfAttribute(string peer)
    {
        _peer = peer;
        Skip = Peer.Named(peer).Missing;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[_peer]];
}
