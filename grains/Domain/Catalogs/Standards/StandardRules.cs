using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Standards;

/// <summary>CT-3: rules of standard catalogs.</summary>
public static class StandardRules
{
    private const string Guide = "《国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见》(国办发〔2019〕54号)";
    private const string Own = "本系统标准目录规则";

    /// <summary>CT-301</summary>
    public static Rule NoSuchConflict { get; } = new("CT-301", Severity.Error, "此处没有待处理的冲突", "there is no conflict at this place", Own);

    /// <summary>CT-302</summary>
    public static Rule KeptWithoutReason { get; } = new("CT-302", Severity.Error, "与上级标准不一致而保留本地内容的,须写明理由", "keeping ours against the standard needs a reason", Guide);

    /// <summary>CT-303</summary>
    public static Rule RequiredLeftOut { get; } = new("CT-303", Severity.Error, "上级标准要求公开的事项不得取消", "an item that the standard above requires cannot be left out", Guide);

    /// <summary>CT-304</summary>
    public static Rule LimitLonger { get; } = new("CT-304", Severity.Error, "公开时限不得长于上级标准", "the time limit cannot be longer than that of the standard above", "《中华人民共和国政府信息公开条例》第二十六条;" + Guide);

    /// <summary>CT-305</summary>
    public static Rule LevelLeftOut { get; } = new("CT-305", Severity.Error, "公开层级不得少于上级标准", "no level that the standard above binds can be left out", Guide);

    /// <summary>CT-306</summary>
    public static Rule FieldEmptied { get; } = new("CT-306", Severity.Error, "上级标准写明的内容、依据、时限不得删除", "content, basis and limit that the standard above gives cannot be deleted", Guide);

    /// <summary>CT-307</summary>
    public static Rule ConflictsOpen { get; } = new("CT-307", Severity.Error, "尚有冲突未处理,不能发布", "conflicts are still open: it cannot be published", Own);

    /// <summary>CT-308</summary>
    public static Rule NoItems { get; } = new("CT-308", Severity.Error, "标准目录没有事项", "the standard has no items", Own);

    /// <summary>CT-309</summary>
    public static Rule VersionSkipped { get; } = new("CT-309", Severity.Error, "上级版本须逐版采纳,不得跳过", "versions above are taken over one after another, none is skipped", Own);

    /// <summary>CT-310</summary>
    public static Rule NotApplicableWithoutReason { get; } = new("CT-310", Severity.Error, "不涉及的事项须写明理由", "an item that does not apply needs a reason", Guide + ";各地另附未涉及领域事项说明");

    /// <summary>CT-311</summary>
    public static Rule NoSuchItem { get; } = new("CT-311", Severity.Error, "现行标准目录没有这一事项", "the standard in force has no such item", Own);

    /// <summary>CT-312</summary>
    public static Rule Twice { get; } = new("CT-312", Severity.Error, "同一事项或同一冲突出现两次", "an item or a conflict stands there twice", Own);

    /// <summary>CT-313</summary>
    public static Rule BadLine { get; } = new("CT-313", Severity.Error, "标准目录文件中有无法识别的行", "a line of a file of items cannot be read", Own);

    /// <summary>CT-314</summary>
    public static Rule NoSuchVersion { get; } = new("CT-314", Severity.Error, "没有这一版标准目录", "there is no such version of the standard", Own);

    /// <summary>CT-315</summary>
    public static Rule NoStandard { get; } = new("CT-315", Severity.Error, "本级及上级均未发布标准目录", "neither the unit nor any unit above has published a standard", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } = [NoSuchConflict, KeptWithoutReason, RequiredLeftOut, LimitLonger, LevelLeftOut, FieldEmptied, ConflictsOpen, NoItems, VersionSkipped, NotApplicableWithoutReason, NoSuchItem, Twice, BadLine, NoSuchVersion, NoStandard];
}
