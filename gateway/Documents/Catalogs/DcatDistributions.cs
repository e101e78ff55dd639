using System.Globalization;
using System.Text.Json;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>Where an entry can be had: its page on a website, its text, its files.</summary>
internal static class DcatDistributions
{
    /// <summary>Writes them; an entry without any has no such property.</summary>
    public static void Write(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        var page = Uri.TryCreate(entry["url"], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;
        if (page is null && entry.Body is null && entry.Attachments.IsEmpty)
            return;
        json.WriteStartArray("dcat:distribution"u8);
        if (page is not null)
        {
            Begin(json, entry, "网页");
            json.Ref("dcat:accessURL", page.AbsoluteUri);
            json.Ref("dct:format", DcatWords.FileType("text/html")!, "dct:MediaTypeOrExtent");
            End(json, entry);
        }
        if (entry.Body is { } body)
            Kept(json, facts, entry, "正文", "text/plain", null, body);
        foreach (var file in entry.Attachments)
            Kept(json, facts, entry, file.Name, file.MediaType, file.Size, file.Hash);
        json.WriteEndArray();
    }

    /// <summary>Writes a digest.</summary>
    public static void Checksum(Utf8JsonWriter json, Digest digest)
    {
        json.WriteStartObject("spdx:checksum"u8);
        json.WriteString("@type"u8, "spdx:Checksum"u8);
        json.Ref("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm");
        json.Typed("spdx:checksumValue", digest.ToString(), "xsd:hexBinary");
        json.WriteEndObject();
    }

    private static void Kept(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry, string title, string mediaType, long? size, Digest hash)
    {
        Begin(json, entry, title);
        json.Ref("dcat:accessURL", facts.EntryIri(entry.Id));
        json.Ref("dcat:downloadURL", facts.ContentIri(entry.Id, hash));
        json.Ref("dcat:mediaType", DcatWords.MediaType(mediaType), "dct:MediaType");
        if (DcatWords.FileType(mediaType) is { } fileType)
            json.Ref("dct:format", fileType, "dct:MediaTypeOrExtent");
        if (size is { } bytes)
            json.Typed("dcat:byteSize", bytes.ToString(CultureInfo.InvariantCulture), "xsd:nonNegativeInteger");
        Checksum(json, hash);
        End(json, entry);
    }

    private static void Begin(Utf8JsonWriter json, CatalogEntry entry, string title)
    {
        json.Begin(null, "dcat:Distribution");
        json.Zh("dct:title", title);
        json.Zh("dct:description", $"{entry.Title}({title})");
    }

    private static void End(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.Statement("dct:rights", "dct:RightsStatement", DcatWords.Rights(entry.Disclosure.Attribute));
        json.WriteEndObject();
    }
}
