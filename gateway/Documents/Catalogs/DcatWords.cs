using System.Collections.Frozen;
using System.Text.Json;
using Federation.Domain.Catalogs;
using Federation.Domain.Divisions;
using Federation.Domain.Obligations;

namespace Federation.Documents.Catalogs;

/// <summary>The vocabulary of DCAT-AP 3: prefixes, and the authority tables it prescribes.</summary>
internal static class DcatWords
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>语言: Chinese.</summary>
    public const string Chinese = Authority + "language/ZHO";

    /// <summary>数据主题: the scheme of themes that DCAT-AP prescribes.</summary>
    public const string DataThemes = Authority + "data-theme";

    /// <summary>政府与公共部门: what everything in a disclosure catalog is about.</summary>
    public const string Government = DataThemes + "/GOVE";

    /// <summary>Under which rule a catalog may be read, in words.</summary>
    public const string CatalogRights = "依《中华人民共和国政府信息公开条例》第十二条编制、公布";

    private static readonly FrozenDictionary<string, string> FileTypes = new Dictionary<string, string>
    {
        ["application/pdf"] = "PDF", ["text/plain"] = "TXT", ["text/html"] = "HTML", ["text/csv"] = "CSV", ["application/json"] = "JSON", ["application/xml"] = "XML", ["text/xml"] = "XML",
        ["application/msword"] = "DOC", ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "DOCX", ["application/vnd.ms-excel"] = "XLS",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "XLSX", ["application/vnd.ms-powerpoint"] = "PPT",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "PPTX", ["application/rtf"] = "RTF", ["application/zip"] = "ZIP", ["image/jpeg"] = "JPEG", ["image/png"] = "PNG",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Schemes of this program's own themes: a field of an entry each, and its title.</summary>
    public static IReadOnlyList<(string Field, string Title)> Schemes { get; } = [(EntryFields.Domain, "领域"), ("theme", "主题分类"), ("group", "组配分类")];

    /// <summary>Prefixes, which stand in the document itself: nothing is fetched to understand it.</summary>
    public static IReadOnlyList<(string Prefix, string Iri)> Prefixes { get; } =
    [
        ("adms", "http://www.w3.org/ns/adms#"), ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("skos", "http://www.w3.org/2004/02/skos/core#"), ("spdx", "http://spdx.org/rdf/terms#"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
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

    /// <summary>
    /// How two entries belong together, by the nearest property that many know. dct:source would say that one is derived from the other, dcat:isVersionOf that it
    /// is an edition of it; a legal basis and an amending act are neither.
    /// </summary>
    public static string Property(LinkRelation relation) => relation switch
    {
        LinkRelation.Repeals => "dct:replaces",
        LinkRelation.Related => "dct:relation",
        _ => "dct:references",
    };

    /// <summary>The register of media types.</summary>
    public static string MediaType(string mediaType) => "https://www.iana.org/assignments/media-types/" + string.Join('/', mediaType.Split('/').Select(Uri.EscapeDataString));

    /// <summary>The table of file types; null when it has none for it.</summary>
    public static string? FileType(string mediaType) => FileTypes.TryGetValue(mediaType.Split(';')[0].Trim(), out var code) ? Authority + "file-type/" + code : null;

    /// <summary>What kind of publisher a unit is, in the vocabulary of ADMS.</summary>
    public static (string Iri, string Zh) PublisherType(UnitId unit)
    {
        const string Types = "http://purl.org/adms/publishertype/";
        return unit.Value == UnitId.Nation.Value || unit.Value.StartsWith(UnitId.Nation.Value + '.', StringComparison.Ordinal) ? (Types + "NationalAuthority", "全国性机关")
            : unit.Value.AsSpan(2).StartsWith("0000") ? (Types + "RegionalAuthority", "省级机关")
            : (Types + "LocalAuthority", "地方机关");
    }

    /// <summary>A telephone number as an address; of several the first; null when it is none that can be dialled.</summary>
    public static string? Telephone(string phone)
    {
        var first = phone.Split([';', ';', '、', ',', ',', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
        return first.Length >= 5 && first.All(c => char.IsAsciiDigit(c) || c is '-' or '+') ? "tel:" + first : null;
    }

    /// <summary>Writes the context.</summary>
    public static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context"u8);
        foreach (var (prefix, iri) in Prefixes)
            json.WriteString(prefix, iri);
        json.WriteEndObject();
    }
}
