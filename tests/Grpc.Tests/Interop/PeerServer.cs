using System.Diagnostics;
using System.Globalization;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Grpc.Net.Client;

namespace Federation.Grpc.Tests.Interop;

/// <summary>The echo service of a peer, in a process of its own, and our channel to it.</summary>
public sealed class PeerServer : IDisposable
{
    private readonly Process _process;

    private PeerServer(Process process, int port)
    {
        _process = process;
        Channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
    }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client => new(Channel);

    public static async Task<PeerServer> StartAsync(string peer, params string[] arguments)
    {
        var process = Peer.Named(peer).Start("server", arguments);
        var line = await process.StandardOutput.ReadLineAsync().Within($"the port of the server in {peer}");
        if (!int.TryParse(line, CultureInfo.InvariantCulture, out var port))
            Assert.Fail($"The server in {peer} did not start: {line} {await process.StandardError.ReadToEndAsync()}");
        return new PeerServer(process, port);
    }

    public async Task Happened(string name) =>
        await Client.SayAsync(new EchoRequest { Act = Act.Await, Text = name }).ResponseAsync.Within(name);

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        Channel.Dispose();
        _process.Kill();
        _process.Dispose();
    }
}
