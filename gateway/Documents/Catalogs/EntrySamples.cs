using System.Collections.Immutable;
using Federation.Domain.Catalogs;

namespace Federation.Documents.Catalogs;

/// <summary>Sample rows and notes of templates. A sample says 示例 in its title, to be overwritten.</summary>
internal static class EntrySamples
{
    /// <summary>What to write into a column.</summary>
    public static ImmutableArray<(string Name, string Text)> Notes { get; } =
    [
        ("带 * 的栏目", "必填。第二行是示例,填写时请覆盖或删除。"),
        ("条目编号", "1 至 128 个字母、数字或 . _ : / -。不填时由索引号得出;没有索引号的文件由发文字号得出;其他由类型、标题、领域、事项和成文日期得出。重复导入同一张表不会产生重复条目。"),
        ("公开属性", "主动公开、依申请公开。不予公开的信息不进入公开目录,只在本单位登记。"),
        ("公开时限", "照目录原文填写,如:信息形成或者变更之日起20个工作日内、每月、1月31日前、长期公开。"),
        ("日期", "2026-02-27、2026年2月27日、2026/2/27 均可。"),
        ("时效", "现行有效、已修改、已废止、已失效;后三种请填时效起始日。"),
        ("关联", "“关系 条目编号”,如:解读 GW-2026-1;另一单位的条目:依据 330000 GW-2026-8。多项用分号分开。"),
        ("多个单位、渠道、关键词", "用分号或顿号分开。"),
        ("网址", "条目在网站上的完整网址,以 http 开头。"),
        ("导入", "fed catalog import 单位代码 文件 先试导入,逐格指出问题和与现有目录的差异;加 --push 才写入。"),
    ];

    /// <summary>A sample of a kind that no rule objects to.</summary>
    public static CatalogEntry Of(EntryKind kind) => new(
        Import.EntryNames.Sample, kind, $"(示例){kind.Zh()}", Fields(kind), new Disclosure(DisclosureAttribute.Proactive), Validity.InForce,
        kind == EntryKind.Interpretation ? [new EntryLink(LinkRelation.Interprets, null, EntryId.Parse("GW-2026-1"))] : [], null, []);

    private static ImmutableSortedDictionary<string, string> Fields(EntryKind kind)
    {
        var fields = new Dictionary<string, string> { [EntryFields.FormedOn] = "2026-02-27", [EntryFields.PublishedOn] = "2026-03-02" };
        if (kind == EntryKind.Matter)
        {
            (fields[EntryFields.Domain], fields[EntryFields.Content], fields[EntryFields.Basis]) = ("社会救助", "最低生活保障标准、申请程序、审批结果", "《社会救助暂行办法》");
            (fields[EntryFields.Limit], fields[EntryFields.Agency]) = ("信息形成或者变更之日起20个工作日内", "县民政局");
            (fields[EntryFields.Channels], fields[EntryFields.Audience]) = ("政府网站;公示栏", "全社会");
        }
        if (kind == EntryKind.ListItem)
            fields[EntryFields.List] = "权力清单";
        if (kind == EntryKind.Document)
            (fields[EntryFields.DocumentNumber], fields["issuer"]) = ("示政发〔2026〕1号", "县人民政府");
        if (kind == EntryKind.Consultation)
            fields[EntryFields.OpenUntil] = "2026-04-02";
        return fields.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }
}
