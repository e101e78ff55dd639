using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs.Sync;

/// <summary>CT-4: copies of catalogs, and sources outside.</summary>
public static class SyncRules
{
    private const string Own = "本系统目录同步规则";

    /// <summary>CT-401</summary>
    public static Rule WentBack { get; } = new("CT-401", Severity.Error, "来源的序号比副本旧(可能清空或恢复了旧备份),副本不作改动", "the source is older than the copy (emptied, or restored from a backup): the copy is left as it is", Own);

    /// <summary>CT-402</summary>
    public static Rule WrongHash { get; } = new("CT-402", Severity.Error, "条目内容与其哈希不符,整页不予采用", "the content of an entry is not that of its hash: nothing of the page is taken", Own);

    /// <summary>CT-403</summary>
    public static Rule Disordered { get; } = new("CT-403", Severity.Error, "一页之内序号须递增且不越界,条目不得重复", "a page tells sequences upwards within its bounds, and each entry once", Own);

    /// <summary>CT-404</summary>
    public static Rule PageMissing { get; } = new("CT-404", Severity.Error, "中间缺页,请从副本的游标重新取", "a page between is missing: ask again from the cursor of the copy", Own);

    /// <summary>CT-405</summary>
    public static Rule Differs { get; } = new("CT-405", Severity.Error, "副本与来源的摘要不一致", "copy and source do not have the same digest", Own);

    /// <summary>CT-406</summary>
    public static Rule LeftOver { get; } = new("CT-406", Severity.Warning, "来源没有这一条目,也没有删除记录;副本不删除", "the source has neither the entry nor a tombstone of it: the copy keeps it", Own);

    /// <summary>CT-410</summary>
    public static Rule BadSource { get; } = new("CT-410", Severity.Error, "来源设置不完整或超出限度", "the settings of a source are incomplete or out of bounds", Own);

    /// <summary>CT-411</summary>
    public static Rule Unreachable { get; } = new("CT-411", Severity.Error, "来源未应答或超时,不作改动", "the source did not answer in time: nothing is changed", Own);

    /// <summary>CT-412</summary>
    public static Rule Refuses { get; } = new("CT-412", Severity.Error, "来源拒绝或出错,不作改动", "the source refuses or fails: nothing is changed", Own);

    /// <summary>CT-413</summary>
    public static Rule Truncated { get; } = new("CT-413", Severity.Error, "来源的内容不完整,不作改动", "what the source sent is cut off: nothing is changed", Own);

    /// <summary>CT-414</summary>
    public static Rule EmptySource { get; } = new("CT-414", Severity.Error, "来源为空而上次有内容,不删除任何条目", "the source is empty and was not before: nothing is removed", Own);

    /// <summary>CT-415</summary>
    public static Rule NotOfFormat { get; } = new("CT-415", Severity.Error, "来源的内容不是所设格式,不作改动", "what the source sent is not of the format set: nothing is changed", Own);

    /// <summary>CT-416</summary>
    public static Rule ClockShifted { get; } = new("CT-416", Severity.Error, "来源的时间早于上次或在将来,不作改动", "the source tells a time before the last run, or in the future: nothing is changed", Own);

    /// <summary>CT-417</summary>
    public static Rule OverLimit { get; } = new("CT-417", Severity.Error, "来源超过所设大小或条数,不作改动", "the source is larger than its limits: nothing is changed", Own);

    /// <summary>CT-418</summary>
    public static Rule RecordWithoutId { get; } = new("CT-418", Severity.Error, "记录没有可用的编号", "a record has no usable id", Own);

    /// <summary>CT-419</summary>
    public static Rule RecordTwice { get; } = new("CT-419", Severity.Error, "同一编号出现两次", "an id stands twice", Own);

    /// <summary>CT-420</summary>
    public static Rule UnreadRecord { get; } = new("CT-420", Severity.Error, "记录中有读不懂的内容", "something in a record is not understood", Own);

    /// <summary>CT-421</summary>
    public static Rule KeptElsewhere { get; } = new("CT-421", Severity.Warning, "条目已由他处维护,不以来源覆盖", "the entry is kept by another origin: the source does not overwrite it", Own);

    /// <summary>CT-422</summary>
    public static Rule RemovalsWithheld { get; } = new("CT-422", Severity.Warning, "有记录读不出编号,本次不删除任何条目", "some records could not be identified: nothing is removed this time", Own);

    /// <summary>CT-423</summary>
    public static Rule NoSuchSource { get; } = new("CT-423", Severity.Error, "没有这一来源", "there is no such source", Own);

    /// <summary>CT-424</summary>
    public static Rule NotPublic { get; } = new("CT-424", Severity.Error, "来源地址不是公网地址,也不在运维人员允许的网络内,未连接", "the address of the source is neither public nor of a network that the operator allows: it is not asked", Own);

    /// <summary>CT-425</summary>
    public static Rule Damaged { get; } = new("CT-425", Severity.Error, "内容有乱码,不予采用", "characters are damaged: it is not taken", Own);

    /// <summary>CT-426</summary>
    public static Rule Paused { get; } = new("CT-426", Severity.Error, "来源已暂停,恢复后才能读取", "the source is paused: resume it to have it read", Own);

    /// <summary>CT-427</summary>
    public static Rule NoReason { get; } = new("CT-427", Severity.Error, "须写明理由,不超过 500 字", "a reason is needed, of at most 500 characters", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        WentBack, WrongHash, Disordered, PageMissing, Differs, LeftOver, BadSource, Unreachable, Refuses, Truncated, EmptySource, NotOfFormat, ClockShifted, OverLimit, RecordWithoutId,
        RecordTwice, UnreadRecord, KeptElsewhere, RemovalsWithheld, NoSuchSource, NotPublic, Damaged, Paused, NoReason,
    ];
}
