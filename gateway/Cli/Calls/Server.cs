using Federation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Polly;

namespace Federation.Cli.Calls;

/// <summary>
/// Calls of one server, each with the token and a deadline. A unary call that finds the server unreachable or busy is made again as it
/// was, request id and all, so that a repeat has no double effect.
/// </summary>
internal sealed class Server : IDisposable
{
    private readonly Access access;
    private readonly TimeSpan timeout;
    private readonly GrpcChannel channel;
    private readonly ResiliencePipeline again;

    public Server(Access access, TimeSpan timeout, TimeProvider clock)
    {
        this.access = access;
        this.timeout = timeout;
        channel = GrpcChannel.ForAddress(access.Address, new GrpcChannelOptions { MaxReceiveMessageSize = 64 * 1024 * 1024 });
        Divisions = new Divisions.DivisionsClient(channel);
        Reports = new Reports.ReportsClient(channel);
        Clock = clock;
        again = Retries.Pipeline(clock);
    }

    public Divisions.DivisionsClient Divisions { get; }

    public Reports.ReportsClient Reports { get; }

    public TimeProvider Clock { get; }

    public Uri Address => access.Address;

    /// <summary>Makes a unary call.</summary>
    /// <exception cref="RpcException">Refused, or failed after all tries.</exception>
    public async Task<TAnswer> Call<TRequest, TAnswer>(Func<TRequest, CallOptions, AsyncUnaryCall<TAnswer>> method, TRequest request, CancellationToken ct) =>
        await again.ExecuteAsync(
            async token =>
            {
                using var call = method(request, new CallOptions(Headers(), Clock.GetUtcNow().UtcDateTime + timeout, token));
                return await call.ResponseAsync;
            },
            ct);

    /// <summary>Opens a stream; it has no deadline, since it ends when its reader does.</summary>
    public AsyncServerStreamingCall<TAnswer> Stream<TRequest, TAnswer>(
        Func<TRequest, CallOptions, AsyncServerStreamingCall<TAnswer>> method, TRequest request, CancellationToken ct) =>
        method(request, new CallOptions(Headers(), null, ct));

    public void Dispose() => channel.Dispose();

    private Metadata Headers() => access.Token is null ? [] : new Metadata { { "authorization", "Bearer " + access.Token } };
}
