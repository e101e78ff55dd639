using Federation.Domain.Authority;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Findings;
using Federation.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Federation.Web.Catalogs;

/// <summary>The pages of catalogs: public facts, no sign-in.</summary>
internal static class CatalogPages
{
    private const string Alone = "default-src 'none'; sandbox; frame-ancestors 'none'";

    public static async Task<IResult> Find(HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        var words = new FilterWords(http.Request.Query);
        var asked = new Asked(
            words.Text("q"), words.Text("within"), words.Text("kind"), words.Text("disclosure"), words.Text("validity"), words.Text("domain"), words.Text("from"), words.Text("to"), words.Text("order"));
        var model = await reader.Find(asked, words, words.Text("page"), ct);
        return new PageResult<FindPage>(PageLanguage.Frame(http), model.Findings.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, ("Model", model));
    }

    public static async Task<IResult> Suggest(string? q, string? within, HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache";
        var found = await reader.Suggest(q ?? "", within ?? "", ct);
        return TypedResults.Bytes(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(found.ToArray()), "application/json");
    }

    public static async Task<IResult> Browse(string unit, HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        var (frame, words) = (PageLanguage.Frame(http), new FilterWords(http.Request.Query));
        var filter = new EntryFilter(words.Kind(), null, words.Validity(), "", words.Text("domain"));
        return UnitId.TryParse(unit, out var id) && await reader.Browse(id, filter, words.Place("before"), words, ct) is { } model
            ? new PageResult<BrowsePage>(frame, model.Findings.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, ("Model", model), ("MayLookIn", frame.By is { } by && Permissions.Check(by, Permission.ReadRegisters, id, reader.Tree) is null), ("Trail", CatalogAddress.Trail(reader.Tree, id, frame.Words.Catalogs())))
            : Problems.NotFound(frame, [NoUnit(unit)]);
    }

    public static async Task<IResult> Entry(string unit, string entry, HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        var frame = PageLanguage.Frame(http);
        if (!UnitId.TryParse(unit, out var owner))
            return Problems.NotFound(frame, [NoUnit(unit)]);
        if (!EntryId.TryParse(entry, out var id) || await reader.Entry(owner, id, ct) is not { } model)
            return Problems.NotFound(frame, [NoEntry(entry)]);
        return new PageResult<EntryPage>(
            frame, model.Stored.Entry is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK, ("Model", model),
            ("Trail", CatalogAddress.Trail(reader.Tree, owner, frame.Words.Catalogs(), model.Stored.Row.Title)));
    }

    public static async Task<IResult> Canonical(string unit, string entry, HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        var frame = PageLanguage.Frame(http);
        return UnitId.TryParse(unit, out var owner) && EntryId.TryParse(entry, out var id) && await reader.Canonical(owner, id, ct) is { } bytes
            ? File(http, bytes, "application/json", $"{owner}-{id.Value.Replace('/', '_').Replace(':', '_')}.json")
            : Problems.NotFound(frame, [NoEntry(entry)]);
    }

    public static async Task<IResult> Content(string unit, string hash, string entry, HttpContext http, CatalogPageReader reader, CancellationToken ct)
    {
        var frame = PageLanguage.Frame(http);
        if (!UnitId.TryParse(unit, out var owner) || !EntryId.TryParse(entry, out var id) || !Digest.TryParse(hash, out var digest) || await reader.Content(owner, id, digest, ct) is not { } found)
            return Problems.NotFound(frame, [NoEntry(entry)]);
        return File(http, found.Bytes, found.MediaType, found.Name.Length > 0 ? found.Name : $"{owner}-{hash[..12]}{(found.MediaType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) ? ".html" : ".txt")}");
    }

    // What somebody else has put into a catalog is only ever saved, never opened in the name of this site.
    private static FileContentHttpResult File(HttpContext http, byte[] bytes, string mediaType, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Concat(name.Select(c => char.IsControl(c) || c is '/' or '\\' or '"' ? '_' : c)));
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Alone;
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return TypedResults.Bytes(bytes, MediaTypeHeaderValue.TryParse(mediaType, out var known) ? known.ToString() : "application/octet-stream");
    }

    private static Finding NoUnit(string text) => DivisionRules.UnknownUnit.At("unit", $"没有单位 {text}", $"there is no unit {text}");

    private static Finding NoEntry(string text) => CatalogRules.NotThere.At("entry", $"目录中没有条目 {text}", $"the catalog has no entry {text}");
}
