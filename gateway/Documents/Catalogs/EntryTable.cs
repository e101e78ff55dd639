using System.Collections.Immutable;
using System.Globalization;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>A column of the tables in which entries are written and read.</summary>
/// <param name="Id">Id of the field, or of the member of an entry.</param>
/// <param name="Zh">Heading.</param>
/// <param name="En">In English.</param>
/// <param name="AlsoCalled">Other headings that mean it.</param>
public sealed record EntryColumn(string Id, string Zh, string En, ImmutableArray<string> AlsoCalled);

/// <summary>An entry as one row of a table: CSV and workbook, out and in, have the same columns.</summary>
public static class EntryTable
{
    /// <summary>Every column, in order.</summary>
    public static ImmutableArray<EntryColumn> Columns { get; } =
    [
        new("id", "条目编号", "entry id", ["编号", "信息编号", "ID", "id"]),
        new("kind", "类型", "kind", ["条目类型", "信息类型"]),
        new("title", "标题", "title", ["名称", "信息名称", "文件名称", "事项名称", "公开事项名称"]),
        .. EntryFields.All.Select(f => new EntryColumn(f.Id, f.Zh, f.En, f.AlsoCalled)),
        new("disclosure", "公开属性", "disclosure", ["公开类型", "公开类别"]),
        new("reason", "不予公开理由", "reason", []),
        new("reasonBasis", "不予公开依据", "basis of the reason", []),
        new("validity", "时效", "validity", ["有效性", "时效性", "文件状态"]),
        new("validitySince", "时效起始日", "validity since", ["废止日期", "失效日期"]),
        new("links", "关联", "links", ["关联条目"]),
        new("body", "正文摘要", "body", ["正文SHA-256"]),
        new("attachments", "附件", "attachments", []),
    ];

    /// <summary>What stands in each column, in the order of <see cref="Columns"/>.</summary>
    public static string[] Cells(CatalogEntry entry) => [.. Columns.Select(c => Cell(entry, c.Id))];

    /// <summary>What stands in one column.</summary>
    public static string Cell(CatalogEntry entry, string column) => column switch
    {
        "id" => entry.Id.Value,
        "kind" => entry.Kind.Zh(),
        "title" => entry.Title,
        "disclosure" => entry.Disclosure.Attribute == DisclosureAttribute.Unset ? "" : entry.Disclosure.Attribute.Zh(),
        "reason" => entry.Disclosure.Reason,
        "reasonBasis" => entry.Disclosure.Basis,
        "validity" => entry.Validity.State.Zh(),
        "validitySince" => entry.Validity.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        "links" => string.Join(";", entry.Links.Select(l => l.Catalog is null ? $"{l.Relation.Zh()} {l.Entry}" : $"{l.Relation.Zh()} {l.Catalog} {l.Entry}")),
        "body" => entry.Body?.ToString() ?? "",
        "attachments" => string.Join(";", entry.Attachments.Select(a => string.Create(CultureInfo.InvariantCulture, $"{Escape(a.Name)}|{Escape(a.MediaType)}|{a.Size}|{a.Hash}"))),
        _ => entry[column],
    };

    /// <summary>A text that may hold the marks between parts of a cell.</summary>
    internal static string Escape(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);
}
