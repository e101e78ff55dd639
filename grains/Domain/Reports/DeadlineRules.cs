using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>DL: rules of due dates, their layers and of who is on the list.</summary>
public static class DeadlineRules
{
    private const string Article49 = "《政府信息公开条例》第四十九条";
    private const string OwnRule = "本系统规则";

    /// <summary>DL-001</summary>
    public static Rule LaterThanLaw { get; } = new("DL-001", Severity.Error, "地方时限不得晚于法定时限", "a local date must not be later than the law's", Article49);

    /// <summary>DL-002</summary>
    public static Rule LocksBeforeDue { get; } = new("DL-002", Severity.Error, "截止受理日早于时限", "filings are locked before they are due", OwnRule);

    /// <summary>DL-003</summary>
    public static Rule LocksLater { get; } = new("DL-003", Severity.Error, "地方截止受理日不得晚于本期截止受理日", "a local lock must not be later than the period's", OwnRule);

    /// <summary>DL-004</summary>
    public static Rule NoNotice { get; } = new("DL-004", Severity.Error, "提前时限须写明所依据的通知", "an earlier date needs the notice that sets it", OwnRule);

    /// <summary>DL-005</summary>
    public static Rule PastDate { get; } = new("DL-005", Severity.Error, "提前后的时限已过,不能溯及既往", "an earlier date must not be past when it is set", OwnRule);

    /// <summary>DL-006</summary>
    public static Rule BadLine { get; } = new("DL-006", Severity.Error, "时限行的列数或格式不对", "a line of local dates has the wrong number or form of fields", OwnRule);

    /// <summary>DL-007</summary>
    public static Rule NoReason { get; } = new("DL-007", Severity.Error, "变更应报名单须写明理由", "a change of the list needs a reason", OwnRule);

    /// <summary>DL-008</summary>
    public static Rule OwnUnit { get; } = new("DL-008", Severity.Error, "不得变更本单位的应报义务,须由上级决定", "nobody changes the duty of the own unit; a superior decides", OwnRule);

    /// <summary>DL-009</summary>
    public static Rule HasFiled { get; } = new("DL-009", Severity.Error, "该单位已有报送,不得免报", "the unit has filed and cannot be excused", OwnRule);

    /// <summary>DL-010</summary>
    public static Rule NoPlace { get; } = new(
        "DL-010", Severity.Error, "上级不在名单内,或名单中上级之下原无单位,不能增列", "its superior is not on the list, or had nothing below it there, so it cannot be added", OwnRule);

    /// <summary>DL-011</summary>
    public static Rule NotOnList { get; } = new("DL-011", Severity.Error, "该单位不在本期名单内", "the unit is not on the list of this period", OwnRule);

    /// <summary>DL-012</summary>
    public static Rule BadOpening { get; } = new(
        "DL-012", Severity.Error, "表式或时限与报告期种类不符", "the form or the due date does not fit the kind of period", Article49);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [LaterThanLaw, LocksBeforeDue, LocksLater, NoNotice, PastDate, BadLine, NoReason, OwnUnit, HasFiled, NoPlace, NotOnList, BadOpening];
}
