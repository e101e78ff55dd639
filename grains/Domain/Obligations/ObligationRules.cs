using Federation.Domain.Findings;

namespace Federation.Domain.Obligations;

/// <summary>OB: rules of duties. 0xx judge acts, 1xx what a request costs, 2xx appraisals.</summary>
public static class ObligationRules
{
    private const string OwnRule = "本系统规则";
    private const string Regulation26 = "《政府信息公开条例》第二十六条";
    private const string Weight4 = "京政办发〔2016〕26号(所占分值权重不低于4%)";
    private const string LessForms = "《关于解决形式主义突出问题为基层减负的通知》;本系统规则(不让基层重复填报)";

    /// <summary>OB-001</summary>
    public static Rule UnknownDuty { get; } = new("OB-001", Severity.Error, "责任清单中没有这项任务", "the book has no such duty", OwnRule);

    /// <summary>OB-002</summary>
    public static Rule DutyWithdrawn { get; } = new("OB-002", Severity.Error, "任务已撤回,无须再办", "the duty has been withdrawn; nothing is asked any more", OwnRule);

    /// <summary>OB-003</summary>
    public static Rule DutyIsClosed { get; } = new("OB-003", Severity.Error, "任务已销号", "the duty has been closed", OwnRule);

    /// <summary>OB-004</summary>
    public static Rule NoReason { get; } = new("OB-004", Severity.Error, "须写明理由", "a reason is needed", OwnRule);

    /// <summary>OB-005</summary>
    public static Rule WrongIssuer { get; } = new("OB-005", Severity.Error, "交办单位须是计划的制发单位,且管辖本单位", "duties come from the issuer of their plan, which must stand above the unit", OwnRule);

    /// <summary>OB-006</summary>
    public static Rule BadBatch { get; } = new("OB-006", Severity.Error, "交办内容有误:任务须属于该计划、各列一次、耗时不为负", "a batch names duties of its own plan, each once, with minutes of zero or more", OwnRule);

    /// <summary>OB-007</summary>
    public static Rule WrongYear { get; } = new("OB-007", Severity.Error, "计划年度与责任清单年度不符", "the plan belongs to another year's book", OwnRule);

    /// <summary>OB-010</summary>
    public static Rule NoReference { get; } = new("OB-010", Severity.Error, "佐证须指明出处;文件须为 64 位十六进制 SHA-256", "evidence names where it stands; a file is named by the 64 hexadecimal digits of its SHA-256", OwnRule);

    /// <summary>OB-011</summary>
    public static Rule EvidenceAhead { get; } = new("OB-011", Severity.Error, "佐证所证之事不能发生在今后", "evidence is of what has been done, not of what lies ahead", OwnRule);

    /// <summary>OB-012</summary>
    public static Rule ValueMissing { get; } = new("OB-012", Severity.Error, "该任务按数量或比率衡量,佐证须有数字(比率为 0 至 1)", "the measure is a number or a share from 0 to 1; the evidence must give it", OwnRule);

    /// <summary>OB-013</summary>
    public static Rule UnknownOccurrence { get; } = new("OB-013", Severity.Error, "事件触发的任务,佐证须指明所对应的事件", "evidence of a duty set off by events names the event it answers", OwnRule);

    /// <summary>OB-014</summary>
    public static Rule EvidenceTwice { get; } = new("OB-014", Severity.Error, "同一佐证已经报过", "this evidence has been given already", OwnRule);

    /// <summary>OB-015</summary>
    public static Rule UnknownEvidence { get; } = new("OB-015", Severity.Error, "没有这件待审的佐证", "there is no such evidence to review", OwnRule);

    /// <summary>OB-016</summary>
    public static Rule OwnReview { get; } = new("OB-016", Severity.Error, "报送人不得审核自己报送的佐证", "whoever gave evidence cannot review it", OwnRule);

    /// <summary>OB-017</summary>
    public static Rule NotToBeClosed { get; } = new("OB-017", Severity.Error, "尚未完成,或佐证尚未认可,不能销号", "it is not done yet, or evidence that counts has not been accepted, so it cannot be closed", OwnRule);

    /// <summary>OB-018</summary>
    public static Rule BadException { get; } = new("OB-018", Severity.Error, "例外须有理由和不早于今日、不晚于任务截止年末的终止日", "an exception needs a reason and a last day from today to the end of the duty", OwnRule);

    /// <summary>OB-019</summary>
    public static Rule IntervalStated { get; } = new("OB-019", Severity.Error, "只有未写明周期的任务可以自定周期,自定周期须明确且不长于一年", "only a clause that states no interval lets the unit set one, and the one set must be definite", Regulation26);

    /// <summary>OB-020</summary>
    public static Rule NoClock { get; } = new("OB-020", Severity.Error, "该任务不由事件触发", "no event sets this duty going", OwnRule);

    /// <summary>OB-021</summary>
    public static Rule OccurrenceAhead { get; } = new("OB-021", Severity.Error, "触发事件须写明,且不能在今后", "an event is named and does not lie ahead", OwnRule);

    /// <summary>OB-022</summary>
    public static Rule PlanUnknown { get; } = new("OB-022", Severity.Error, "本单位没有收到这份计划", "this unit has not received that plan", OwnRule);

    /// <summary>OB-023</summary>
    public static Rule NoFigure { get; } = new("OB-023", Severity.Error, "所指报告尚未签发,或没有该单元格的数字", "the report named is not sealed, or its cell holds no figure", OwnRule);

    /// <summary>OB-024</summary>
    public static Rule EvidenceNotFound { get; } = new("OB-024", Severity.Error, "系统中没有所指的佐证", "the system has nothing that the reference names", OwnRule);

    /// <summary>OB-101</summary>
    public static Rule NumberHeld { get; } = new("OB-101", Severity.Error, "所要数字系统已有,不得要求重复填报;可注明出处由系统带入", "the system holds this number: it must not be asked for again; name its source and it is filled in", LessForms);

    /// <summary>OB-102</summary>
    public static Rule UnknownSource { get; } = new("OB-102", Severity.Error, "所注出处不存在,无法带入", "the source named does not exist, so nothing can be filled in", OwnRule);

    /// <summary>OB-103</summary>
    public static Rule NoEstimate { get; } = new("OB-103", Severity.Error, "交办下级须估计每次耗时(1 至 10000 分钟)", "what is asked of lower units carries an estimate of 1 to 10000 minutes", LessForms);

    /// <summary>OB-201</summary>
    public static Rule WeightTooLow { get; } = new("OB-201", Severity.Error, "政务公开在考核中的分值权重不得低于 4%", "disclosure work weighs at least 4% in an appraisal", Weight4);

    /// <summary>OB-202</summary>
    public static Rule WeightsDiffer { get; } = new("OB-202", Severity.Error, "各项满分之和应为 100", "the points of all items must add up to 100", OwnRule);

    /// <summary>OB-203</summary>
    public static Rule BadItem { get; } = new("OB-203", Severity.Error, "考核项须有名称,满分与每次扣分不为负,名称不重复", "an item has a name of its own, and points of zero or more", OwnRule);

    /// <summary>OB-204</summary>
    public static Rule FormulaLate { get; } = new("OB-204", Severity.Warning, "考核办法应在考核年度开始前公布", "a formula is announced before the year that it judges", OwnRule);

    /// <summary>OB-205</summary>
    public static Rule NoFormulaBasis { get; } = new("OB-205", Severity.Error, "考核办法须有名称和依据", "a formula has a title, and a notice that it rests on", OwnRule);

    /// <summary>OB-206</summary>
    public static Rule NoFormula { get; } = new("OB-206", Severity.Error, "本单位没有公布该年度的考核办法", "the unit has set no formula for that year", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        UnknownDuty, DutyWithdrawn, DutyIsClosed, NoReason, WrongIssuer, BadBatch, WrongYear, NoReference, EvidenceAhead, ValueMissing, UnknownOccurrence, EvidenceTwice,
        UnknownEvidence, OwnReview, NotToBeClosed, BadException, IntervalStated, NoClock, OccurrenceAhead, PlanUnknown, NoFigure, EvidenceNotFound, NumberHeld, UnknownSource, NoEstimate,
        WeightTooLow, WeightsDiffer, BadItem, FormulaLate, NoFormulaBasis, NoFormula,
    ];
}
