using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Federation.Gateway.Transcoding;

/// <summary>
/// A stream of messages, each sent at once: one JSON document a line, or server-sent events when the caller accepts those. A problem
/// after the first message is the last line (<c>{"problem":{…}}</c>), or an event named <c>problem</c>.
/// </summary>
internal sealed class StreamAnswer(HttpResponse response, JsonMessages messages, ProblemWriter problems, FieldDescriptor? only) : IAnswer
{
    /// <summary>Media type of one document a line.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>Media type of server-sent events.</summary>
    public const string Events = "text/event-stream";

    private readonly bool _events = AcceptsEvents(response.HttpContext.Request);
    private bool _begun;

    public Task SendAsync(IMessage message)
    {
        Begin();
        var body = response.BodyWriter;
        if (_events)
            body.Write("data: "u8);
        messages.Write(body, message, only);
        return EndLineAsync();
    }

    public Task EndAsync()
    {
        Begin(); // a stream without messages
        return Task.CompletedTask;
    }

    public Task FailAsync(Problem problem)
    {
        var body = response.BodyWriter;
        body.Write(_events ? "event: problem\ndata: "u8 : "{\"problem\":"u8);
        body.Write(problems.Format(problem).Span);
        if (!_events)
            body.Write("}"u8);
        return EndLineAsync();
    }

    private void Begin()
    {
        if (_begun)
            return;
        _begun = true;
        response.ContentType = (_events ? Events : Lines) + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // a proxy must not gather
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }

    private async Task EndLineAsync()
    {
        response.BodyWriter.Write(_events ? "\n\n"u8 : "\n"u8);
        var cancellation = response.HttpContext.RequestAborted;
        cancellation.ThrowIfCancellationRequested();
        await response.BodyWriter.FlushAsync(cancellation);
    }

    private static bool AcceptsEvents(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var accepted)
        && accepted.Any(a => a.MediaType.Equals(Events, StringComparison.OrdinalIgnoreCase) && a.Quality is not 0);
}
