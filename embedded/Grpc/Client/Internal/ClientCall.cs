using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client.Internal;

/// <summary>One call of a client, from its request to its status.</summary>
[SuppressMessage("Design", "CA1063", Justification = "Nothing but the base has something to release.")]
[SuppressMessage("Usage", "CA1816", Justification = "No call has a finalizer.")]
internal abstract partial class ClientCall : IDisposable
{
    private const string UserAgent = "grpc-dotnet-embedded/1.0";

    private readonly CancellationTokenSource _source = new();
    private readonly IMethod _method;
    private readonly string? _host;
    private CancellationTokenRegistration _callerCancels;

    protected ClientCall(GrpcChannel channel, IMethod method, string? host, CallOptions options)
    {
        if (options.Deadline is { Kind: not DateTimeKind.Utc } deadline && deadline != DateTime.MaxValue && deadline != DateTime.MinValue)
            throw new InvalidOperationException(
                "Deadline must have a kind DateTimeKind.Utc or be equal to DateTime.MaxValue or DateTime.MinValue.");
        Channel = channel;
        _method = method;
        _host = host;
        Options = options;
        Token = _source.Token;
    }

    public GrpcChannel Channel { get; }

    public CallOptions Options { get; }

    /// <summary>Cancelled when the call ends before its response does.</summary>
    public CancellationToken Token { get; }

    /// <summary>Codec of the messages sent, when the caller chose one.</summary>
    public ICompressionProvider? RequestCompression { get; private set; }

    /// <summary>Starts the clock and listens to the caller's token.</summary>
    /// <returns>The request, ready but for its content.</returns>
    protected HttpRequestMessage Begin()
    {
        Channel.Enter(this);
        var request = new HttpRequestMessage(HttpMethod.Post, Channel.AddressOf(_method))
        {
            Version = Channel.HttpVersion,
            VersionPolicy = Channel.HttpVersionPolicy,
        };
        var headers = request.Headers;
        headers.TryAddWithoutValidation("te", "trailers");
        headers.TryAddWithoutValidation("user-agent", UserAgent);
        headers.TryAddWithoutValidation(Protocol.AcceptEncodingHeader, Channel.Codecs.AcceptEncoding);
        if (_host is not null)
            headers.Host = _host;
        if (Options.Headers is { Count: > 0 } metadata)
            AddMetadata(headers, metadata);
        if (Options.Deadline is { } deadline && deadline != DateTime.MaxValue)
            StartClock(headers, deadline);
        if (Options.CancellationToken.CanBeCanceled)
            _callerCancels = Options.CancellationToken.UnsafeRegister(static call => ((ClientCall)call!).CancelByCaller(), this);
        return request;
    }

    /// <summary>Sends the request; done when the headers of the response are there.</summary>
    protected Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        CallSecurity.IsNeeded(Channel, Options) ? SendWithCredentialsAsync(request) : SendCoreAsync(request);

    private async Task<HttpResponseMessage> SendWithCredentialsAsync(HttpRequestMessage request)
    {
        await CallSecurity.AddHeadersAsync(Channel, _method, Options.Credentials, request.Headers).ConfigureAwait(false);
        return await SendCoreAsync(request).ConfigureAwait(false);
    }

    // a client would read the whole response first, an invoker returns with its headers
    private Task<HttpResponseMessage> SendCoreAsync(HttpRequestMessage request) => Channel.Http is HttpClient client
        ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token)
        : Channel.Http.SendAsync(request, Token);

    private void StartClock(HttpRequestHeaders headers, DateTime deadline)
    {
        var left = deadline - TimeProvider.System.GetUtcNow().UtcDateTime;
        if (left <= TimeSpan.Zero)
            throw new RpcException(new Status(StatusCode.DeadlineExceeded, ""));
        headers.TryAddWithoutValidation(Protocol.TimeoutHeader, Timeouts.Format(left));
        if (left > Timeouts.LongestTimer)
            return;
        Token.UnsafeRegister(static call => ((ClientCall)call!).EndByDeadline(), this);
        _source.CancelAfter(left);
    }

    private void AddMetadata(HttpRequestHeaders headers, Metadata metadata)
    {
        foreach (var entry in metadata)
        {
            if (entry.Key == Metadata.EncodingRequestKey)
                ChooseCompression(headers, entry.Value);
            else
                headers.TryAddWithoutValidation(entry.Key, entry.WireValue);
        }
    }

    private void ChooseCompression(HttpRequestHeaders headers, string encoding)
    {
        if (!Codecs.IsIdentity(encoding))
        {
            RequestCompression = Channel.Codecs.Find(encoding) ?? throw new RpcException(new Status(
                StatusCode.Internal, $"Could not find compression provider for '{encoding}'."));
        }

        headers.TryAddWithoutValidation(Protocol.EncodingHeader, encoding);
    }
}
