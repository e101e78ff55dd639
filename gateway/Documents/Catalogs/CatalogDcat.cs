using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>A catalog as DCAT-AP 3 in JSON-LD: a graph of the catalog, its publisher, and a dataset for each entry, written as it is read.</summary>
/// <remarks>DCAT-AP 3.0.0 (SEMIC, 2024-06-14) on DCAT 3 (W3C Recommendation, 2024-08-22).</remarks>
public static class CatalogDcat
{
    private const int FlushAt = 64 * 1024;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes it.</summary>
    public static async Task Write(Stream to, CatalogFacts facts, IAsyncEnumerable<StoredEntry> entries, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        DcatWords.WriteContext(json);
        json.WriteStartArray("@graph"u8);
        WriteCatalog(json, facts);
        WriteAgent(json, facts);
        await foreach (var stored in entries.WithCancellation(ct))
        {
            WriteDataset(json, facts, stored);
            if (json.BytesPending >= FlushAt)
                await json.FlushAsync(ct);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
        await to.WriteAsync("\n"u8.ToArray(), ct);
    }

    /// <summary>One entry as a document of its own.</summary>
    public static byte[] One(CatalogFacts facts, StoredEntry stored)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            DcatWords.WriteContext(json);
            json.WriteStartArray("@graph"u8);
            WriteAgent(json, facts);
            WriteDataset(json, facts, stored);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteCatalog(Utf8JsonWriter json, CatalogFacts facts)
    {
        Begin(json, facts.CatalogIri, "dcat:Catalog");
        Zh(json, "dct:title", facts.Title);
        Zh(json, "dct:description", $"{facts.Name}主动公开和依申请公开的政府信息目录");
        json.WriteString("dct:identifier"u8, facts.Unit.Value);
        Ref(json, "dct:publisher", facts.UnitIri);
        Ref(json, "dct:language", DcatWords.Chinese);
        Ref(json, "foaf:homepage", facts.CatalogIri);
        WriteSpatial(json, facts);
        if (facts.Head.ChangedAt is { } changed)
            Typed(json, "dct:modified", changed.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), "xsd:dateTime");
        json.WriteString("dcat:version"u8, facts.Head.Seq.ToString(CultureInfo.InvariantCulture));
        Checksum(json, facts.Head.Whole.Digest);
        json.WriteEndObject();
    }

    private static void WriteAgent(Utf8JsonWriter json, CatalogFacts facts)
    {
        Begin(json, facts.UnitIri, "foaf:Agent");
        Zh(json, "foaf:name", facts.Name);
        json.WriteString("dct:identifier"u8, facts.Unit.Value);
        json.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter json, CatalogFacts facts, StoredEntry stored)
    {
        var (row, entry) = (stored.Row, stored.Entry!);
        Begin(json, facts.EntryIri(entry.Id), "dcat:Dataset");
        Reverse(json, facts);
        Zh(json, "dct:title", entry.Title);
        Zh(json, "dct:description", FirstOf(entry["summary"], entry[EntryFields.Content], entry.Title));
        json.WriteStartArray("dct:identifier"u8);
        json.WriteStringValue(entry.Id.Value);
        if (entry.IndexNumber.Length > 0 && entry.IndexNumber != entry.Id.Value)
            json.WriteStringValue(entry.IndexNumber);
        json.WriteEndArray();
        Ref(json, "dct:publisher", facts.UnitIri);
        Zh(json, "dct:type", entry.Kind.Zh());
        Day(json, "dct:created", entry.FormedOn);
        Day(json, "dct:issued", entry.PublishedOn);
        Typed(json, "dct:modified", row.At.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture), "xsd:dateTime");
        json.WriteString("dcat:version"u8, row.Revision.ToString(CultureInfo.InvariantCulture));
        Ref(json, "dct:language", DcatWords.Chinese);
        Ref(json, "dct:accessRights", DcatWords.AccessRight(entry.Disclosure.Attribute));
        WriteRights(json, entry);
        WriteThemes(json, facts, entry);
        WriteKeywords(json, entry["keywords"]);
        WriteSpatial(json, facts);
        if (DcatWords.Frequency(entry[EntryFields.Limit]) is { } frequency)
            Ref(json, "dct:accrualPeriodicity", frequency);
        if (entry.StandardItem.Length > 0)
            WriteLabelled(json, "dct:conformsTo", facts.At("standards/items/" + Uri.EscapeDataString(entry.StandardItem)), "dct:Standard", "dct:title", entry.StandardItem);
        WriteLabelled(json, "adms:status", facts.At("vocabulary/validity/" + entry.Validity.State.Word()), "skos:Concept", "skos:prefLabel", entry.Validity.State.Zh());
        WriteProvenance(json, stored);
        WriteLinks(json, facts, entry);
        WriteDistributions(json, facts, entry);
        json.WriteEndObject();
    }

    // The dataset names its catalog, so that the catalog need not name them all before the first is read.
    private static void Reverse(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.WriteStartObject("@reverse"u8);
        Ref(json, "dcat:dataset", facts.CatalogIri);
        json.WriteEndObject();
    }

    private static void WriteRights(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.WriteStartObject("dct:rights"u8);
        json.WriteString("@type"u8, "dct:RightsStatement"u8);
        Zh(json, "rdfs:label", DcatWords.Rights(entry.Disclosure.Attribute));
        json.WriteEndObject();
    }

    private static void WriteThemes(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        var themes = new[] { ("field", entry[EntryFields.Domain]), ("theme", entry["theme"]), ("group", entry["group"]) }.Where(t => t.Item2.Length > 0).ToList();
        if (themes.Count == 0)
            return;
        json.WriteStartArray("dcat:theme"u8);
        foreach (var (scheme, name) in themes)
            Labelled(json, facts.At($"vocabulary/{scheme}/{Uri.EscapeDataString(name)}"), "skos:Concept", "skos:prefLabel", name);
        json.WriteEndArray();
    }

    private static void WriteKeywords(Utf8JsonWriter json, string keywords)
    {
        var words = keywords.Split([';', ';', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return;
        json.WriteStartArray("dcat:keyword"u8);
        foreach (var word in words)
            ZhValue(json, word);
        json.WriteEndArray();
    }

    private static void WriteSpatial(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.WriteStartObject("dct:spatial"u8);
        json.WriteString("@id"u8, facts.UnitIri + "#territory");
        json.WriteString("@type"u8, "dct:Location"u8);
        Zh(json, "skos:prefLabel", facts.Name);
        json.WriteString("dct:identifier"u8, facts.Unit.Value.Split('.')[0]);
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, StoredEntry stored)
    {
        var from = stored.Provenance;
        ImmutableArray<string> parts = [$"来源 {from.Origin}", .. Part("作者", from.Author), .. Part("来源版本", from.SourceVersion), .. Part("审核", from.ApprovedBy)];
        json.WriteStartObject("dct:provenance"u8);
        json.WriteString("@type"u8, "dct:ProvenanceStatement"u8);
        Zh(json, "rdfs:label", string.Join(";", parts));
        json.WriteEndObject();

        static string[] Part(string name, string value) => value.Length == 0 ? [] : [$"{name} {value}"];
    }

    private static void WriteLinks(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        foreach (var group in entry.Links.GroupBy(l => DcatWords.Property(l.Relation)))
        {
            json.WriteStartArray(group.Key);
            foreach (var link in group)
            {
                json.WriteStartObject();
                json.WriteString("@id"u8, facts.EntryIri(link.Catalog ?? facts.Unit, link.Entry));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
    }

    private static void WriteDistributions(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        json.WriteStartArray("dcat:distribution"u8);
        if (Uri.TryCreate(entry["url"], UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            Begin(json, null, "dcat:Distribution");
            Zh(json, "dct:title", "网页");
            Ref(json, "dcat:accessURL", url.AbsoluteUri);
            WriteRights(json, entry);
            json.WriteEndObject();
        }
        if (entry.Body is { } body)
            Distribution(json, facts, entry, "正文", "text/plain", null, body);
        foreach (var file in entry.Attachments)
            Distribution(json, facts, entry, file.Name, file.MediaType, file.Size, file.Hash);
        json.WriteEndArray();
    }

    private static void Distribution(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry, string title, string mediaType, long? size, Digest hash)
    {
        var at = facts.ContentIri(entry.Id, hash);
        Begin(json, null, "dcat:Distribution");
        Zh(json, "dct:title", title);
        Ref(json, "dcat:accessURL", facts.EntryIri(entry.Id));
        Ref(json, "dcat:downloadURL", at);
        Ref(json, "dcat:mediaType", "https://www.iana.org/assignments/media-types/" + string.Join('/', mediaType.Split('/').Select(Uri.EscapeDataString)));
        if (size is { } bytes)
            Typed(json, "dcat:byteSize", bytes.ToString(CultureInfo.InvariantCulture), "xsd:nonNegativeInteger");
        WriteRights(json, entry);
        Checksum(json, hash);
        json.WriteEndObject();
    }

    private static void Checksum(Utf8JsonWriter json, Digest digest)
    {
        json.WriteStartObject("spdx:checksum"u8);
        json.WriteString("@type"u8, "spdx:Checksum"u8);
        Ref(json, "spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
        Typed(json, "spdx:checksumValue", digest.ToString(), "xsd:hexBinary");
        json.WriteEndObject();
    }

    private static void WriteLabelled(Utf8JsonWriter json, string property, string iri, string type, string label, string text)
    {
        json.WritePropertyName(property);
        Labelled(json, iri, type, label, text);
    }

    private static void Labelled(Utf8JsonWriter json, string iri, string type, string label, string text)
    {
        json.WriteStartObject();
        json.WriteString("@id"u8, iri);
        json.WriteString("@type"u8, type);
        Zh(json, label, text);
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string? iri, string type)
    {
        json.WriteStartObject();
        if (iri is not null)
            json.WriteString("@id"u8, iri);
        json.WriteString("@type"u8, type);
    }

    private static void Ref(Utf8JsonWriter json, string property, string iri)
    {
        json.WriteStartObject(property);
        json.WriteString("@id"u8, iri);
        json.WriteEndObject();
    }

    private static void Zh(Utf8JsonWriter json, string property, string text)
    {
        json.WritePropertyName(property);
        ZhValue(json, text);
    }

    private static void ZhValue(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject();
        json.WriteString("@value"u8, text);
        json.WriteString("@language"u8, "zh"u8);
        json.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter json, string property, string value, string type)
    {
        json.WriteStartObject(property);
        json.WriteString("@value"u8, value);
        json.WriteString("@type"u8, type);
        json.WriteEndObject();
    }

    private static void Day(Utf8JsonWriter json, string property, DateOnly? day)
    {
        if (day is { } date)
            Typed(json, property, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");
    }

    private static string FirstOf(params string[] texts) => texts.First(t => t.Length > 0);
}
