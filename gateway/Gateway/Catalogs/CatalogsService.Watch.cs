using Federation.Domain.Divisions;
using Federation.V1;
using Grpc.Core;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Catalogs: changes as they happen. A watcher that breaks off goes on from its cursor and misses nothing.</summary>
public sealed partial class CatalogsService
{
    private const int WatchPage = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc />
    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<CatalogChange> responseStream, ServerCallContext context)
    {
        var unit = requests.Unit(request.Unit);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            var cursor = request is { Subtree: true, After: 0 } ? await catalogs.FeedEnd(until.Token) : request.After;
            while (true)
            {
                var next = request.Subtree ? await Subtree(unit, cursor, responseStream, until.Token) : await One(unit, cursor, responseStream, until.Token);
                if (next == cursor)
                    await Task.Delay(Pause, until.Token);
                cursor = next;
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw new RpcException(new Status(StatusCode.Unavailable, "服务正在停止,请稍后重连 / the server is stopping; please connect again"));
        }
    }

    private async Task<long> One(UnitId unit, long after, IServerStreamWriter<CatalogChange> to, CancellationToken ct)
    {
        foreach (var change in await catalogs.Changes(unit, after, WatchPage, ct))
        {
            after = change.Row.Seq;
            await to.WriteAsync(new CatalogChange { Change = CatalogMapping.ToProto(change), Cursor = after }, ct);
        }
        return after;
    }

    private async Task<long> Subtree(UnitId top, long after, IServerStreamWriter<CatalogChange> to, CancellationToken ct)
    {
        foreach (var place in await catalogs.Feed(after, WatchPage, ct))
        {
            after = place.Position;
            if (!divisions.Today.Contains(top, place.Catalog) || await catalogs.Entry(place.Catalog, place.Id, ct) is not { } stored || stored.Row.Seq != place.Seq)
                continue; // of another territory, or changed again since: that change has a place of its own
            await to.WriteAsync(new CatalogChange { Change = CatalogMapping.ToProto(stored), Cursor = after }, ct);
        }
        return after;
    }
}
