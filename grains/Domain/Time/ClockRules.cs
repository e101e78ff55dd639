using Federation.Domain.Findings;

namespace Federation.Domain.Time;

/// <summary>CA-1xx: rules of the legal clock of a disclosure application.</summary>
public static class ClockRules
{
    private const string OwnRule = "本系统规则";
    private const string Regulation = "《中华人民共和国政府信息公开条例》(国令第711号)";

    /// <summary>CA-101</summary>
    public static Rule Closed { get; } = new("CA-101", Severity.Error, "该申请已经办结,期限不再变动", "the application is closed: its clock moves no more", OwnRule);

    /// <summary>CA-102</summary>
    public static Rule WrongOrder { get; } = new("CA-102", Severity.Error, "日期不得早于前一步骤,也不得晚于今日", "the day is before the step that went before, or after today", OwnRule);

    /// <summary>CA-103</summary>
    public static Rule CorrectionOnce { get; } = new("CA-103", Severity.Error, "补正只能一次性告知", "a correction is asked for once only", Regulation + "第三十条");

    /// <summary>CA-104</summary>
    public static Rule CorrectionLate { get; } = new(
        "CA-104", Severity.Error, "补正告知应当自收到申请之日起7个工作日内作出", "a correction is asked for within 7 working days of receipt", Regulation + "第三十条");

    /// <summary>CA-105</summary>
    public static Rule NoCorrectionAsked { get; } = new("CA-105", Severity.Error, "没有等待中的补正", "no correction is awaited", Regulation + "第三十条");

    /// <summary>CA-106</summary>
    public static Rule AwaitsCorrection { get; } = new(
        "CA-106", Severity.Error, "等待补正期间不计答复期限,不能办理此步骤", "while a correction is awaited no reply clock runs and this step cannot be taken", Regulation + "第三十条");

    /// <summary>CA-107</summary>
    public static Rule PeriodNotOver { get; } = new("CA-107", Severity.Error, "补正期限还没有届满", "the period for the correction is not over", Regulation + "第三十条");

    /// <summary>CA-108</summary>
    public static Rule ExtensionOnce { get; } = new("CA-108", Severity.Error, "答复期限只能延长一次", "the limit is extended once only", Regulation + "第三十三条第二款");

    /// <summary>CA-109</summary>
    public static Rule ExtensionTooLong { get; } = new("CA-109", Severity.Error, "延长的期限最长不得超过20个工作日", "an extension is 1 to 20 working days", Regulation + "第三十三条第二款");

    /// <summary>CA-110</summary>
    public static Rule ExtensionLate { get; } = new("CA-110", Severity.Error, "答复期限已过,不能再延长", "the limit has passed: it can be extended no more", Regulation + "第三十三条第二款");

    /// <summary>CA-111</summary>
    public static Rule NotApproved { get; } = new(
        "CA-111", Severity.Error, "延长须经工作机构负责人同意,写明批准人并告知申请人", "an extension needs the approval of the head of the disclosure office, named, and the applicant told", Regulation + "第三十三条第二款");

    /// <summary>CA-112</summary>
    public static Rule NoSuchOpinion { get; } = new("CA-112", Severity.Error, "没有这项等待中的意见", "no such opinion is awaited", Regulation + "第三十二条、第三十四条");

    /// <summary>CA-113</summary>
    public static Rule NotOpened { get; } = new("CA-113", Severity.Error, "没有登记这份申请", "the application is not registered", OwnRule);

    /// <summary>CA-114</summary>
    public static Rule OpenedBefore { get; } = new("CA-114", Severity.Error, "这份申请已经登记", "the application is registered already", OwnRule);

    /// <summary>CA-115</summary>
    public static Rule BadPeriod { get; } = new("CA-115", Severity.Error, "补正期限应在告知之后", "the period for the correction ends after the notice", Regulation + "第三十条");

    /// <summary>CA-116</summary>
    public static Rule BadNumber { get; } = new(
        "CA-116", Severity.Error, "登记号应为 1 至 40 位字母、数字和连字符", "a registration number is 1 to 40 letters, digits and hyphens", OwnRule);

    /// <summary>CA-117</summary>
    public static Rule UnknownStep { get; } = new("CA-117", Severity.Error, "步骤不认识,或缺少它需要的内容", "the step is not known, or lacks what it needs", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Closed, WrongOrder, CorrectionOnce, CorrectionLate, NoCorrectionAsked, AwaitsCorrection, PeriodNotOver, ExtensionOnce, ExtensionTooLong, ExtensionLate, NotApproved,
        NoSuchOpinion, NotOpened, OpenedBefore, BadPeriod, BadNumber, UnknownStep,
    ];
}
