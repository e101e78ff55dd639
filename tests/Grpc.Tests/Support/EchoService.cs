using System.Globalization;
using Federation.Grpc.Tests.Contract;
using Google.Protobuf;
using Grpc.Core;

namespace Federation.Grpc.Tests.Support;

/// <summary>Does what its tests tell it to; see the proto.</summary>
public sealed class EchoService(Events events) : Echo.EchoBase
{
    public const string Reason = "失败: 100% 原因\n";

    public static byte[] RawTrailer { get; } = [0, 1, 254, 255];

    public override async Task<EchoReply> Say(EchoRequest request, ServerCallContext context)
    {
        Refuse(request.FailCode);
        switch (request.Act)
        {
            case Act.Hang:
                await Hang(request.Text, context.CancellationToken);
                return new EchoReply();
            case Act.Deaf:
                events.Report("started " + request.Text);
                await events.Reported("release " + request.Text);
                return new EchoReply();
            case Act.Throw:
                throw new InvalidOperationException("boom");
            case Act.Peek:
                return new EchoReply { Text = Describe(context) };
            case Act.Headers:
                await context.WriteResponseHeadersAsync(new Metadata { { "x-head", "early" }, { "x-head-bin", RawTrailer } });
                context.ResponseTrailers.Add("x-done", "1");
                return new EchoReply();
            case Act.Await:
                await events.WaitFor(request.Text);
                return new EchoReply();
            case Act.Big:
                return new EchoReply { Blob = ByteString.CopyFrom(new byte[request.Count]) };
            case Act.Nothing:
                return null!;
            case Act.Report:
                events.Report(request.Text);
                return new EchoReply();
            default:
                return new EchoReply { Text = request.Text, Number = request.Count, Blob = request.Blob };
        }
    }

    public override async Task Down(EchoRequest request, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        using var gone = context.CancellationToken.Register(() => events.Report("cancelled " + request.Text));
        for (var i = 0; i < request.Count; i++)
        {
            await responseStream.WriteAsync(new EchoReply { Text = request.Text, Number = i, Blob = request.Blob });
            events.Report($"written {request.Text} {i}");
        }

        if (request.Act == Act.Hang)
            await Hang(request.Text, context.CancellationToken);
        context.ResponseTrailers.Add("x-total", request.Count.ToString(CultureInfo.InvariantCulture));
        Refuse(request.FailCode);
    }

    public override async Task<EchoReply> Up(IAsyncStreamReader<EchoRequest> requestStream, ServerCallContext context)
    {
        var reply = new EchoReply();
        var bytes = 0L;
        await foreach (var request in requestStream.ReadAllAsync())
        {
            reply.Number++;
            bytes += request.Blob.Length;
            Refuse(request.FailCode);
            if (request.Text == "early")
                return new EchoReply { Text = "early", Number = reply.Number };
            if (request.Act == Act.Hang)
                await Hang(request.Text, context.CancellationToken);
        }

        reply.Text = bytes.ToString(CultureInfo.InvariantCulture);
        return reply;
    }

    public override async Task Chat(
        IAsyncStreamReader<EchoRequest> requestStream, IServerStreamWriter<EchoReply> responseStream, ServerCallContext context)
    {
        var text = "";
        try
        {
            await foreach (var request in requestStream.ReadAllAsync())
            {
                text = request.Text;
                Refuse(request.FailCode);
                await responseStream.WriteAsync(new EchoReply { Text = request.Text, Number = request.Count, Blob = request.Blob });
            }
        }
        catch (Exception e) when (e is not RpcException)
        {
            // a read may fail before the token is cancelled
            events.Report("cancelled " + text);
            throw;
        }
        finally
        {
            events.Report("over " + text);
        }
    }

    private static void Refuse(int code)
    {
        if (code != 0)
        {
            var trailers = new Metadata { { "x-why", "because" }, { "x-raw-bin", RawTrailer } };
            throw new RpcException(new Status((StatusCode)code, Reason), trailers);
        }
    }

    private static string Describe(ServerCallContext context)
    {
        var lines = context.RequestHeaders.Select(entry =>
            entry.IsBinary ? $"{entry.Key}={Convert.ToHexStringLower(entry.ValueBytes)}" : $"{entry.Key}={entry.Value}");
        var seconds = Math.Round((context.Deadline - TimeProvider.System.GetUtcNow().UtcDateTime).TotalSeconds);
        var left = context.Deadline == DateTime.MaxValue ? "none" : seconds.ToString(CultureInfo.InvariantCulture);
        return string.Join('\n', lines.Append("left=" + left));
    }

    private async Task Hang(string text, CancellationToken cancelled)
    {
        events.Report("started " + text);
        try
        {
            await Task.Delay(Timeout.Infinite, cancelled);
        }
        finally
        {
            events.Report("cancelled " + text);
        }
    }
}
