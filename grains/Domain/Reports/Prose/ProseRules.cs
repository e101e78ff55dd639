using Federation.Domain.Findings;

namespace Federation.Domain.Reports.Prose;

/// <summary>
/// AR-05x and AR-06x: prose against tables, and prose against itself. All are warnings, also what cannot be (a rate above 100%): the figures
/// that travel upward are those of the tables, and a sentence may lawfully speak of another quantity than the reader thinks.
/// </summary>
public static class ProseRules
{
    private const string Format = "国办公开办函〔2021〕30号";
    private const string Section1 = Format + "(一、总体情况)";
    private const string Accuracy = Format + "(明确责任：内容不准确不全面)";
    private const string OwnRule = "本系统规则";

    /// <summary>AR-050: identity I7. 收到, 受理, 新收, 收办, 办理 are complained of only when no reading of them fits.</summary>
    public static Rule Applications { get; } = Warning("AR-050", "文字中的申请收、转、办数字应与表三一致", "applications received, carried or handled in the prose must agree with table three", Format + "(表三)");

    /// <summary>AR-051: identity I7, outcomes and their groups.</summary>
    public static Rule Outcomes { get; } = Warning("AR-051", "文字中的办理结果数字应与表三一致", "outcomes in the prose must agree with table three", Format + "(表三)");

    /// <summary>AR-052: identity I7, kinds of applicants.</summary>
    public static Rule Applicants { get; } = Warning("AR-052", "文字中的申请人情况应与表三一致", "kinds of applicants in the prose must agree with table three", Format + "(表三)");

    /// <summary>AR-053: identity I8.</summary>
    public static Rule Cases { get; } = Warning("AR-053", "文字中的行政复议、行政诉讼数字应与表四一致", "reviews and suits in the prose must agree with table four", Format + "(表四)");

    /// <summary>AR-054: documents issued, repealed, in force; decisions.</summary>
    public static Rule Documents { get; } = Warning("AR-054", "文字中的文件、行政决定数字应与表二一致", "documents and decisions in the prose must agree with table two", Format + "(表二)");

    /// <summary>AR-055: 行政事业性收费, in 元 or 万元.</summary>
    public static Rule Charges { get; } = Warning("AR-055", "文字中的行政事业性收费金额应与表二一致", "charges in the prose must agree with table two", Format + "(表二)");

    /// <summary>AR-056: identity I9.</summary>
    public static Rule ProcessingFee { get; } = Warning("AR-056", "表三有逾期未缴费的申请，文字却称未涉及信息处理费，应说明收费通知情况", "applications were closed for unpaid fees, yet the prose knows of no fee", "国办函〔2020〕109号");

    /// <summary>AR-057: growth against last year's figures or the sentence's own numbers.</summary>
    public static Rule Growth { get; } = Warning("AR-057", "增减数或增减幅度与两年数字不符", "a change or growth rate differs from what the two years give", Accuracy);

    /// <summary>AR-058: 60 of 23 is 261 per cent, but a growth of 161 per cent.</summary>
    public static Rule RatioAsGrowth { get; } = Warning("AR-058", "把本年与上年之比写成了增长幅度", "the ratio of the two years is given as the growth", Accuracy);

    /// <summary>AR-059: parts named as the whole that add to something else.</summary>
    public static Rule Parts { get; } = Warning("AR-059", "句中各分项之和与总数不符", "the parts named in a sentence do not add to its total", Accuracy);

    /// <summary>AR-060: a share printed beside its own numbers.</summary>
    public static Rule Share { get; } = Warning("AR-060", "句中占比与其数字不符", "a share differs from its own numbers", Accuracy);

    /// <summary>AR-061: rates that are parts of a whole.</summary>
    public static Rule RateAboveAll { get; } = Warning("AR-061", "办结率、按时公开率等不会超过 100%", "a rate that is a part of a whole is above 100%", Accuracy);

    /// <summary>AR-062: a sentence of which the number is missing.</summary>
    public static Rule NumberMissing { get; } = Warning("AR-062", "句中缺少数字", "a sentence lacks its number", Accuracy);

    /// <summary>AR-063: the notice of another form is cited.</summary>
    public static Rule WrongNotice { get; } = Warning("AR-063", "引用的格式文件不是本表式所依据的文件", "the notice cited is that of another form", Format);

    /// <summary>AR-064: a document number that does not exist.</summary>
    public static Rule NoticeMisprinted { get; } = Warning("AR-064", "格式文件的文号写错", "the number of the notice is misprinted", Format);

    /// <summary>AR-065: names of sections before 2019.</summary>
    public static Rule OldSections { get; } = Warning("AR-065", "使用了 2019 年以前的章节名称", "section names are those of before 2019", Section1);

    /// <summary>AR-066: the report year is the calendar year.</summary>
    public static Rule Period { get; } = Warning("AR-066", "统计期限应为本年 1 月 1 日至 12 月 31 日", "the period is 1 January to 31 December of the report year", "《政府信息公开条例》第四十九条、第五十条");

    /// <summary>AR-067: 202511日 for 2025年1月1日.</summary>
    public static Rule BrokenDate { get; } = Warning("AR-067", "日期缺少“年”“月”“日”字", "a date has lost its 年, 月 or 日", OwnRule);

    /// <summary>AR-068: a local limit, given as data.</summary>
    public static Rule TooLong { get; } = Warning("AR-068", "总体情况超过当地规定的字数", "section one is longer than the local limit", OwnRule + "(字数由当地通知规定)");

    /// <summary>AR-069: a blank of the draft is still there.</summary>
    public static Rule BlankLeft { get; } = Warning("AR-069", "草稿中的待填处尚未填写", "a blank of the draft was not filled in", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Applications, Outcomes, Applicants, Cases, Documents, Charges, ProcessingFee, Growth, RatioAsGrowth, Parts, Share, RateAboveAll, NumberMissing,
        WrongNotice, NoticeMisprinted, OldSections, Period, BrokenDate, TooLong, BlankLeft,
    ];

    private static Rule Warning(string code, string title, string titleEn, string basis) => new(code, Severity.Warning, title, titleEn, basis);
}
