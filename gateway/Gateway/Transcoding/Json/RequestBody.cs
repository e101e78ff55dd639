using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Federation.Gateway.Transcoding;

/// <summary>Takes the body of a request, as long as it is JSON and not too long.</summary>
internal static class RequestBody
{
    /// <summary>Most that is taken off the line of a body refused already. A caller who sends more sees its connection close.</summary>
    private const long MostDiscarded = 64 * 1024 * 1024;

    /// <summary>Longest time that this may take.</summary>
    private static readonly TimeSpan DiscardFor = TimeSpan.FromSeconds(20);

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the body to its end.</summary>
    /// <param name="request">Its declared length and type are looked at before a byte is read.</param>
    /// <param name="limit">Longest body, in bytes.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>UTF-8 without byte order mark; empty when there is no body.</returns>
    /// <exception cref="RequestRefusedException">Too long, of another type, or not UTF-8.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        if (!MayFollow(request))
            return default;
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        CheckType(request);
        // the server has a limit of its own and reads no further than that
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limit;

        var body = new ArrayBufferWriter<byte>((int)Math.Max(request.ContentLength ?? 0, 256));
        while (await ReadSomeAsync(request, body, limit, cancellation) > 0)
        {
            if (body.WrittenCount > limit)
                throw TooLarge(limit);
        }

        var bytes = body.WrittenMemory;
        if (!Utf8.IsValid(bytes.Span))
            throw new RequestRefusedException(RestRules.BadJson.At("", "正文不是 UTF-8", "the body is not UTF-8"));
        return bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
    }

    /// <summary>
    /// Takes the rest of a refused body off the line after the answer was sent: most clients read the answer only when all is written, and
    /// would see a broken connection instead.
    /// </summary>
    public static async Task DiscardAsync(HttpContext http)
    {
        await http.Response.CompleteAsync();
        if (http.Request.ContentLength is not <= MostDiscarded || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } feature)
            return;
        feature.MaxRequestBodySize = MostDiscarded;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(DiscardFor);
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await http.Request.Body.ReadAsync(buffer, patience.Token) > 0)
                continue;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // the caller has gone or takes too long: its answer was sent
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>True when the request declares a body, be it empty.</summary>
    public static bool MayFollow(HttpRequest request) =>
        request.ContentLength is > 0
        || (request.ContentLength is null && request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false });

    /// <summary>The finding about text that is not JSON.</summary>
    public static RequestRefusedException NotJson(JsonException fault)
    {
        var line = (fault.LineNumber ?? 0) + 1;
        var column = (fault.BytePositionInLine ?? 0) + 1;
        return new RequestRefusedException(RestRules.BadJson.At(
            $"line {line}", $"正文不是完整、合法的 JSON:第 {line} 行第 {column} 字节", $"the body is not complete, well-formed JSON: line {line}, byte {column}"));
    }

    private static async ValueTask<int> ReadSomeAsync(HttpRequest request, ArrayBufferWriter<byte> body, long limit, CancellationToken cancellation)
    {
        try
        {
            var count = await request.Body.ReadAsync(body.GetMemory(4096), cancellation);
            body.Advance(count);
            return count;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw TooLarge(limit);
        }
    }

    private static void CheckType(HttpRequest request)
    {
        var fits = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        var plain = request.Headers.ContentEncoding is [] or ["identity"];
        if (!fits || !plain)
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, [RestRules.WrongContentType.At("Content-Type")]);
    }

    private static RequestRefusedException TooLarge(long limit) => new(
        StatusCodes.Status413PayloadTooLarge,
        [RestRules.TooLarge.At("", $"正文超过 {limit} 字节", $"the body is longer than {limit} bytes")]);
}
