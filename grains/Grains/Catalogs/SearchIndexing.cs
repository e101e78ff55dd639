using System.Collections.Immutable;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.Domain.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Federation.Grains.Catalogs;

/// <summary>
/// Keeps the search index a moment behind the catalogs: follows their common feed from the place that the index itself remembers, so that nothing is lost
/// with a crash, and an index that was thrown away is made anew. When a unit has moved in the tree, its entries are indexed once more.
/// </summary>
public sealed partial class SearchIndexing(ISearchIndex index, ICatalogReads catalogs, IDivisions divisions, TimeProvider clock, ILogger<SearchIndexing> log) : BackgroundService
{
    /// <summary>Changes taken in together.</summary>
    public const int Batch = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(300);
    private DivisionTree? placedOn;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do
                await TryFollow(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    /// <summary>Takes in everything up to now.</summary>
    /// <returns>How many changes were taken in.</returns>
    public async Task<long> Follow(CancellationToken ct)
    {
        var (taken, position) = (0L, await index.Position(ct));
        if (position > await catalogs.FeedEnd(ct)) // the index is of another ledger, or the ledger was put back to an earlier day
        {
            await index.Clear(ct);
            (position, placedOn) = (0, null);
        }
        await Move(ct);
        for (var next = Read(position, ct); await next is { } page; taken += page.Changes)
        {
            next = Read(page.Position, ct); // read and cut while the page before is written
            await index.Write(page.Documents, page.Removed, page.Position, ct);
        }
        return taken;
    }

    // Units that lie elsewhere than when they were indexed; asked only when the tree is another than last time.
    private async Task Move(CancellationToken ct)
    {
        var tree = divisions.Today;
        if (ReferenceEquals(tree, placedOn))
            return;
        foreach (var (catalog, place) in await index.Places(ct))
        {
            if (!tree.TryFind(catalog, out _) || SearchScope.Place(catalog, tree) is var now && now == place)
                continue;
            EntryId? after = null;
            while (await index.EntriesOf(catalog, after, Batch, ct) is { IsEmpty: false } page)
            {
                after = page[^1];
                var (documents, removed) = await Documents([.. page.Select(id => (catalog, id))], ct);
                await index.Write(documents, removed, null, ct);
            }
            await index.SetPlace(catalog, now, ct);
            Moved(log, catalog.Value);
        }
        placedOn = tree;
    }

    private async Task<Page?> Read(long position, CancellationToken ct)
    {
        if (await catalogs.Feed(position, Batch, ct) is not { IsEmpty: false } page)
            return null;
        var (documents, removed) = await Task.Run(() => Documents([.. page.Select(f => (f.Catalog, f.Id)).Distinct()], ct), ct);
        return new Page(documents, removed, page[^1].Position, page.Length);
    }

    private async Task<(ImmutableArray<SearchDocument> Documents, ImmutableArray<(UnitId, EntryId)> Removed)> Documents(ImmutableArray<(UnitId Catalog, EntryId Entry)> changed, CancellationToken ct)
    {
        var tree = divisions.Today;
        var documents = ImmutableArray.CreateBuilder<SearchDocument>(changed.Length);
        var removed = ImmutableArray.CreateBuilder<(UnitId, EntryId)>();
        Dictionary<UnitId, string> places = [];
        foreach (var (catalog, id) in changed)
        {
            if (await catalogs.Entry(catalog, id, ct) is not { Entry: { } entry } stored)
            {
                removed.Add((catalog, id));
                continue;
            }
            if (!places.TryGetValue(catalog, out var place))
                places[catalog] = place = SearchScope.Place(catalog, tree);
            var body = entry.Body is { } hash && await catalogs.Content(hash, ct) is { } kept ? BodyText.Read(kept.MediaType, kept.Bytes) : "";
            documents.Add(SearchDocument.Of(stored.Row, entry, body, place));
        }
        return (documents.ToImmutable(), removed.ToImmutable());
    }

    private async Task TryFollow(CancellationToken ct)
    {
        try
        {
            await Follow(ct);
        }
        catch (Exception e) when (e is LedgerUnavailableException or TimeoutException)
        {
            Missed(log, e); // the next pass begins at the same place
        }
    }

    private sealed record Page(ImmutableArray<SearchDocument> Documents, ImmutableArray<(UnitId, EntryId)> Removed, long Position, int Changes);

    [LoggerMessage(EventId = 4601, Level = LogLevel.Information, Message = "{Catalog} lies elsewhere now: indexed once more")]
    private static partial void Moved(ILogger log, string catalog);

    [LoggerMessage(EventId = 4602, Level = LogLevel.Warning, Message = "the search index could not follow the catalogs")]
    private static partial void Missed(ILogger log, Exception e);
}
