using Federation.Domain.Findings;

namespace Federation.Domain.WorkPoints;

/// <summary>WP-: rules of work plans.</summary>
public static class WorkPlanRules
{
    private const string Own = "本系统工作要点规则";
    private const string Cascading = "任务分解不得低于上级要求:时限不晚于上级、指标不低于上级";
    private const string Regulation = "《中华人民共和国政府信息公开条例》第三条:上级主管部门推进、指导、协调、监督下级";

    /// <summary>WP-001</summary>
    public static Rule NoTitle { get; } = new("WP-001", Severity.Error, "工作要点须有标题", "a plan needs a title", Own);

    /// <summary>WP-002</summary>
    public static Rule NoPoint { get; } = new("WP-002", Severity.Error, "工作要点至少有一条", "a plan needs a clause", Own);

    /// <summary>WP-003</summary>
    public static Rule ClauseTwice { get; } = new("WP-003", Severity.Error, "同一条号不得出现两次,条号不得为空或含空白和 #", "each clause number stands once, without blanks and #", Own);

    /// <summary>WP-004</summary>
    public static Rule NoMeasure { get; } = new("WP-004", Severity.Error, "每一条须有可检查的要求:期限、周期、次数、比率或触发时限", "every clause needs a measure", Own);

    /// <summary>WP-005</summary>
    public static Rule NoText { get; } = new("WP-005", Severity.Error, "每一条须有内容", "every clause needs a text", Own);

    /// <summary>WP-006</summary>
    public static Rule DuePast { get; } = new("WP-006", Severity.Error, "期限不得早于发布之日", "a due date cannot lie before the day of issue", Own);

    /// <summary>WP-007</summary>
    public static Rule NoBasis { get; } = new("WP-007", Severity.Warning, "未写明依据", "no basis is given", Own);

    /// <summary>WP-009</summary>
    public static Rule Unresolved { get; } = new("WP-009", Severity.Warning, "条文所列单位尚未对应到本系统单位", "a body named in the clause is not resolved to a unit", Own);

    /// <summary>WP-010</summary>
    public static Rule BadNumber { get; } = new("WP-010", Severity.Error, "分钟数和各项工作日数不得为负,签收、督办、提醒的工作日数不超过 60", "minutes and working days are not below 0; those of acceptance, escalation and reminders are 60 at most", Own);

    /// <summary>WP-101</summary>
    public static Rule NoReceiver { get; } = new("WP-101", Severity.Error, "没有接收单位", "no receiver", Own);

    /// <summary>WP-102</summary>
    public static Rule UnknownReceiver { get; } = new("WP-102", Severity.Error, "所选单位当日不存在", "a chosen unit does not exist on that day", Own);

    /// <summary>WP-103</summary>
    public static Rule NotBelow { get; } = new("WP-103", Severity.Error, "只能发给本单位的下级", "only units below the issuer can be bound", Regulation);

    /// <summary>WP-104</summary>
    public static Rule EmptyChoice { get; } = new("WP-104", Severity.Error, "所选范围内没有单位", "a choice chooses no unit", Own);

    /// <summary>WP-105</summary>
    public static Rule NotDirect { get; } = new("WP-105", Severity.Error, "逐级转发只能发给直接下级", "step by step reaches units directly below only", Own);

    /// <summary>WP-201</summary>
    public static Rule NotIssued { get; } = new("WP-201", Severity.Error, "尚未发布", "not issued yet", Own);

    /// <summary>WP-202</summary>
    public static Rule IssuedBefore { get; } = new("WP-202", Severity.Error, "已发布,改动须作为修订并说明理由", "issued: a change is an amendment with a reason", Own);

    /// <summary>WP-203</summary>
    public static Rule Withdrawn { get; } = new("WP-203", Severity.Error, "已撤回", "withdrawn", Own);

    /// <summary>WP-204</summary>
    public static Rule StaleRevision { get; } = new("WP-204", Severity.Error, "您所依据的不是最新内容", "what you started from is not the newest", Own);

    /// <summary>WP-205</summary>
    public static Rule NoReason { get; } = new("WP-205", Severity.Error, "修订和撤回须说明理由", "an amendment or withdrawal needs a reason", Own);

    /// <summary>WP-206</summary>
    public static Rule NoDraft { get; } = new("WP-206", Severity.Error, "没有草稿", "there is no draft", Own);

    /// <summary>WP-207</summary>
    public static Rule NothingChanged { get; } = new("WP-207", Severity.Error, "与现行版本没有差别", "nothing differs from the version in force", Own);

    /// <summary>WP-301</summary>
    public static Rule SourceNotHeld { get; } = new("WP-301", Severity.Error, "所承接的上级条目不在本单位责任清单内", "the clause carried on is not among the duties of this unit", Cascading);

    /// <summary>WP-302</summary>
    public static Rule DueLater { get; } = new("WP-302", Severity.Error, "时限晚于上级", "due later than above", Cascading);

    /// <summary>WP-303</summary>
    public static Rule Weaker { get; } = new("WP-303", Severity.Error, "要求低于上级,或与上级要求不可比", "asks less than above, or cannot be compared with it", Cascading);

    /// <summary>WP-304</summary>
    public static Rule NotCarriedOn { get; } = new("WP-304", Severity.Warning, "上级条目没有承接", "a clause from above is not carried on", Cascading);

    /// <summary>WP-421</summary>
    public static Rule BadTag { get; } = new("WP-421", Severity.Error, "标签须为 1 至 20 个字,不含空白", "a tag has 1 to 20 characters without blanks", Own);

    /// <summary>WP-422</summary>
    public static Rule TagNotBelow { get; } = new("WP-422", Severity.Error, "只能给本单位的下级贴标签", "tags are for units below", Regulation);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NoTitle, NoPoint, ClauseTwice, NoMeasure, NoText, DuePast, NoBasis, Unresolved, BadNumber, NoReceiver, UnknownReceiver, NotBelow, EmptyChoice, NotDirect,
        NotIssued, IssuedBefore, Withdrawn, StaleRevision, NoReason, NoDraft, NothingChanged, SourceNotHeld, DueLater, Weaker, NotCarriedOn, BadTag, TagNotBelow,
    ];
}
