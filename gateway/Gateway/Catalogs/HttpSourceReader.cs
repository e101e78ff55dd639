using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Federation.Domain.Catalogs.Sources;
using Federation.Domain.Findings;

namespace Federation.Gateway.Catalogs;

/// <summary>
/// Fetches sources over HTTP: with the version that is known, within time and size, three times where the world failed, with growing and uneven pauses.
/// Every connection, that of a redirect too, goes to an address that was judged at this moment; no proxy stands between.
/// </summary>
public sealed class HttpSourceReader : ISourceReader, IDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);
    private readonly SourceNetworks networks;
    private readonly HttpClient client;

    /// <summary>A reader that connects to where it may.</summary>
    public HttpSourceReader(SourceNetworks networks)
    {
        this.networks = networks;
        client = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxAutomaticRedirections = 3, UseCookies = false, UseProxy = false,
            ConnectCallback = async (context, ct) => await networks.Connect(context.DnsEndPoint, ct),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan, // each attempt has its own
        };
    }

    /// <inheritdoc />
    public async Task<SourceAnswer> Read(SourceSettings settings, string etag, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (answer, again) = await Once(settings, etag, ct);
            if (!again || attempt == Attempts)
                return answer;
            await Task.Delay(FirstPause * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble()), ct);
        }
    }

    /// <inheritdoc />
    public Finding? Refuses(string url) => networks.Refuses(url);

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private async Task<(SourceAnswer Answer, bool Again)> Once(SourceSettings settings, string etag, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, settings.Url);
            if (EntityTagHeaderValue.TryParse(etag, out var known))
                request.Headers.IfNoneMatch.Add(known);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode == HttpStatusCode.NotModified && known is not null)
                return (Without(AnswerKind.NotModified, ""), false);
            if (!response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.PartialContent)
                return (Without(AnswerKind.Refused, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)), (int)response.StatusCode is >= 500 or 408 or 429);
            return await Body(settings, response, patience.Token);
        }
        catch (HttpRequestException e) when (e.InnerException is NotPublicException refused)
        {
            return (Without(AnswerKind.Forbidden, refused.Message), false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (Without(AnswerKind.Unreachable, $"{settings.TimeoutSeconds} s"), true);
        }
        catch (Exception e) when (e is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded })
        {
            return (Without(AnswerKind.Truncated, e.Message), true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (Without(AnswerKind.Unreachable, e.Message), true);
        }
    }

    private static async Task<(SourceAnswer Answer, bool Again)> Body(SourceSettings settings, HttpResponseMessage response, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        var buffer = new byte[81920];
        for (int read; (read = await body.ReadAsync(buffer, ct)) > 0;)
        {
            if (bytes.Length + read > settings.MostBytes)
                return (Without(AnswerKind.TooLarge, $"> {settings.MostBytes} B"), false);
            bytes.Write(buffer, 0, read);
        }
        if (response.Content.Headers.ContentLength is { } announced && announced != bytes.Length)
            return (Without(AnswerKind.Truncated, $"{bytes.Length} / {announced}"), true);
        return (new SourceAnswer(AnswerKind.Content, bytes.ToArray(), response.Headers.ETag?.ToString() ?? "", response.Content.Headers.LastModified, "", response.Content.Headers.ContentType?.CharSet ?? ""), false);
    }

    private static SourceAnswer Without(AnswerKind kind, string detail) => new(kind, ReadOnlyMemory<byte>.Empty, "", null, detail);
}
