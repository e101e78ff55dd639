using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Federation.Gateway.Transcoding;

/// <summary>A call that arrived over REST, as services and interceptors of gRPC see it.</summary>
internal sealed class RestCallContext : ServerCallContext, IDisposable
{
    /// <summary>Where <c>GetHttpContext()</c> of Grpc.AspNetCore looks when the context is not its own.</summary>
    private const string HttpContextKey = "__HttpContext";

    private readonly HttpContext _http;
    private readonly CallDeadline? _deadline;
    private Metadata? _requestHeaders;

    /// <summary>Starts a call; its time runs from here.</summary>
    /// <param name="http">The request.</param>
    /// <param name="method">Full name: <c>/federation.v1.Reports/GetTotal</c>.</param>
    /// <exception cref="RequestRefusedException">The header grpc-timeout is malformed.</exception>
    public RestCallContext(HttpContext http, string method)
    {
        _http = http;
        MethodCore = method;
        _deadline = CallDeadline.Start(http);
        http.Items[HttpContextKey] = http;
    }

    /// <summary>True when the caller's time is over.</summary>
    public bool DeadlinePassed => _deadline is { Passed: true };

    protected override string MethodCore { get; }

    protected override string HostCore => _http.Request.Host.Value ?? "";

    protected override string PeerCore => RequestMetadata.Peer(_http.Connection);

    protected override DateTime DeadlineCore => _deadline?.At ?? DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= RequestMetadata.Of(_http.Request.Headers);

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? _http.RequestAborted;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore { get; } = new(null, []);

    protected override IDictionary<object, object> UserStateCore => _http.Items!;

    public void Dispose() => _deadline?.Dispose();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("CreatePropagationToken is not implemented over REST.");

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        foreach (var entry in responseHeaders)
            _http.Response.Headers.Append(entry.Key, entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes) : entry.Value);
        return Task.CompletedTask; // they leave with the first message: a refusal may still set the HTTP status
    }
}
