using System.Globalization;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Search;
using Federation.Domain.Divisions;
using Federation.V1;
using Grpc.Core;
using Finding = Federation.Domain.Findings.Finding;

namespace Federation.Gateway.Catalogs;

/// <summary>federation.v1.Search: finds what is public, which every subject may.</summary>
public sealed class SearchService(EntryFinder finder, IDivisions divisions, Requests requests) : V1.Search.SearchBase
{
    /// <inheritdoc />
    public override async Task<SearchEntriesResponse> SearchEntries(SearchEntriesRequest request, ServerCallContext context)
    {
        List<Finding> findings = [];
        var filter = Filter(request, findings);
        var order = Requests.Known(request.Order, "order") == SearchEntriesRequest.Types.Order.Newest ? SearchOrder.Newest : SearchOrder.Relevance;
        var (page, wrong) = await finder.Find(request.Query, filter, order, request.PageToken, Requests.PageSize(request.PageSize, 20, 100), context.CancellationToken);
        Requests.Refuse([.. findings, .. wrong]);
        return Response(page!);
    }

    /// <inheritdoc />
    public override async Task<SuggestEntriesResponse> SuggestEntries(SuggestEntriesRequest request, ServerCallContext context)
    {
        var within = request.Within.Length == 0 ? UnitId.Nation : requests.Unit(request.Within);
        var response = new SuggestEntriesResponse();
        response.Suggestions.AddRange(await finder.Suggest(request.Query, within, Requests.PageSize(request.Limit, 8, 20), context.CancellationToken));
        return response;
    }

    private SearchFilter Filter(SearchEntriesRequest request, List<Finding> findings)
    {
        var within = UnitId.Nation;
        if (request.Within.Length > 0 && !UnitId.TryParse(request.Within, out within))
            findings.Add(DivisionRules.BadCode.At("within", $"单位代码“{request.Within}”格式不对", $"'{request.Within}' is no unit code"));
        else if (request.Within.Length > 0 && divisions.Today.Find(within!) is null)
            findings.Add(Requests.UnknownUnit(request.Within) with { Where = "within" });
        return new SearchFilter(
            within ?? UnitId.Nation, request.Own,
            new EntryFilter(
                EntryReading.Optional(request.Kind, CatalogWords.KindOf, "kind", findings), EntryReading.Optional(request.Disclosure, CatalogWords.AttributeOf, "disclosure", findings),
                EntryReading.Optional(request.Validity, CatalogWords.StateOf, "validity", findings), request.StandardItem, request.Domain),
            Requests.OptionalDay(request.From, "from", findings), Requests.OptionalDay(request.To, "to", findings));
    }

    private SearchEntriesResponse Response(FoundPage page)
    {
        var response = new SearchEntriesResponse
        {
            NextPageToken = page.Next?.ToString() ?? "", Found = Math.Min(page.Found ?? 0, SearchPage.MostCounted), MoreFound = page.Found > SearchPage.MostCounted, Behind = page.Behind, Loosened = page.Loosened,
        };
        response.Hits.AddRange(page.Entries.Select(ToProto));
        return response;
    }

    private EntryHit ToProto(FoundEntry found)
    {
        var hit = new EntryHit
        {
            Entry = CatalogMapping.ToProto(found.Stored.Row), UnitName = divisions.Today.Find(found.Stored.Row.Catalog)?.Name ?? "",
            Day = found.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SnippetOf = found.In,
        };
        hit.Title.AddRange(found.Title.Select(ToProto));
        hit.Snippet.AddRange(found.Snippet.Select(ToProto));
        return hit;
    }

    private static HitPiece ToProto(TextPiece piece) => new() { Text = piece.Text, Marked = piece.Marked };
}
