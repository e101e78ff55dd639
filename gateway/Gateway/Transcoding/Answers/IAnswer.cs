using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;

namespace Federation.Gateway.Transcoding;

/// <summary>How messages leave over HTTP.</summary>
internal interface IAnswer
{
    /// <summary>Sends a message.</summary>
    Task SendAsync(IMessage message);

    /// <summary>Ends an answer that went well.</summary>
    Task EndAsync();

    /// <summary>Tells of a problem after messages have been sent.</summary>
    Task FailAsync(Problem problem);
}

/// <summary>One JSON document.</summary>
internal sealed class DocumentAnswer(HttpResponse response, JsonMessages messages, FieldDescriptor? only) : IAnswer
{
    public Task SendAsync(IMessage message)
    {
        var body = new ArrayBufferWriter<byte>();
        messages.Write(body, message, only);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.WrittenCount;
        return response.Body.WriteAsync(body.WrittenMemory, response.HttpContext.RequestAborted).AsTask();
    }

    public Task EndAsync() => Task.CompletedTask;

    public Task FailAsync(Problem problem)
    {
        response.HttpContext.Abort(); // half a document must not look whole
        return Task.CompletedTask;
    }
}
