using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Federation.Domain.Catalogs.Sync;
using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sources;

/// <summary>In what form a source lists its entries.</summary>
public enum SourceKind
{
    /// <summary>JSON: an array of objects, somewhere in a document.</summary>
    Json,

    /// <summary>CSV with a line of headings.</summary>
    Csv,

    /// <summary>DCAT as JSON-LD: a catalog with data sets.</summary>
    Dcat,
}

/// <summary>外部来源: a list on another system, such as a department's website, that is taken into a catalog as it changes.</summary>
/// <param name="Name">1 to 40 small letters, digits and hyphens; entries come in as unit/name.</param>
/// <param name="Kind">Form of the list.</param>
/// <param name="Url">Where it is; http or https. It must list everything, since what it no longer lists is removed.</param>
/// <param name="EveryMinutes">How often it is read, 60 to 10080; 0: only when asked.</param>
/// <param name="TimeoutSeconds">Longest wait for one answer, 1 to 120.</param>
/// <param name="MostBytes">Largest answer, 1 to 256 MiB.</param>
/// <param name="MostRecords">Most records, 1 to 200,000.</param>
/// <param name="Records">Path of the array, members divided by dots; empty: the document itself, or what DCAT calls its data sets.</param>
/// <param name="Total">Path of the number of records that the source declares; empty: none. A list with another number is cut off.</param>
/// <param name="Generated">Path of the moment at which the list was made; empty: the HTTP header tells it.</param>
/// <param name="Contact">Who mends records at the origin.</param>
/// <param name="Fields">Names there by names here: <c>id</c>, <c>title</c>, <c>kind</c>, <c>disclosure</c>, <c>validity</c>, <c>validitySince</c> and the fields of entries. Alternatives
/// are divided by <c>|</c>; what begins with <c>=</c> is said of every record.</param>
public sealed partial record SourceSettings(
    string Name, SourceKind Kind, string Url, int EveryMinutes, int TimeoutSeconds, int MostBytes, int MostRecords, string Records, string Total, string Generated, string Contact,
    ImmutableSortedDictionary<string, string> Fields)
{
    /// <summary>Names of an entry besides its fields.</summary>
    public static ImmutableArray<string> Parts { get; } = ["id", "title", "kind", "disclosure", "validity", "validitySince"];

    /// <summary>What DCAT calls things, where nothing else is said.</summary>
    private static readonly ImmutableSortedDictionary<string, string> DcatFields = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>
    {
        ["id"] = "dct:identifier|identifier|@id", ["title"] = "dct:title|title", ["summary"] = "dct:description|description", ["publishedOn"] = "dct:issued|issued",
        ["keywords"] = "dcat:keyword|keyword", ["url"] = "dcat:landingPage|landingPage", ["kind"] = "=document", ["disclosure"] = "=proactive",
    });

    /// <summary>Where a name of an entry is found; empty: nowhere.</summary>
    public string PlaceOf(string name) => Fields.TryGetValue(name, out var place) ? place : Kind == SourceKind.Dcat ? DcatFields.GetValueOrDefault(name, "") : "";

    /// <summary>Every name that is found somewhere.</summary>
    public IEnumerable<string> Mapped => Kind == SourceKind.Dcat ? Fields.Keys.Union(DcatFields.Keys) : Fields.Keys;

    /// <summary>Everything wrong with the settings, CT-410 each.</summary>
    public ImmutableArray<Finding> Check()
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!Shape().IsMatch(Name))
            Wrong("name", "名称为 1 至 40 个小写字母、数字或连字符", "a name has 1 to 40 small letters, digits or hyphens");
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0)
            Wrong("url", "网址须为 http 或 https,不含账号", "the address is http or https, without an account in it");
        if (EveryMinutes is not (0 or (>= 60 and <= 10_080)))
            Wrong("every_minutes", "间隔为 60 至 10080 分钟,0 为手动", "every 60 to 10080 minutes; 0: by hand");
        if (TimeoutSeconds is < 1 or > 120)
            Wrong("timeout_seconds", "等待 1 至 120 秒", "a wait of 1 to 120 seconds");
        if (MostBytes is < 1 or > 256 * 1024 * 1024)
            Wrong("most_bytes", "大小限 256 MiB", "at most 256 MiB");
        if (MostRecords is < 1 or > 200_000)
            Wrong("most_records", "条数限 200000", "at most 200000 records");
        foreach (var needed in Parts.Take(2).Where(n => PlaceOf(n).Length == 0))
            Wrong("fields." + needed, $"未设置 {needed} 取自哪里", $"where {needed} is found is not said");
        foreach (var unknown in Fields.Keys.Where(f => !Parts.Contains(f) && EntryFields.Find(f) is null))
            Wrong("fields." + unknown, $"没有字段 {unknown}", $"there is no field {unknown}");
        return findings.ToImmutable();

        void Wrong(string where, string text, string en) => findings.Add(SyncRules.BadSource.At(where, text, en));
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex Shape();
}
