using System.Runtime.CompilerServices;
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
        Supervision = new Supervision.SupervisionClient(channel);
        Exchange = new Exchange.ExchangeClient(channel);
        Delegations = new Delegations.DelegationsClient(channel);
        Notices = new Notices.NoticesClient(channel);
        Obligations = new Obligations.ObligationsClient(channel);
        Calendar = new Calendar.CalendarClient(channel);
        WorkPlans = new WorkPlans.WorkPlansClient(channel);
        Catalogs = new Catalogs.CatalogsClient(channel);
        Search = new Search.SearchClient(channel);
        Bundles = new Bundles.BundlesClient(channel);
        Standards = new Standards.StandardsClient(channel);
        Entries = new Entries.EntriesClient(channel);
        Clock = clock;
        again = Retries.Pipeline(clock);
    }

    public Divisions.DivisionsClient Divisions { get; }

    public Reports.ReportsClient Reports { get; }

    public Supervision.SupervisionClient Supervision { get; }

    public Exchange.ExchangeClient Exchange { get; }

    public Delegations.DelegationsClient Delegations { get; }

    public Notices.NoticesClient Notices { get; }

    public Obligations.ObligationsClient Obligations { get; }

    public Calendar.CalendarClient Calendar { get; }

    public WorkPlans.WorkPlansClient WorkPlans { get; }

    public Catalogs.CatalogsClient Catalogs { get; }

    public Search.SearchClient Search { get; }

    public Bundles.BundlesClient Bundles { get; }

    public Standards.StandardsClient Standards { get; }

    public Entries.EntriesClient Entries { get; }

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

    /// <summary>Reads a stream that ends by itself, message by message; it may take as long as it needs.</summary>
    /// <exception cref="RpcException">Refused, or broken off: what came before has taken effect.</exception>
    public async IAsyncEnumerable<TAnswer> Read<TRequest, TAnswer>(
        Func<TRequest, CallOptions, AsyncServerStreamingCall<TAnswer>> method, TRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        using var call = Stream(method, request, ct);
        while (await call.ResponseStream.MoveNext(ct))
            yield return call.ResponseStream.Current;
    }

    /// <summary>Opens a stream; it has no deadline, since it ends when its reader does.</summary>
    public AsyncServerStreamingCall<TAnswer> Stream<TRequest, TAnswer>(
        Func<TRequest, CallOptions, AsyncServerStreamingCall<TAnswer>> method, TRequest request, CancellationToken ct) =>
        method(request, new CallOptions(Headers(), null, ct));

    public void Dispose() => channel.Dispose();

    private Metadata Headers()
    {
        var headers = new Metadata();
        if (access.Token is not null)
            headers.Add("authorization", "Bearer " + access.Token);
        if (access.StandsInFor is not null)
            headers.Add("x-stands-in-for", access.StandsInFor);
        return headers;
    }
}
