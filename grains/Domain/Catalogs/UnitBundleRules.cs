using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>CT-52x: rules of bundles with everything of one unit.</summary>
public static class UnitBundleRules
{
    private const string Own = "本系统单位数据包规则";

    /// <summary>CT-521</summary>
    public static Rule Unreadable { get; } = new("CT-521", Severity.Error, "数据包不能读取", "the bundle cannot be read", Own);

    /// <summary>CT-522</summary>
    public static Rule FileMissing { get; } = new("CT-522", Severity.Error, "清单所列文件缺失", "a file of the manifest is missing", Own);

    /// <summary>CT-523</summary>
    public static Rule FileUnlisted { get; } = new("CT-523", Severity.Error, "文件不在清单中", "a file is not listed in the manifest", Own);

    /// <summary>CT-524</summary>
    public static Rule FileChanged { get; } = new("CT-524", Severity.Error, "文件与清单的 SHA-256 不符", "a file is not the one that the manifest lists", Own);

    /// <summary>CT-525</summary>
    public static Rule ChainBroken { get; } = new("CT-525", Severity.Error, "哈希链断裂", "a hash chain is broken", Own);

    /// <summary>CT-526</summary>
    public static Rule CatalogDiffers { get; } = new("CT-526", Severity.Error, "目录与历史或摘要不符", "the catalog is not what history and digest say", Own);

    /// <summary>CT-527</summary>
    public static Rule HasHistory { get; } = new("CT-527", Severity.Error, "该单位在这里已有自己的历史,不能导入", "the unit has a history of its own here: nothing is imported", Own);

    /// <summary>CT-528</summary>
    public static Rule OtherUnit { get; } = new("CT-528", Severity.Error, "数据包属于另一单位", "the bundle is of another unit", Own);

    /// <summary>CT-529</summary>
    public static Rule NotRestored { get; } = new("CT-529", Severity.Error, "导入中断;再次导入从中断处继续", "the import broke off; the same import again goes on from there", Own);

    /// <summary>CT-530</summary>
    public static Rule NotSigned { get; } = new("CT-530", Severity.Warning, "清单没有签名,不能证明出自何处", "the manifest is not signed: nothing proves where the bundle comes from", Own);

    /// <summary>CT-531</summary>
    public static Rule SignatureBroken { get; } = new("CT-531", Severity.Error, "清单的签名与内容不符", "the signature is not of this manifest", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Unreadable, FileMissing, FileUnlisted, FileChanged, ChainBroken, CatalogDiffers, HasHistory, OtherUnit, NotRestored, NotSigned, SignatureBroken];
}
