using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Federation.Web.Assets;

/// <summary>
/// Style sheet and modules of the pages. They are part of this assembly and are served under the hash of their content, so they look the
/// same run from source and published, and a browser keeps them until they change.
/// </summary>
public static class PageAssets
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, Asset> all = Load();

    /// <summary>Address of an asset.</summary>
    /// <param name="name">For example <c>web.css</c>.</param>
    public static string Url(string name) => $"/web-assets/{all[name].Hash}/{name}";

    /// <summary>Content of an asset, to be written into a document that stands alone.</summary>
    internal static string Text(string name) => Encoding.UTF8.GetString(all[name].Content);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/web-assets/{hash}/{name}", ["GET", "HEAD"], Serve);

    // A page of the version before, still open while the host is renewed, asks under the old hash: it gets the new content, not to be kept.
    private static IResult Serve(string hash, string name, HttpResponse response)
    {
        if (!all.TryGetValue(name, out var asset))
            return TypedResults.NotFound();
        response.Headers.CacheControl = hash == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Hash}\""));
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..], name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var content = new byte[stream.Length];
                stream.ReadExactly(content);
                var type = name.EndsWith(".css", StringComparison.Ordinal) ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
                return new Asset(content, type, Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
            });
    }

    private sealed record Asset(byte[] Content, string ContentType, string Hash);
}
