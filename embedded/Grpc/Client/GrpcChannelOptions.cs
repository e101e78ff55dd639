using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.Extensions.Logging;

namespace Grpc.Net.Client;

/// <summary>How a channel connects and what it accepts.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>Must agree with the scheme of the address.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>Longest message sent; none means no limit, which is the default.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>Longest message received; none means no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize { get; set; } = Protocol.DefaultMaxReceiveMessageSize;

    /// <summary>Codecs; gzip and deflate when left empty.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>Makes the calls. Not together with <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>Makes the calls. Not together with <see cref="HttpClient"/>.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether a client or handler given here ends with the channel.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a call ended by its own token or deadline throws <see cref="OperationCanceledException"/>.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent over a channel without TLS.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>2.0 by default.</summary>
    public Version? HttpVersion { get; set; }

    /// <summary>Exactly that version by default: only so does an address without TLS speak HTTP/2.</summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }
}
