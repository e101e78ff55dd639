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

    private static void WriteCatalog(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.Begin(facts.CatalogNode, "dcat:Catalog");
        json.Zh("dct:title", facts.Title);
        json.Zh("dct:description", $"{facts.Name}主动公开和依申请公开的政府信息目录");
        json.WriteString("dct:identifier"u8, facts.Unit.Value);
        json.Ref("dct:publisher", facts.UnitIri);
        json.Ref("dct:language", DcatWords.Chinese, "dct:LinguisticSystem");
        json.Ref("foaf:homepage", facts.CatalogIri, "foaf:Document");
        json.Statement("dct:rights", "dct:RightsStatement", DcatWords.CatalogRights);
        WriteSpatial(json, facts);
        json.WriteStartArray("dcat:themeTaxonomy"u8);
        json.Labelled(DcatWords.DataThemes, "skos:ConceptScheme", "dct:title", "数据主题");
        foreach (var (scheme, title) in DcatWords.Schemes)
            json.Labelled(facts.At("vocabulary/" + scheme), "skos:ConceptScheme", "dct:title", title);
        json.WriteEndArray();
        if (facts.Head.ChangedAt is { } changed)
            json.Moment("dct:modified", changed);
        json.WriteString("dcat:version"u8, facts.Head.Seq.ToString(CultureInfo.InvariantCulture));
        DcatDistributions.Checksum(json, facts.Head.Whole.Digest);
        json.WriteEndObject();
    }

    private static void WriteAgent(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.Begin(facts.UnitIri, "foaf:Agent");
        json.Zh("foaf:name", facts.Name);
        json.WriteString("dct:identifier"u8, facts.Unit.Value);
        var (type, label) = DcatWords.PublisherType(facts.Unit);
        json.Labelled("dct:type", type, "skos:Concept", "skos:prefLabel", label);
        json.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter json, CatalogFacts facts, StoredEntry stored)
    {
        var (row, entry) = (stored.Row, stored.Entry!);
        json.Begin(facts.DatasetNode(facts.Unit, entry.Id), "dcat:Dataset");
        Reverse(json, facts);
        json.Zh("dct:title", entry.Title);
        json.Zh("dct:description", FirstOf(entry["summary"], entry[EntryFields.Content], entry.Title));
        WriteIdentifiers(json, entry);
        json.Ref("dct:publisher", facts.UnitIri);
        json.Labelled("dct:type", facts.At("vocabulary/kind/" + entry.Kind.Word()), "skos:Concept", "skos:prefLabel", entry.Kind.Zh());
        json.Day("dct:created", entry.FormedOn);
        json.Day("dct:issued", entry.PublishedOn);
        json.Moment("dct:modified", row.At);
        json.WriteString("dcat:version"u8, row.Revision.ToString(CultureInfo.InvariantCulture));
        json.Ref("dct:language", DcatWords.Chinese, "dct:LinguisticSystem");
        json.Ref("dct:accessRights", DcatWords.AccessRight(entry.Disclosure.Attribute), "dct:RightsStatement");
        json.Statement("dct:rights", "dct:RightsStatement", DcatWords.Rights(entry.Disclosure.Attribute));
        json.Ref("dcat:landingPage", facts.EntryIri(entry.Id), "foaf:Document");
        WriteContact(json, facts, entry);
        WriteThemes(json, facts, entry);
        WriteKeywords(json, entry["keywords"]);
        WriteSpatial(json, facts);
        if (DcatWords.Frequency(entry[EntryFields.Limit]) is { } frequency)
            json.Ref("dct:accrualPeriodicity", frequency, "dct:Frequency");
        if (entry.StandardItem.Length > 0)
            json.Labelled("dct:conformsTo", facts.At("standards/items/" + Uri.EscapeDataString(entry.StandardItem)), "dct:Standard", "dct:title", entry.StandardItem);
        json.Labelled("adms:status", facts.At("vocabulary/validity/" + entry.Validity.State.Word()), "skos:Concept", "skos:prefLabel", entry.Validity.State.Zh());
        WriteProvenance(json, stored);
        WriteLinks(json, facts, entry);
        DcatDistributions.Write(json, facts, entry);
        json.WriteEndObject();
    }

    // The dataset names its catalog, so that the catalog need not name them all before the first is read.
    private static void Reverse(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.WriteStartObject("@reverse"u8);
        json.Ref("dcat:dataset", facts.CatalogNode);
        json.WriteEndObject();
    }

    private static void WriteIdentifiers(Utf8JsonWriter json, CatalogEntry entry)
    {
        json.WriteString("dct:identifier"u8, entry.Id.Value);
        if (entry.IndexNumber.Length == 0)
            return;
        json.WriteStartObject("adms:identifier"u8);
        json.WriteString("@type"u8, "adms:Identifier"u8);
        json.WriteString("skos:notation"u8, entry.IndexNumber);
        json.WriteEndObject();
    }

    // Whom to ask: as the entry says, else the unit itself.
    private static void WriteContact(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        json.WritePropertyName("dcat:contactPoint"u8);
        json.Begin(null, "vcard:Kind", "vcard:Organization");
        json.Zh("vcard:fn", FirstOf(entry["contact"], facts.Name));
        if (DcatWords.Telephone(entry["phone"]) is { } telephone)
            json.Ref("vcard:hasTelephone", telephone);
        json.WriteEndObject();
    }

    private static void WriteThemes(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        json.WriteStartArray("dcat:theme"u8);
        json.Labelled(DcatWords.Government, "skos:Concept", "skos:prefLabel", "政府与公共部门"); // of the table that DCAT-AP prescribes
        foreach (var (scheme, _) in DcatWords.Schemes)
        {
            if (entry[scheme] is not { Length: > 0 } name)
                continue;
            json.Begin(facts.At($"vocabulary/{scheme}/{Uri.EscapeDataString(name)}"), "skos:Concept");
            json.Zh("skos:prefLabel", name);
            json.Ref("skos:inScheme", facts.At("vocabulary/" + scheme));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteKeywords(Utf8JsonWriter json, string keywords)
    {
        var words = keywords.Split([';', ';', '、', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
            return;
        json.WriteStartArray("dcat:keyword"u8);
        foreach (var word in words)
            json.ZhValue(word);
        json.WriteEndArray();
    }

    private static void WriteSpatial(Utf8JsonWriter json, CatalogFacts facts)
    {
        json.WritePropertyName("dct:spatial"u8);
        json.Begin(facts.UnitIri + "#territory", "dct:Location");
        json.Zh("skos:prefLabel", facts.Name);
        json.WriteString("dct:identifier"u8, facts.Unit.Value.Split('.')[0]);
        json.WriteEndObject();
    }

    private static void WriteProvenance(Utf8JsonWriter json, StoredEntry stored)
    {
        var from = stored.Provenance;
        ImmutableArray<string> parts = [$"来源 {from.Origin}", .. Part("作者", from.Author), .. Part("来源版本", from.SourceVersion), .. Part("审核", from.ApprovedBy)];
        json.Statement("dct:provenance", "dct:ProvenanceStatement", string.Join(";", parts));

        static string[] Part(string name, string value) => value.Length == 0 ? [] : [$"{name} {value}"];
    }

    // Twice: by the nearest common property, and by the very relation, which DCAT says with a role.
    private static void WriteLinks(Utf8JsonWriter json, CatalogFacts facts, CatalogEntry entry)
    {
        if (entry.Links.IsEmpty)
            return;
        foreach (var group in entry.Links.GroupBy(l => DcatWords.Property(l.Relation)))
        {
            json.WriteStartArray(group.Key);
            foreach (var link in group)
            {
                json.WriteStartObject();
                json.WriteString("@id"u8, facts.DatasetNode(link.Catalog ?? facts.Unit, link.Entry));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("dcat:qualifiedRelation"u8);
        foreach (var link in entry.Links)
        {
            json.Begin(null, "dcat:Relationship");
            json.Ref("dct:relation", facts.DatasetNode(link.Catalog ?? facts.Unit, link.Entry));
            json.Labelled("dcat:hadRole", facts.At("vocabulary/relation/" + link.Relation.Word()), "dcat:Role", "rdfs:label", link.Relation.Zh());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string FirstOf(params string[] texts) => texts.First(t => t.Length > 0);
}
