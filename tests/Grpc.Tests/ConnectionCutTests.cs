using System.Net;
using System.Net.Sockets;
using Federation.Grpc.Tests.Contract;
using Federation.Grpc.Tests.Support;
using Google.Protobuf;

namespace Federation.Grpc.Tests;

/// <summary>Connections that end without a word, spoken by hand over a socket.</summary>
public sealed class ConnectionCutTests(EchoFixture fixture) : IClassFixture<EchoFixture>
{
    [Fact]
    public async Task Connection_CutWhileTheServiceWorks_CancelsIt()
    {
        var frame = RawCaller.Frame(new EchoRequest { Act = Act.Hang, Text = "cut at work" }.ToByteArray());
        using (var socket = await ConnectAsync("Say", frame, end: true))
            await fixture.Host.Events.WaitFor("started cut at work");

        await fixture.Host.Events.WaitFor("cancelled cut at work");
    }

    [Fact]
    public async Task Connection_CutInTheMiddleOfAMessage_CancelsTheReader()
    {
        var first = RawCaller.Frame(new EchoRequest { Text = "cut in message" }.ToByteArray());
        using (var socket = await ConnectAsync("Chat", [.. first, 0, 0, 0, 0, 100, 1, 2], end: false))
            await socket.GetStream().ReadUntilAsync("cut in message"u8.ToArray()).Within("the echo of the whole message");

        await fixture.Host.Events.WaitFor("cancelled cut in message");
    }

    private async Task<TcpClient> ConnectAsync(string method, byte[] body, bool end)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, fixture.Host.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Http2.Open("/echo.v1.Echo/" + method));
        await stream.WriteAsync(Http2.Data(body, end));
        return socket;
    }
}
