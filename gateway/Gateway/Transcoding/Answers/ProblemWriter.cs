using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Federation.Gateway.Transcoding;

/// <summary>Answers with application/problem+json.</summary>
internal sealed class ProblemWriter(JsonMessages messages)
{
    /// <summary>Media type of problems.</summary>
    public const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>Answers a request of which nothing has been answered yet.</summary>
    public Task AnswerAsync(HttpResponse response, Problem problem)
    {
        response.StatusCode = problem.HttpStatus;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        if (problem.HttpStatus == StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer";
        if (problem.HttpStatus == StatusCodes.Status413PayloadTooLarge && HttpProtocol.IsHttp11(response.HttpContext.Request.Protocol))
            response.Headers.Connection = "close"; // else the server reads the rest to reach the next request
        var body = Format(problem);
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }

    /// <summary>The JSON of a problem, on one line.</summary>
    public ReadOnlyMemory<byte> Format(Problem problem)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body, JsonMessageWriter.Options);
        json.WriteStartObject();
        json.WriteString("type", problem.Type);
        json.WriteString("title", problem.Title);
        json.WriteNumber("status", problem.HttpStatus);
        json.WriteString("detail", problem.Detail);
        json.WriteString("code", problem.Code);
        json.WriteStartArray("findings");
        foreach (var finding in problem.Findings)
            messages.Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
