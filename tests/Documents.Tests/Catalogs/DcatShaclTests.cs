using System.Text;
using System.Text.Json.Nodes;
using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>
/// DCAT-AP 3 judged by others: a JSON-LD processor expands the export and a SHACL engine holds it against shacl/dcat-ap.shapes.ttl. What is planted wrong is
/// seen to fail, so that the shapes are known to bite.
/// </summary>
public sealed class DcatShaclTests
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Dct = "http://purl.org/dc/terms/";

    // Recommended by DCAT-AP and not said: the regulation grants access without a licence; the span of time that a document covers, and how long its files will
    // be kept, no source states; a catalog's first day is not kept in its head; an entry may have no keyword and no file; and the table of file types lacks OFD.
    private static readonly string[] NotSaid =
        [Dct + "license", Dct + "temporal", "http://data.europa.eu/r5r/availability", Dct + "issued", Dct + "format", Dcat + "keyword", Dcat + "distribution"];

    /// <summary>Every kind, validity, attribute and relation, with and without contents; one with everything.</summary>
    private static CatalogEntry[] Filled { get; } =
    [
        Catalog.Full,
        Catalog.Document("B", fields: [("group", "政策文件"), (EntryFields.Domain, "社会救助"), ("contact", "区民政局"), ("phone", "0571-12345678;12345")]),
        Catalog.Document("C") with { Disclosure = new Disclosure(DisclosureAttribute.OnRequest) },
        .. Enum.GetValues<LinkRelation>().Select(r => Catalog.Document("L" + r) with { Links = [new EntryLink(r, UnitId.Parse("330000"), EntryId.Parse("B")), new EntryLink(r, null, EntryId.Parse("A"))] }),
        .. Enum.GetValues<EntryKind>().Select(k => Catalog.Document("K" + k) with { Kind = k }),
        .. Enum.GetValues<ValidityState>().Select(v => Catalog.Document("V" + v) with { Validity = new Validity(v, new DateOnly(2026, 1, 1)) }),
        .. new[] { "每月", "每年1月31日前", "实时公开", "每季度", "信息形成或者变更之日起20个工作日内" }.Select((limit, i) => Catalog.Document("F" + i, fields: [(EntryFields.Limit, limit)])),
        .. new[] { "application/pdf", "text/html; charset=utf-8", "application/ofd", "image/png" }.Select((type, i) =>
            Catalog.Document("M" + i) with { Attachments = [new Attachment($"文件 {i}", type, 0, Digest.Of(Encoding.UTF8.GetBytes(type)))] }),
    ];

    [ShaclFact]
    public async Task TheExport_OfAFilledCatalog_AndOfAnEmptyOne_BreaksNothing_AndWhatItDoesNotSayIsNamed()
    {
        var reports = await Shacl.Judge(await Export(Filled), await Export());
        Assert.All(reports, r => Assert.Null(r.Error));
        Assert.All(reports, r => Assert.DoesNotContain(r.Results, f => f.Severity != "Warning"));
        Assert.True(reports[0].Triples > 1000, reports[0].Triples.ToString());
        Assert.Equal(NotSaid.Order(), reports[0].Results.Select(f => f.Path).Distinct().Order());
        Assert.Single(reports[0].Results, f => f.Path == Dct + "format");
        Assert.DoesNotContain(reports[0].Results, f => f.Focus.EndsWith("GW/2026%3A%E7%94%B2-1#dataset", StringComparison.Ordinal) && f.Path != Dct + "temporal"); // the full one leaves nothing else out
    }

    [ShaclFact]
    public async Task EveryPlantedFault_IsFound()
    {
        (string What, Action<JsonObject> Plant, string Path, string Constraint)[] faults =
        [
            ("no title", d => d.Remove("dct:title"), Dct + "title", "MinCount"),
            ("an empty title", d => d["dct:title"]!["@value"] = "", Dct + "title", "Node"),
            ("a title without language", d => d["dct:title"] = "标题", Dct + "title", "Node"),
            ("no description", d => d.Remove("dct:description"), Dct + "description", "MinCount"),
            ("a day in another form", d => d["dct:issued"]!["@value"] = "2026/03/02", Dct + "issued", "Node"),
            ("a month that is none", d => d["dct:issued"]!["@value"] = "2026-13-02", Dct + "issued", "Node"),
            ("a moment that is none", d => d["dct:modified"]!["@value"] = "2026-03-02 上午", Dct + "modified", "Node"),
            ("a day as text", d => d["dct:issued"] = "2026-03-02", Dct + "issued", "Node"),
            ("a day of another type", d => d["dct:created"]!["@type"] = "xsd:string", Dct + "created", "Node"),
            ("two days of publication", d => d["dct:issued"] = new JsonArray(d["dct:issued"]!.DeepClone(), Day("2026-03-03")), Dct + "issued", "MaxCount"),
            ("a publisher in words", d => d["dct:publisher"] = "余杭区", Dct + "publisher", "Class"),
            ("a publisher that nothing describes", d => d["dct:publisher"]!["@id"] = "https://open.example.gov.cn/units/1", Dct + "publisher", "Class"),
            ("a kind in words", d => d["dct:type"] = "文件", Dct + "type", "Class"),
            ("an access right of one's own", d => d["dct:accessRights"]!["@id"] = "https://open.example.gov.cn/open", Dct + "accessRights", "In"),
            ("a language of one's own", d => d["dct:language"]!["@id"] = "https://open.example.gov.cn/zh", Dct + "language", "Pattern"),
            ("a rhythm of one's own", d => d["dct:accrualPeriodicity"]!["@id"] = "https://open.example.gov.cn/monthly", Dct + "accrualPeriodicity", "Pattern"),
            ("a rhythm without class", d => d["dct:accrualPeriodicity"]!.AsObject().Remove("@type"), Dct + "accrualPeriodicity", "Class"),
            ("no prescribed theme", d => d["dcat:theme"]!.AsArray().RemoveAt(0), Dcat + "theme", "QualifiedMinCount"),
            ("a theme without label", d => d["dcat:theme"]![1]!.AsObject().Remove("skos:prefLabel"), "http://www.w3.org/2004/02/skos/core#prefLabel", "MinCount"),
            ("two main identifiers", d => d["dct:identifier"] = new JsonArray("a", "b"), Dct + "identifier", "MaxCount"),
            ("no catalog", d => d.Remove("@reverse"), "", "MinCount"),
            ("no access address", d => File(d).Remove("dcat:accessURL"), Dcat + "accessURL", "MinCount"),
            ("an access address in words", d => File(d)["dcat:accessURL"] = "网站首页", Dcat + "accessURL", "Class"),
            ("a size that is none", d => File(d)["dcat:byteSize"]!["@value"] = "-5", Dcat + "byteSize", "Datatype"),
            ("a media type in words", d => File(d)["dcat:mediaType"] = "application/pdf", Dcat + "mediaType", "Class"),
            ("a checksum without value", d => File(d)["spdx:checksum"]!.AsObject().Remove("spdx:checksumValue"), "http://spdx.org/rdf/terms#checksumValue", "MinCount"),
            ("a checksum that is no number", d => File(d)["spdx:checksum"]!["spdx:checksumValue"]!["@value"] = "xyz", "http://spdx.org/rdf/terms#checksumValue", "Datatype"),
            ("a relation without role", d => d["dcat:qualifiedRelation"]![0]!.AsObject().Remove("dcat:hadRole"), Dcat + "hadRole", "MinCount"),
            ("a contact without name", d => d["dcat:contactPoint"]!.AsObject().Remove("vcard:fn"), "http://www.w3.org/2006/vcard/ns#fn", "MinCount"),
        ];
        var sound = await Export(Catalog.Full);
        var reports = await Shacl.Judge([sound, .. faults.Select(f => Damaged(sound, f.Plant))]);
        Assert.DoesNotContain(reports[0].Results, r => r.Severity == "Violation");
        var missed = faults.Zip(reports.Skip(1)).Where(f => !f.Second.Results.Any(r => r.Severity == "Violation" && r.Constraint.StartsWith(f.First.Constraint, StringComparison.Ordinal) && (f.First.Path.Length == 0 || r.Path == f.First.Path)));
        Assert.Empty(missed.Select(m => $"{m.First.What}: {m.Second.Error} {string.Join(' ', m.Second.Results.Where(r => r.Severity == "Violation"))}"));
    }

    [ShaclFact]
    public async Task ATermThatTheContextDoesNotKnow_AndAContextFromElsewhere_AreNotUnderstood()
    {
        var sound = await Export(Catalog.Full);
        var reports = await Shacl.Judge(Damaged(sound, d => d["title"] = "no such term"), sound.Replace("\"@context\": {", "\"@context\": \"https://example.org/context.jsonld\", \"was\": {", StringComparison.Ordinal));
        Assert.All(reports, r => Assert.NotNull(r.Error));
    }

    private static async Task<string> Export(params CatalogEntry[] entries) =>
        Encoding.UTF8.GetString(await Catalog.Bytes(to => CatalogDcat.Write(to, Catalog.Facts(), Catalog.Stream(entries), CancellationToken.None)));

    private static string Damaged(string sound, Action<JsonObject> plant)
    {
        var document = JsonNode.Parse(sound)!;
        plant(document["@graph"]!.AsArray().Select(n => n!.AsObject()).Single(n => n["@type"]!.GetValueKind() == System.Text.Json.JsonValueKind.String && n["@type"]!.GetValue<string>() == "dcat:Dataset"));
        return document.ToJsonString();
    }

    private static JsonObject File(JsonObject dataset) => dataset["dcat:distribution"]!.AsArray()[^1]!.AsObject();

    private static JsonObject Day(string day) => new() { ["@value"] = day, ["@type"] = "xsd:date" };
}
