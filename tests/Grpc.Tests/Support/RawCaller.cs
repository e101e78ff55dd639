using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace Federation.Grpc.Tests.Support;

/// <summary>Sends whatever bytes it is given, as only a broken client would.</summary>
public sealed class RawCaller(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler()) { BaseAddress = address };

    public static byte[] Frame(byte[] message, byte flag = 0)
    {
        var frame = new byte[message.Length + 5];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public Task<Answer> CallAsync(string method, byte[] body, params (string Name, string Value)[] headers) =>
        SendAsync("/echo.v1.Echo/" + method, "application/grpc", body, HttpVersion.Version20, headers);

    public async Task<Answer> SendAsync(
        string path, string contentType, byte[] body, Version version, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request).Within("the response");
        return new Answer(
            response.StatusCode,
            await response.Content.ReadAsByteArrayAsync().Within("the end of the response"),
            response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            response.TrailingHeaders.ToDictionary(header => header.Key, header => string.Join(',', header.Value)),
            response.Content.Headers.ContentType?.ToString());
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What came back.</summary>
    public sealed record Answer(
        HttpStatusCode StatusCode,
        byte[] Body,
        Dictionary<string, string> Headers,
        Dictionary<string, string> Trailers,
        string? ContentType)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);

        /// <summary>From the trailers, or from the headers when they are all there is.</summary>
        public string? Field(string name) => Trailers.GetValueOrDefault(name) ?? Headers.GetValueOrDefault(name);
    }
}
