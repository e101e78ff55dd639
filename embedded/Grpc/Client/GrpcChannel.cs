using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Grpc.Net.Client.Internal;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A way to one server. Thread-safe, and meant to be kept: connections are shared by all calls.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private readonly ConcurrentDictionary<IMethod, Uri> _addresses = new();
    private readonly CallRegister _calls = new();
    private readonly bool _ownsHttp;
    private bool _disposed;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        if (options is { HttpClient: not null, HttpHandler: not null })
        {
            throw new ArgumentException(
                $"{nameof(options.HttpClient)} and {nameof(options.HttpHandler)} have been configured. Only one can be specified.");
        }

        Address = address;
        Options = options;
        Codecs = Codecs.Of(options.CompressionProviders);
        Credentials = ChannelSecurity.CallCredentialsOf(options, address);
        _ownsHttp = options.DisposeHttpClient || options is { HttpClient: null, HttpHandler: null };
        Http = options.HttpClient ?? new HttpMessageInvoker(options.HttpHandler ?? DefaultHandler(), _ownsHttp);
    }

    internal Uri Address { get; }

    internal GrpcChannelOptions Options { get; }

    internal Codecs Codecs { get; }

    internal IReadOnlyList<CallCredentials> Credentials { get; }

    internal HttpMessageInvoker Http { get; }

    internal Version HttpVersion => Options.HttpVersion ?? System.Net.HttpVersion.Version20;

    internal HttpVersionPolicy HttpVersionPolicy => Options.HttpVersionPolicy ?? System.Net.Http.HttpVersionPolicy.RequestVersionExact;

    internal int MaxReceive => Options.MaxReceiveMessageSize ?? int.MaxValue;

    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) => ForAddress(new Uri(address), channelOptions);

    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    public override CallInvoker CreateCallInvoker()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new HttpCallInvoker(this);
    }

    /// <summary>Ends what is under way, and the connections when they are the channel's own.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _calls.EndAll();
        if (_ownsHttp)
            Http.Dispose();
    }

    protected override Task ShutdownAsyncCore()
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The address of a method, composed once.</summary>
    internal Uri AddressOf(IMethod method) =>
        _addresses.TryGetValue(method, out var known)
            ? known
            : _addresses.GetOrAdd(method, static (added, root) => new Uri(root, added.FullName), Address);

    /// <summary>Registers a call, so that the end of the channel is its end too.</summary>
    internal void Enter(ClientCall call)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _calls.Add(call);
    }

    internal void Leave(ClientCall call) => _calls.Remove(call);

    private static SocketsHttpHandler DefaultHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
    };
}
