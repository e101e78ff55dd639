using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server;

/// <summary>Limits, compression and interceptors of all services.</summary>
public class GrpcServiceOptions
{
    private int? _maxReceiveMessageSize = Protocol.DefaultMaxReceiveMessageSize;
    private int? _maxSendMessageSize;
    private IList<ICompressionProvider>? _compressionProviders;

    /// <summary>Longest message sent; none means no limit, which is the default.</summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set
        {
            _maxSendMessageSize = value;
            MaxSendMessageSizeSpecified = true;
        }
    }

    /// <summary>Longest message received; none means no limit. 4 MiB by default.</summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set
        {
            _maxReceiveMessageSize = value;
            MaxReceiveMessageSizeSpecified = true;
        }
    }

    public bool MaxSendMessageSizeSpecified { get; set; }

    public bool MaxReceiveMessageSizeSpecified { get; set; }

    public bool? EnableDetailedErrors { get; set; }

    /// <summary>Codec of responses, for clients that accept it.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>Codecs; gzip and deflate when left empty.</summary>
    public IList<ICompressionProvider> CompressionProviders
    {
        get => _compressionProviders ??= [];
        set => _compressionProviders = value;
    }

    public InterceptorCollection Interceptors { get; } = [];

    /// <summary>Whether calls to unknown services are left to other endpoints instead of being answered Unimplemented.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    internal IList<ICompressionProvider>? Providers => _compressionProviders;
}

/// <summary>The same for one service; what is set here goes before what is set for all.</summary>
public class GrpcServiceOptions<TService> : GrpcServiceOptions
    where TService : class
{
}
