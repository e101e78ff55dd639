using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Federation.Documents.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;

namespace Federation.Documents.Tests.Catalogs;

/// <summary>
/// DCAT-AP 3 by its structure, where no SHACL engine is installed too (with one: <see cref="DcatShaclTests"/>). Checked: mandatory classes (Catalog, Dataset, Agent) and mandatory properties of
/// Catalog, Dataset, Distribution, Agent and Checksum; ranges that must be IRIs are absolute; dates carry their XSD type and parse; texts carry their language;
/// every prefix used stands in the context; every dataset names its catalog.
/// </summary>
public sealed class DcatTests
{
    private static readonly string[] MustBeIris =
        ["dct:publisher", "dct:language", "dct:accessRights", "dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "spdx:algorithm", "dct:accrualPeriodicity", "foaf:homepage", "dct:references", "dct:relation", "dcat:landingPage", "dct:format", "dct:type"];

    private static async Task<JsonElement> Written(params CatalogEntry[] entries) =>
        JsonDocument.Parse(await Catalog.Bytes(to => CatalogDcat.Write(to, Catalog.Facts(), Catalog.Stream(entries), CancellationToken.None))).RootElement;

    [Fact]
    public async Task MandatoryClassesAndProperties_AreThere()
    {
        var graph = (await Written(Catalog.Full, Catalog.Document("B"))).GetProperty("@graph").EnumerateArray().ToList();
        var catalog = Assert.Single(graph, n => Type(n) == "dcat:Catalog");
        Has(catalog, "dct:title", "dct:description", "dct:publisher");
        Has(Assert.Single(graph, n => Type(n) == "foaf:Agent"), "foaf:name", "dct:identifier", "dct:type");
        var datasets = graph.Where(n => Type(n) == "dcat:Dataset").ToList();
        Assert.Equal(2, datasets.Count);
        foreach (var dataset in datasets)
        {
            Has(dataset, "dct:title", "dct:description", "dct:identifier", "dct:publisher", "dct:modified", "dct:rights", "dct:spatial", "dct:provenance", "dct:type", "dcat:theme", "dcat:contactPoint", "dcat:landingPage");
            Assert.Equal(catalog.GetProperty("@id").GetString(), dataset.GetProperty("@reverse").GetProperty("dcat:dataset").GetProperty("@id").GetString());
        }
        var distributions = datasets[0].GetProperty("dcat:distribution").EnumerateArray().ToList();
        Assert.Equal(3, distributions.Count); // page, text, file
        foreach (var distribution in distributions)
            Has(distribution, "dcat:accessURL", "dct:rights");
        foreach (var sum in distributions.Skip(1).Select(d => d.GetProperty("spdx:checksum")))
            Has(sum, "spdx:algorithm", "spdx:checksumValue");
        Assert.Equal(Digest.Of("file1"u8).ToString(), distributions[2].GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString());
        Assert.Equal("GW/2026:甲-1", datasets[0].GetProperty("dct:identifier").GetString());
        Assert.Equal("11330110/2026-00001", datasets[0].GetProperty("adms:identifier").GetProperty("skos:notation").GetString());
        Assert.Equal(["based-on", "related"], datasets[0].GetProperty("dcat:qualifiedRelation").EnumerateArray().Select(r => r.GetProperty("dcat:hadRole").GetProperty("@id").GetString()!.Split('/')[^1]));
        Assert.False(datasets[1].TryGetProperty("dcat:distribution", out _)); // it has none, and says nothing of any
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

    [Theory]
    [InlineData("0571-12345678", "tel:0571-12345678")]
    [InlineData("+86-571-12345678、12345", "tel:+86-571-12345678")]
    [InlineData("12345", "tel:12345")]
    [InlineData("转8012", null)]
    [InlineData("110转2", null)]
    [InlineData("", null)]
    public void Telephone_IsTheFirstThatCanBeDialled(string phone, string? expected) => Assert.Equal(expected, DcatWords.Telephone(phone));

    [Theory]
    [InlineData("000000", "NationalAuthority")]
    [InlineData("000000.stats", "NationalAuthority")]
    [InlineData("330000", "RegionalAuthority")]
    [InlineData("330000.audit", "RegionalAuthority")]
    [InlineData("330100", "LocalAuthority")]
    [InlineData("330110001", "LocalAuthority")]
    public void PublisherType_FollowsTheCode(string unit, string type) =>
        Assert.EndsWith("/" + type, DcatWords.PublisherType(Domain.Divisions.UnitId.Parse(unit)).Iri, StringComparison.Ordinal);

    [Fact]
    public async Task OurOwnExport_IsASource_WithEveryEntryOnce_ByItsId()
    {
        var settings = new SourceSettings("other", SourceKind.Dcat, "https://open.example.gov.cn/", 0, 10, 1_000_000, 1000, "", "", "", "", ImmutableSortedDictionary<string, string>.Empty);
        var bytes = await Catalog.Bytes(to => CatalogDcat.Write(to, Catalog.Facts(), Catalog.Stream(Catalog.Full, Catalog.Document("B")), CancellationToken.None));
        var (records, _, _) = RecordReader.Read(settings, bytes);
        Assert.Equal(["GW/2026:甲-1", "B"], records.Select(r => r.Value("dct:identifier")));
        Assert.Equal("https://open.example.gov.cn/catalogs/330110/entries/B", records[1].Value("dcat:landingPage"));
    }

    private static string Type(JsonElement node) => node.GetProperty("@type").GetString()!;

    private static void Has(JsonElement node, params string[] properties) => Assert.All(properties, p => Assert.True(node.TryGetProperty(p, out _), p));

    private static void Absolute(JsonElement iri)
    {
        Assert.True(Uri.TryCreate(iri.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tel", iri.GetString());
        Assert.DoesNotContain(' ', iri.GetString()!);
    }

    private static IEnumerable<(string Name, JsonElement Value)> Walk(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Walk),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Walk(p.Value).Prepend((p.Name, p.Value))),
        _ => [],
    };
}
