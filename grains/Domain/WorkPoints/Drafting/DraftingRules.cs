using Federation.Domain.Findings;

namespace Federation.Domain.WorkPoints.Drafting;

/// <summary>WP-4xx: what was decided, or left to the officer, when a notice that was read became the draft of a plan. None of them blocks.</summary>
public static class DraftingRules
{
    private const string Own = "本系统工作要点规则";

    /// <summary>WP-401</summary>
    public static Rule NoMeasureRead { get; } = Of("WP-401", "未读出可衡量的要求,暂记为一次性、未写期限,请补期限或指标", "no measure was read: kept as once without a date; give it a date or a figure");

    /// <summary>WP-402</summary>
    public static Rule WholeDate { get; } = Of("WP-402", "本条未写期限,按通知对全部任务所写的期限", "no date of its own: the date that the notice sets for all of it");

    /// <summary>WP-403</summary>
    public static Rule Unread { get; } = Of("WP-403", "似为义务的句子未能量化,只在原文中保留", "a sentence that binds was not understood; it stands in the text alone");

    /// <summary>WP-404</summary>
    public static Rule Register { get; } = Of("WP-404", "通知要求的清单、目录或台账,未单列为要求", "a list that the notice wants is not a measure of its own");

    /// <summary>WP-405</summary>
    public static Rule Doubtful { get; } = Of("WP-405", "把握不大的识别结果,请核对原文", "read with little confidence: compare the text");

    /// <summary>WP-406</summary>
    public static Rule Merged { get; } = Of("WP-406", "同一句里的几项要求合为一项", "measures of one sentence are taken as one");

    /// <summary>WP-407</summary>
    public static Rule RatioYearly { get; } = Of("WP-407", "比率未写考核周期,暂按年", "a share without a period: held against its bound once a year for now");

    /// <summary>WP-408</summary>
    public static Rule NoEvent { get; } = Of("WP-408", "时限未写从何时起算,请补触发事件", "a limit without its event: say what sets the clock going");

    /// <summary>WP-409</summary>
    public static Rule ScopeTaken { get; } = Of("WP-409", "统称已作为本条的接收范围", "a phrase for a set became the receivers of the clause");

    /// <summary>WP-410</summary>
    public static Rule GeneralReceivers { get; } = Of("WP-410", "本条点名的单位都没有对应到下级单位,暂发全文的接收单位", "none of the bodies named is a unit below: the receivers of the whole plan for now");

    /// <summary>WP-411</summary>
    public static Rule AddresseesTaken { get; } = Of("WP-411", "接收单位按主送机关确定", "receivers follow the addressees");

    /// <summary>WP-412</summary>
    public static Rule AddresseesOpen { get; } = Of("WP-412", "主送机关未能对应到下级单位,请选定接收单位", "addressees are not understood: choose the receivers");

    /// <summary>WP-413</summary>
    public static Rule Moved { get; } = Of("WP-413", "以往年通知为样,日期整年顺延", "a notice of another year is the pattern: the date is moved by whole years");

    /// <summary>WP-414</summary>
    public static Rule OtherYear { get; } = Of("WP-414", "通知的年度与要点的年度不同", "the notice is of another year than the plan");

    /// <summary>WP-415</summary>
    public static Rule NoUnitHere { get; } = Of("WP-415", "按以前的选择,本辖区没有这个单位", "chosen before: there is no such unit here");

    /// <summary>WP-416</summary>
    public static Rule ActorOpen { get; } = Of("WP-416", "句中承担义务的主体未对应到单位,未列为责任单位", "a body bound inside a sentence is no unit known here and was not taken as responsible");

    /// <summary>WP-417</summary>
    public static Rule LeftOut { get; } = Of("WP-417", "条目中未读出义务,未列入草稿", "no duty was read in an item: it is not in the draft");

    /// <summary>WP-418</summary>
    public static Rule ClauseRenamed { get; } = Of("WP-418", "通知中条号重复,已加序号区别", "the notice uses a number twice: one was marked");

    /// <summary>WP-419</summary>
    public static Rule IssuerItself { get; } = Of("WP-419", "点名的是发文单位自己,发文单位不是自己的接收单位", "the issuer itself is named; it does not receive its own plan");

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        NoMeasureRead, WholeDate, Unread, Register, Doubtful, Merged, RatioYearly, NoEvent, ScopeTaken, GeneralReceivers, AddresseesTaken, AddresseesOpen, Moved, OtherYear, NoUnitHere,
        ActorOpen, LeftOut, ClauseRenamed, IssuerItself,
    ];

    private static Rule Of(string code, string title, string titleEn) => new(code, Severity.Warning, title, titleEn, Own);
}
