using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Obligations;

namespace Federation.Documents.Catalogs;

/// <summary>The vocabulary of DCAT-AP 3: prefixes, and the authority tables it prescribes.</summary>
internal static class DcatWords
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>语言: Chinese.</summary>
    public const string Chinese = Authority + "language/ZHO";

    /// <summary>Prefixes, which stand in the document itself: nothing is fetched to understand it.</summary>
    public static IReadOnlyList<(string Prefix, string Iri)> Prefixes { get; } =
    [
        ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("skos", "http://www.w3.org/2004/02/skos/core#"), ("spdx", "http://spdx.org/rdf/terms#"),
        ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ];

    /// <summary>Who may read it, as the table of access rights says.</summary>
    public static string AccessRight(DisclosureAttribute attribute) => Authority + "access-right/" + (attribute == DisclosureAttribute.Proactive ? "PUBLIC" : "RESTRICTED");

    /// <summary>Under which rule it may be read, in words.</summary>
    public static string Rights(DisclosureAttribute attribute) => attribute == DisclosureAttribute.Proactive
        ? "主动公开(《中华人民共和国政府信息公开条例》第十三条、第十九条)"
        : "依申请公开(《中华人民共和国政府信息公开条例》第二十七条),目录仅列名称";

    /// <summary>How often it is renewed; null when the limit is no rhythm.</summary>
    public static string? Frequency(string limit) => TimeLimit.Read(limit) switch
    {
        TimeLimit.Every every => Authority + "frequency/" + every.Cadence switch
        {
            Cadence.Continuous => "CONT",
            Cadence.Daily or Cadence.WorkingDaily => "DAILY",
            Cadence.Weekly => "WEEKLY",
            Cadence.Monthly => "MONTHLY",
            Cadence.Quarterly => "QUARTERLY",
            Cadence.HalfYearly => "ANNUAL_2",
            Cadence.Yearly => "ANNUAL",
            _ => "OTHER",
        },
        TimeLimit.YearlyBy => Authority + "frequency/ANNUAL",
        TimeLimit.Within => Authority + "frequency/IRREG",
        _ => null,
    };

    /// <summary>How two entries belong together.</summary>
    public static string Property(LinkRelation relation) => relation switch
    {
        LinkRelation.Interprets => "dct:references",
        LinkRelation.Amends => "dct:isVersionOf",
        LinkRelation.Repeals => "dct:replaces",
        LinkRelation.BasedOn => "dct:source",
        LinkRelation.OutcomeOf => "dct:references",
        _ => "dct:relation",
    };

    /// <summary>Writes the context.</summary>
    public static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context"u8);
        foreach (var (prefix, iri) in Prefixes)
            json.WriteString(prefix, iri);
        json.WriteEndObject();
    }
}
