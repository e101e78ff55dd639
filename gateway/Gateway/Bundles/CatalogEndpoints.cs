using System.Globalization;
using System.Text;
using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Federation.Gateway.Bundles;

/// <summary>
/// Catalogs for everybody, without a token: DCAT-AP, CSV, JSON, feed, sitemap, the texts and files that public entries name, and the schema of an entry.
/// </summary>
public static class CatalogEndpoints
{
    private const int Chunk = 500;

    /// <summary>Maps them below <c>/catalogs</c> and <c>/schemas</c>.</summary>
    public static void MapCatalogFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/schemas/entry-1.json", () => TypedResults.Text(EntrySchema.Text, "application/schema+json", Encoding.UTF8));
        Stream(routes, "catalog.jsonld", "application/ld+json", (to, facts, entries, ct) => CatalogDcat.Write(to, facts, entries, ct));
        Stream(routes, "catalog.csv", "text/csv; charset=utf-8", (to, _, entries, ct) => CatalogCsv.Write(to, entries, ct));
        Stream(routes, "catalog.json", "application/json", CatalogJson.Write);
        Stream(routes, "catalog.jsonl", "application/jsonl", CatalogJson.WriteLines);
        routes.MapGet("/catalogs/{unit}/feed.xml", Feed);
        routes.MapGet("/catalogs/{unit}/sitemap.xml", Sitemap);
    }

    // The digest of the catalog is its entity tag: whoever has it already is told so without a byte of the catalog.
    private static void Stream(
        IEndpointRouteBuilder routes, string file, string mediaType, Func<Stream, CatalogFacts, IAsyncEnumerable<StoredEntry>, CancellationToken, Task> write) =>
        routes.MapGet($"/catalogs/{{unit}}/{file}", async (string unit, HttpContext http, ICatalogReads reads, IDivisions divisions, PublicAddress address) =>
        {
            if (await Facts(unit, reads, divisions, address, http.RequestAborted) is not { } facts)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            var tag = $"\"{facts.Head.Whole.Digest}-{facts.Head.Seq.ToString(CultureInfo.InvariantCulture)}\"";
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch.Any(seen => seen is not null && seen.Contains(tag, StringComparison.Ordinal)))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            http.Response.ContentType = mediaType;
            await using var body = http.Response.BodyWriter.AsStream(leaveOpen: true);
            await write(body, facts, CatalogPages.Entries(reads, facts.Unit, http.RequestAborted), http.RequestAborted);
        });

    private static async Task<IResult> Feed(string unit, long? before, ICatalogReads reads, IDivisions divisions, PublicAddress address, CancellationToken ct)
    {
        if (await Facts(unit, reads, divisions, address, ct) is not { } facts)
            return TypedResults.NotFound();
        var rows = await reads.List(facts.Unit, new EntryFilter(), before, CatalogFeed.FeedPage + 1, ct);
        var page = rows.Take(CatalogFeed.FeedPage).ToList();
        return TypedResults.Bytes(CatalogFeed.Feed(facts, page, before, rows.Length > page.Count ? page[^1].Seq : null), "application/atom+xml; charset=utf-8");
    }

    private static async Task<IResult> Sitemap(string unit, int? part, int? of, ICatalogReads reads, IDivisions divisions, PublicAddress address, CancellationToken ct)
    {
        if (await Facts(unit, reads, divisions, address, ct) is not { } facts || (part ?? 1) < 1 || (of ?? 1) is < 1 or > 10_000 || (part ?? 1) > (of ?? 1))
            return TypedResults.NotFound();
        var parts = CatalogFeed.PartsOf(facts.Head.Whole.Count);
        if (part is null && parts > 1)
            return TypedResults.Bytes(CatalogFeed.Index(facts, parts), "application/xml");
        var (first, last) = CatalogFeed.Range(part ?? 1, of ?? 1);
        List<EntryRow> rows = [];
        foreach (var ids in (await reads.Leaves(facts.Unit, first, last, ct)).Select(l => l.Id).Chunk(Chunk))
            rows.AddRange((await reads.Rows(facts.Unit, [.. ids], ct)).Where(r => !r.Removed));
        return TypedResults.Bytes(CatalogFeed.Urls(facts, rows.OrderBy(r => r.Id)), "application/xml");
    }

    private static async Task<CatalogFacts?> Facts(string text, ICatalogReads reads, IDivisions divisions, PublicAddress address, CancellationToken ct) =>
        UnitId.TryParse(text, out var unit) && divisions.Today.Find(unit) is { } found
            ? new CatalogFacts(unit, found.Name, await reads.Head(unit, ct) ?? CatalogHead.Start(unit), address.Base)
            : null;
}
