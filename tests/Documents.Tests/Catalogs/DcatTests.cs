using System.Globalization;
using System.Text.Json;
using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>
/// DCAT-AP 3 by its structure, as no SHACL engine can be had offline. Checked: mandatory classes (Catalog, Dataset, Agent) and mandatory properties of
/// Catalog, Dataset, Distribution, Agent and Checksum; ranges that must be IRIs are absolute; dates carry their XSD type and parse; texts carry their language;
/// every prefix used stands in the context; every dataset names its catalog.
/// </summary>
public sealed class DcatTests
{
    private static readonly string[] MustBeIris =
        ["dct:publisher", "dct:language", "dct:accessRights", "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "spdx:algorithm", "dct:accrualPeriodicity", "foaf:homepage", "dct:source", "dct:relation"];

    private static async Task<JsonElement> Written(params CatalogEntry[] entries) =>
        JsonDocument.Parse(await Catalog.Bytes(to => CatalogDcat.Write(to, Catalog.Facts(), Catalog.Stream(entries), CancellationToken.None))).RootElement;

    [Fact]
    public async Task MandatoryClassesAndProperties_AreThere()
    {
        var graph = (await Written(Catalog.Full, Catalog.Document("B"))).GetProperty("@graph").EnumerateArray().ToList();
        var catalog = Assert.Single(graph, n => Type(n) == "dcat:Catalog");
        Has(catalog, "dct:title", "dct:description", "dct:publisher");
        Has(Assert.Single(graph, n => Type(n) == "foaf:Agent"), "foaf:name", "dct:identifier");
        var datasets = graph.Where(n => Type(n) == "dcat:Dataset").ToList();
        Assert.Equal(2, datasets.Count);
        foreach (var dataset in datasets)
        {
            Has(dataset, "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:modified", "dct:rights", "dct:spatial", "dct:provenance", "dcat:distribution");
            Assert.Equal(catalog.GetProperty("@id").GetString(), dataset.GetProperty("@reverse").GetProperty("dcat:dataset").GetProperty("@id").GetString());
        }
        var distributions = datasets[0].GetProperty("dcat:distribution").EnumerateArray().ToList();
        Assert.Equal(3, distributions.Count); // page, text, file
        foreach (var distribution in distributions)
            Has(distribution, "dcat:accessURL", "dct:rights");
        foreach (var sum in distributions.Skip(1).Select(d => d.GetProperty("spdx:checksum")))
            Has(sum, "spdx:algorithm", "spdx:checksumValue");
        Assert.Equal(Digest.Of("file1"u8).ToString(), distributions[2].GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString());
        Assert.Equal(["GW/2026:甲-1", "11330110/2026-00001"], datasets[0].GetProperty("dct:identifier").EnumerateArray().Select(i => i.GetString()));
        Assert.EndsWith("/frequency/MONTHLY", datasets[0].GetProperty("dct:accrualPeriodicity").GetProperty("@id").GetString(), StringComparison.Ordinal);
        Assert.Equal("dct:Standard", datasets[0].GetProperty("dct:conformsTo").GetProperty("@type").GetString());
        Assert.EndsWith("/access-right/PUBLIC", datasets[0].GetProperty("dct:accessRights").GetProperty("@id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryValue_IsOfItsForm()
    {
        var document = await Written(Catalog.Full, Catalog.Document("B") with { Disclosure = new Disclosure(DisclosureAttribute.OnRequest) });
        var prefixes = document.GetProperty("@context").EnumerateObject().Select(p => p.Name).ToHashSet();
        var seen = 0;
        foreach (var (name, value) in Walk(document.GetProperty("@graph")))
        {
            if (name.Contains(':', StringComparison.Ordinal))
                Assert.Contains(name.Split(':')[0], prefixes);
            if (MustBeIris.Contains(name))
            {
                foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value])
                    Absolute(one.GetProperty("@id"));
            }
            if (name == "@id")
                Absolute(value);
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("@value", out var literal))
                continue;
            seen++;
            if (value.TryGetProperty("@language", out var language))
                Assert.Equal("zh", language.GetString());
            else if (value.GetProperty("@type").GetString() == "xsd:date")
                Assert.True(DateOnly.TryParseExact(literal.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            else if (value.GetProperty("@type").GetString() == "xsd:dateTime")
                Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", literal.GetString()!);
            else
                Assert.Contains(value.GetProperty("@type").GetString(), new[] { "xsd:nonNegativeInteger", "xsd:hexBinary" });
        }
        Assert.True(seen > 20);
    }

    private static string Type(JsonElement node) => node.GetProperty("@type").GetString()!;

    private static void Has(JsonElement node, params string[] properties) => Assert.All(properties, p => Assert.True(node.TryGetProperty(p, out _), p));

    private static void Absolute(JsonElement iri)
    {
        Assert.True(Uri.TryCreate(iri.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", iri.GetString());
        Assert.DoesNotContain(' ', iri.GetString()!);
    }

    private static IEnumerable<(string Name, JsonElement Value)> Walk(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Walk),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Walk(p.Value).Prepend((p.Name, p.Value))),
        _ => [],
    };
}
