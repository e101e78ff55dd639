using Federation.Domain.Findings;

namespace Federation.Domain.Reports;

/// <summary>AR: rules of reports. 0xx judge figures, 1xx judge acts.</summary>
public static class ReportRules
{
    internal const string Format = "国办公开办函〔2021〕30号";
    private const string Regulation49 = "《政府信息公开条例》第四十九条、第五十条";
    private const string OwnRule = "本系统规则";

    /// <summary>AR-001: identity I1.</summary>
    public static Rule ColumnBalance { get; } = new(
        "AR-001", Severity.Error, "第一项加第二项之和,应等于第三项加第四项之和", "received + carried in must equal handled + carried out", Format + "(表三表头勾稽关系)");

    /// <summary>AR-002: identities I2, I3, I4.</summary>
    public static Rule WrongSum { get; } = new("AR-002", Severity.Error, "合计与各分项之和不符", "a total differs from the sum of its parts", Format + "(表式)");

    /// <summary>AR-003: a balance that a form of our own sets.</summary>
    public static Rule SidesDiffer { get; } = new("AR-003", Severity.Error, "表中应当相等的两组数字不相等", "two groups of figures of the form that must be equal are not", OwnRule);

    /// <summary>AR-010: identity I11.</summary>
    public static Rule Negative { get; } = new("AR-010", Severity.Error, "数字不得为负", "a figure must not be negative", Format);

    /// <summary>AR-011: identity I11; blank is not zero.</summary>
    public static Rule CellMissing { get; } = new("AR-011", Severity.Error, "单元格未填(空白不等于 0;没有请填“无”)", "the cell is not filled in (blank is not zero; declare it nil)", Format);

    /// <summary>AR-012</summary>
    public static Rule UnknownCell { get; } = new("AR-012", Severity.Error, "表中没有这个单元格", "the form has no such cell", Format);

    /// <summary>AR-013</summary>
    public static Rule WrongKind { get; } = new("AR-013", Severity.Error, "件数与金额填错了位置", "a count stands where an amount belongs, or the other way round", Format);

    /// <summary>AR-014</summary>
    public static Rule BadAmount { get; } = new("AR-014", Severity.Error, "金额应为十进制数,单位万元,至多六位小数", "an amount is a decimal number in 万元 with at most six places", Format);

    /// <summary>AR-015</summary>
    public static Rule TooLarge { get; } = new("AR-015", Severity.Error, "数字大得不可能", "the figure is impossibly large", OwnRule);

    /// <summary>AR-016</summary>
    public static Rule CellTwice { get; } = new("AR-016", Severity.Error, "同一单元格填了两次", "one cell is given twice", OwnRule);

    /// <summary>AR-017</summary>
    public static Rule NotDueYet { get; } = new("AR-017", Severity.Error, "本期不要求填报的单元格填了数字", "a figure stands in a cell that is not asked for in this period", OwnRule);

    /// <summary>AR-018</summary>
    public static Rule BadCount { get; } = new("AR-018", Severity.Error, "应为整数、“无”或“/”", "write a whole number, 无 or /", Format);

    /// <summary>AR-020: identity I10.</summary>
    public static Rule NoRuleMaking { get; } = new(
        "AR-020", Severity.Warning, "县级以下机关没有规章制定权,规章一行通常为 0", "a county or township makes no rules (规章); the row is usually 0", "《立法法》第九十三条");

    /// <summary>AR-021: identity I9.</summary>
    public static Rule FeeNotice { get; } = new(
        "AR-021", Severity.Warning, "有逾期未缴费的申请,应在第六部分说明信息处理费收取情况", "applications closed for unpaid fees: section six should report the fees", "国办函〔2020〕109号");

    /// <summary>AR-030: identity I5.</summary>
    public static Rule CarriedInDiffers { get; } = new(
        "AR-030", Severity.Error, "上期结转数应等于上一期报告的结转下期数", "carried in must equal what the report of the period before carried out", Format + "(表三:上年结转、结转下年度)") { Explainable = true };

    /// <summary>AR-031: identity I6.</summary>
    public static Rule StockDiffers { get; } = new(
        "AR-031", Severity.Error, "现行有效件数应等于上年现行有效件数加本年制发、减本年废止", "in force must equal last year's in force, plus issued, less repealed", Format + "(表二:制发、废止、现行有效)") { Explainable = true };

    /// <summary>AR-032: form of 2019 only; the list of items may have been restated between the years, so it blocks nothing.</summary>
    public static Rule ItemsDiffer { get; } = new(
        "AR-032", Severity.Warning, "上一年项目数量应等于上年报告的上一年项目数量加本年增/减", "last year's number of items must equal the number and the change in last year's report", Form2019.Notice + "(表二:上一年项目数量、本年增/减)");

    /// <summary>AR-033</summary>
    public static Rule DispositionIncomplete { get; } = new("AR-033", Severity.Error, "处置须写明理由,说明差错的还须附依据", "a disposition needs a reason, and for an error evidence", OwnRule);

    /// <summary>AR-034</summary>
    public static Rule NotExplainable { get; } = new("AR-034", Severity.Error, "这类差错须更正,不能以说明代替", "this error is to be mended, not explained", OwnRule);

    /// <summary>AR-035</summary>
    public static Rule UnknownRule { get; } = new("AR-035", Severity.Error, "处置所指的规则不存在", "the disposition names no known rule", OwnRule);

    /// <summary>AR-040</summary>
    public static Rule RegisterDiffers { get; } = new("AR-040", Severity.Error, "表三数字与依申请公开台账不一致", "table three differs from the applications ledger", "《政府信息公开条例》第四十五条、第五十条") { Explainable = true };

    /// <summary>AR-070</summary>
    public static Rule UnlikeHistory { get; } = new("AR-070", Severity.Warning, "数字与上年相比变化悬殊", "a figure is far from last year's", OwnRule);

    /// <summary>AR-071</summary>
    public static Rule UnlikePeers { get; } = new("AR-071", Severity.Warning, "数字与同级单位相比悬殊", "a figure is far from those of peers", OwnRule);

    /// <summary>AR-080: identity I12.</summary>
    public static Rule WholeDiffers { get; } = new("AR-080", Severity.Error, "全辖区数应等于本级、部门、下级三部分之和", "the whole report must equal own office + agencies + child territories", Format + "(逐级汇总)");

    /// <summary>AR-081</summary>
    public static Rule WholeIncomplete { get; } = new("AR-081", Severity.Warning, "全辖区尚有单位未报", "bodies of the territory are missing", Regulation49);

    /// <summary>AR-101</summary>
    public static Rule PeriodNotOpen { get; } = new("AR-101", Severity.Error, "该报告期未开启", "the period is not open", Regulation49);

    /// <summary>AR-102</summary>
    public static Rule NotExpected { get; } = new("AR-102", Severity.Error, "该单位不在本期应报名单内", "the unit is not on the list of this period", Regulation49);

    /// <summary>AR-103</summary>
    public static Rule WrongForm { get; } = new("AR-103", Severity.Error, "表式版本与报告期不符", "the form is not the one of the period", Format);

    /// <summary>AR-104</summary>
    public static Rule StaleVersion { get; } = new("AR-104", Severity.Error, "所依据的版本不是最新版本", "the version given is not the current one", OwnRule);

    /// <summary>AR-105</summary>
    public static Rule AlreadyAccepted { get; } = new("AR-105", Severity.Error, "报告已审定,改动须走更正程序", "the report has been accepted; a change is a correction", OwnRule);

    /// <summary>AR-106</summary>
    public static Rule NothingFiled { get; } = new("AR-106", Severity.Error, "没有待审核的报告", "there is no filing to review", OwnRule);

    /// <summary>AR-107</summary>
    public static Rule NoReason { get; } = new("AR-107", Severity.Error, "退回须写明理由", "a return needs a reason", OwnRule);

    /// <summary>AR-108</summary>
    public static Rule OwnReview { get; } = new("AR-108", Severity.Error, "报送人不得审核自己报送的报告", "the author cannot review the own filing", OwnRule);

    /// <summary>AR-109</summary>
    public static Rule PeriodTooEarly { get; } = new("AR-109", Severity.Error, "没有适用于该年度的表式,或年度尚未结束", "no form is known for that year, or the year has not ended", Format);

    /// <summary>AR-110</summary>
    public static Rule RequestIdReused { get; } = new("AR-110", Severity.Error, "请求编号已用于另一次操作", "the request id was used for another act", OwnRule);

    /// <summary>AR-111</summary>
    public static Rule BadPeriod { get; } = new("AR-111", Severity.Error, "报告期写法不对,应为 annual-年份、quarter-年份-季度 或 special-年份-名称", "a period is written annual-YYYY, quarter-YYYY-Q or special-YYYY-name", OwnRule);

    /// <summary>AR-112</summary>
    public static Rule UnknownForm { get; } = new("AR-112", Severity.Error, "没有这个表式", "there is no such form", OwnRule);

    /// <summary>AR-113</summary>
    public static Rule NothingSubmitted { get; } = new("AR-113", Severity.Error, "没有待签发的报告", "there is nothing to approve", OwnRule);

    /// <summary>AR-114</summary>
    public static Rule EditConflict { get; } = new("AR-114", Severity.Error, "该处已由他人改动,请看过双方的内容再改", "somebody else has changed this place meanwhile", OwnRule);

    /// <summary>AR-115: whoever answers for the figures is not whoever wrote them down.</summary>
    public static Rule OwnApproval { get; } = new("AR-115", Severity.Error, "填报人不得签发自己填报的报告", "the author cannot approve the own report", "国办公开办函〔2021〕30号(明确责任)");

    /// <summary>AR-116</summary>
    public static Rule NoCorrectionReason { get; } = new("AR-116", Severity.Error, "报告已审定,更正须写明理由", "an accepted report is changed only with a reason", OwnRule);

    /// <summary>AR-117</summary>
    public static Rule NotAccepted { get; } = new("AR-117", Severity.Error, "报告尚未经上级审定,不能登记发布", "the report has not been accepted, so it cannot be published", OwnRule);

    /// <summary>AR-118</summary>
    public static Rule NoPlace { get; } = new("AR-118", Severity.Error, "登记发布须写明发布位置", "a publication needs the place where it stands", "《政府信息公开条例》第四十九条");

    /// <summary>AR-119</summary>
    public static Rule BadException { get; } = new("AR-119", Severity.Error, "例外须有理由和不早于今日的截止日", "an exception needs a reason and a last day not before today", OwnRule);

    /// <summary>AR-120</summary>
    public static Rule Locked { get; } = new("AR-120", Severity.Error, "已过锁定日,须经上级批准例外才能报送", "the period is locked for this unit; the superior may grant an exception", OwnRule);

    /// <summary>AR-121</summary>
    public static Rule AlreadyFiled { get; } = new("AR-121", Severity.Error, "该单位已报,无须催报", "the unit has filed; there is nothing to ask for", OwnRule);

    /// <summary>AR-122</summary>
    public static Rule BadPublication { get; } = new("AR-122", Severity.Error, "发布日期不能晚于今日", "the day of publication lies ahead", OwnRule);

    /// <summary>AR-123</summary>
    public static Rule NoTerritory { get; } = new("AR-123", Severity.Error, "部门没有全辖区报告", "an agency has no territory to report on", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        ColumnBalance, WrongSum, SidesDiffer, Negative, CellMissing, UnknownCell, WrongKind, BadAmount, TooLarge, CellTwice, NotDueYet, BadCount, NoRuleMaking, FeeNotice,
        CarriedInDiffers, StockDiffers, ItemsDiffer, DispositionIncomplete, NotExplainable, UnknownRule, RegisterDiffers, UnlikeHistory, UnlikePeers, WholeDiffers, WholeIncomplete,
        PeriodNotOpen, NotExpected, WrongForm, StaleVersion, AlreadyAccepted, NothingFiled, NoReason, OwnReview, PeriodTooEarly, RequestIdReused, BadPeriod, UnknownForm,
        NothingSubmitted, EditConflict, OwnApproval, NoCorrectionReason, NotAccepted, NoPlace, BadException, Locked, AlreadyFiled, BadPublication, NoTerritory,
    ];
}
