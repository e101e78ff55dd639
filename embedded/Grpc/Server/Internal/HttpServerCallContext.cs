using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>A call that arrived over HTTP. What a service rarely asks for is made only when it asks.</summary>
internal sealed partial class HttpServerCallContext(HttpContext http, IMethod method, CallSettings settings) : ServerCallContext
{
    private static readonly AuthContext Anonymous = new(null, []);

    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;
    private CallDeadline? _deadline;

    public HttpContext Http { get; } = http;

    public CallSettings Settings { get; } = settings;

    protected override string MethodCore => method.FullName;

    protected override string HostCore => Http.Request.Host.Value ?? "";

    protected override string PeerCore => PeerAddress.Of(Http.Connection);

    protected override DateTime DeadlineCore => _deadline?.At ?? DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override CancellationToken CancellationTokenCore => _deadline?.Token ?? Http.RequestAborted;

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore =>
        _authContext ??= Http.Connection.ClientCertificate is { } certificate ? PeerCertificate.ToAuthContext(certificate) : Anonymous;

    protected override IDictionary<object, object> UserStateCore => Http.Items!;

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options) =>
        throw new NotImplementedException("CreatePropagationToken is not implemented over HTTP.");

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (key, values) in Http.Request.Headers)
        {
            if (HeaderMetadata.IsReserved(key))
                continue;
            foreach (var value in values)
                HeaderMetadata.Add(metadata, key, value ?? "");
        }

        return metadata;
    }
}
