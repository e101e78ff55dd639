using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Federation.Domain.Catalogs;

/// <summary>Who a field belongs to where a standard catalog is above the entry.</summary>
public enum FieldOwner
{
    /// <summary>The standard above: what is to be public, on what basis, within what limit.</summary>
    Standard,

    /// <summary>The unit: the content itself.</summary>
    Unit,
}

/// <summary>What a field holds.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A day, YYYY-MM-DD.</summary>
    Day,

    /// <summary>Several names, divided by semicolons or 、.</summary>
    Names,

    /// <summary>A time limit in words, read by <see cref="TimeLimit"/>.</summary>
    Limit,
}

/// <summary>A field of an entry besides its title.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Zh">As the official tables call it.</param>
/// <param name="En">In English.</param>
/// <param name="Owner">Whose it is under a standard.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Longest">Most characters.</param>
public sealed record EntryField(string Id, string Zh, string En, FieldOwner Owner, FieldType Type, int Longest)
{
    /// <summary>Other names of it in tables of websites and offices.</summary>
    public ImmutableArray<string> AlsoCalled { get; init; } = [];
}

/// <summary>
/// Fields of the standard table of the 26 guides (国办发〔2019〕54号 and the standard tables as printed by townships and counties) and of published
/// documents (metadata seen on government sites); GB/T 21063.3-2007 for the core ones.
/// </summary>
public static class EntryFields
{
    /// <summary>索引号</summary>
    public const string IndexNumber = "indexNumber";

    /// <summary>标准目录事项</summary>
    public const string StandardItem = "standardItem";

    /// <summary>成文日期</summary>
    public const string FormedOn = "formedOn";

    /// <summary>发布日期</summary>
    public const string PublishedOn = "publishedOn";

    /// <summary>领域</summary>
    public const string Domain = "domain";

    /// <summary>一级事项</summary>
    public const string Item1 = "item1";

    /// <summary>二级事项</summary>
    public const string Item2 = "item2";

    /// <summary>公开内容(要素)</summary>
    public const string Content = "content";

    /// <summary>公开依据</summary>
    public const string Basis = "basis";

    /// <summary>公开时限</summary>
    public const string Limit = "limit";

    /// <summary>公开主体</summary>
    public const string Agency = "agency";

    /// <summary>公开渠道和载体</summary>
    public const string Channels = "channels";

    /// <summary>公开对象</summary>
    public const string Audience = "audience";

    /// <summary>公开层级</summary>
    public const string Level = "level";

    /// <summary>清单名称</summary>
    public const string List = "list";

    /// <summary>发文字号</summary>
    public const string DocumentNumber = "documentNumber";

    /// <summary>征集截止日期</summary>
    public const string OpenUntil = "openUntil";

    /// <summary>复核日期: when what is withheld is looked at again</summary>
    public const string ReviewOn = "reviewOn";

    /// <summary>是否解读: 需解读 or 不需解读; empty: told by <c>InterpretationDuty</c></summary>
    public const string Interpretation = "interpretation";

    /// <summary>抽查方式</summary>
    public const string InspectionMethod = "inspectionMethod";

    /// <summary>Every field, in the order of the official tables.</summary>
    public static ImmutableArray<EntryField> All { get; } =
    [
        new(IndexNumber, "索引号", "index number", FieldOwner.Unit, FieldType.Text, 100) { AlsoCalled = ["统一编号", "信息索引号"] },
        new("no", "序号", "number", FieldOwner.Standard, FieldType.Text, 30),
        new(StandardItem, "标准目录事项", "standard item", FieldOwner.Standard, FieldType.Text, 128),
        new(Domain, "领域", "field", FieldOwner.Standard, FieldType.Text, 60) { AlsoCalled = ["试点领域", "公开领域"] },
        new("phase", "过程", "phase", FieldOwner.Standard, FieldType.Text, 60),
        new(Item1, "一级事项", "matter", FieldOwner.Standard, FieldType.Text, 200) { AlsoCalled = ["公开事项", "一级目录"] },
        new(Item2, "二级事项", "sub-matter", FieldOwner.Standard, FieldType.Text, 200) { AlsoCalled = ["二级目录"] },
        new(Content, "公开内容(要素)", "content", FieldOwner.Standard, FieldType.Text, 8000) { AlsoCalled = ["公开内容", "事项内容", "内容标准"] },
        new(Basis, "公开依据", "legal basis", FieldOwner.Standard, FieldType.Text, 8000) { AlsoCalled = ["依据"] },
        new(Limit, "公开时限", "time limit", FieldOwner.Standard, FieldType.Limit, 400) { AlsoCalled = ["时限", "更新周期"] },
        new(Agency, "公开主体", "disclosing agency", FieldOwner.Unit, FieldType.Names, 1000) { AlsoCalled = ["公开主体(单位)", "责任单位"] },
        new(Channels, "公开渠道和载体", "channels", FieldOwner.Unit, FieldType.Names, 1000) { AlsoCalled = ["公开渠道", "公开形式"] },
        new(Audience, "公开对象", "audience", FieldOwner.Standard, FieldType.Text, 400),
        new(Level, "公开层级", "level", FieldOwner.Standard, FieldType.Names, 100),
        new(List, "清单名称", "list", FieldOwner.Standard, FieldType.Text, 100),
        new(InspectionMethod, "抽查方式", "method of inspection", FieldOwner.Unit, FieldType.Text, 1000),
        new("theme", "主题分类", "theme", FieldOwner.Unit, FieldType.Text, 100) { AlsoCalled = ["主题导航", "分类"] },
        new("genre", "体裁分类", "genre", FieldOwner.Unit, FieldType.Text, 100),
        new("group", "组配分类", "group", FieldOwner.Unit, FieldType.Text, 100) { AlsoCalled = ["信息分类", "信息类别"] },
        new("issuer", "发文机关", "issuer", FieldOwner.Unit, FieldType.Names, 500) { AlsoCalled = ["发布机构"] },
        new(DocumentNumber, "发文字号", "document number", FieldOwner.Unit, FieldType.Text, 100) { AlsoCalled = ["文号", "发布文号", "文件编号"] },
        new(FormedOn, "成文日期", "formed on", FieldOwner.Unit, FieldType.Day, 10) { AlsoCalled = ["生成日期", "发文日期", "形成日期"] },
        new(PublishedOn, "发布日期", "published on", FieldOwner.Unit, FieldType.Day, 10) { AlsoCalled = ["公开日期"] },
        new(OpenUntil, "征集截止日期", "open until", FieldOwner.Unit, FieldType.Day, 10),
        new(ReviewOn, "复核日期", "review on", FieldOwner.Unit, FieldType.Day, 10),
        new(Interpretation, "是否解读", "to be interpreted", FieldOwner.Unit, FieldType.Text, 10) { AlsoCalled = ["解读要求"] },
        new("keywords", "关键词", "keywords", FieldOwner.Unit, FieldType.Names, 400) { AlsoCalled = ["主题词"] },
        new("summary", "内容概述", "summary", FieldOwner.Unit, FieldType.Text, 4000),
        new("url", "网址", "address", FieldOwner.Unit, FieldType.Text, 2000) { AlsoCalled = ["链接"] },
        new("contact", "政策咨询机关", "contact", FieldOwner.Unit, FieldType.Text, 400),
        new("phone", "政策咨询电话", "telephone", FieldOwner.Unit, FieldType.Text, 100),
    ];

    private static readonly FrozenDictionary<string, EntryField> ById = All.ToFrozenDictionary(f => f.Id);

    /// <summary>国办发〔2019〕54号: what an entry of the standard catalog has at least, besides its title and disclosure attribute.</summary>
    public static ImmutableArray<string> NeededOfMatters { get; } = [Content, Basis, Limit, Agency, Channels, Audience];

    /// <summary>What an entry has besides its fields, by the name that findings and returns use.</summary>
    public static ImmutableArray<string> Places { get; } = ["title", "kind", "disclosure", "reason", "reasonBasis", "validity", "validitySince", "links", "body", "attachments"];

    /// <summary>True for the id of a field and for one of <see cref="Places"/>.</summary>
    public static bool IsPlace(string name) => Find(name) is not null || Places.Contains(name);

    /// <summary>A day as fields hold it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that a field holds; null when it is none.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The field of an id; null when there is none.</summary>
    public static EntryField? Find(string id) => ById.GetValueOrDefault(id);
}
