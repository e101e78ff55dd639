using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Federation.Gateway.Tests.Services;

/// <summary>A website on a free port that answers as it is told, also as no proper server would.</summary>
internal sealed class Website : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();

    public Website()
    {
        listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}/list";

    /// <summary>Answer to a request, given its head; null: none ever.</summary>
    public Func<string, byte[]?> Answers { get; set; } = _ => Answer(404, "");

    /// <summary>Requests so far.</summary>
    public int Asked { get; private set; }

    /// <summary>An answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">Body.</param>
    /// <param name="headers">Further headers, each ended by CR LF.</param>
    /// <param name="announced">Length announced; null: the true one.</param>
    public static byte[] Answer(int status, string body, string headers = "", int? announced = null)
    {
        return Answer(status, Encoding.UTF8.GetBytes(body), headers, announced);
    }

    /// <summary>An answer of bytes.</summary>
    public static byte[] Answer(int status, byte[] bytes, string headers = "", int? announced = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {announced ?? bytes.Length}\r\n{headers}\r\n"), .. bytes];

    public void Dispose()
    {
        closing.Cancel();
        listener.Dispose();
        closing.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
                _ = One(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // the test is over
        }
    }

    private async Task One(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                var (head, buffer) = (new StringBuilder(), new byte[4096]);
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var read = await stream.ReadAsync(buffer, closing.Token);
                    if (read == 0)
                        return;
                    head.Append(Encoding.ASCII.GetString(buffer, 0, read));
                }
                Asked++;
                if (Answers(head.ToString()) is { } answer)
                    await stream.WriteAsync(answer, closing.Token);
                else
                    await Task.Delay(Timeout.Infinite, closing.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // whoever asked has gone
            }
        }
    }
}
