using System.Globalization;

namespace Federation.Web.Text;

/// <summary>Sentences of the pages about what was published, corrected and counted in time, in both languages side by side.</summary>
internal static class PublicationWords
{
    public static string TrendAlternative(this Words w, IReadOnlyList<string> points) => w.IsEnglish ? string.Join("; ", points) + "." : string.Join(";", points) + "。";

    public static string TrendPoint(this Words w, int year, long? value) => (w.IsEnglish, value) switch
    {
        (true, { } known) => $"{Plain(year)}: {Plain(known)}",
        (true, null) => $"{Plain(year)}: no report",
        (false, { } known) => $"{Plain(year)}年 {Plain(known)}",
        _ => $"{Plain(year)}年 无报告",
    };

    public static string Trends(this Words w) => Say(w, "近五年", "Five years");

    public static string NotYetPublished(this Words w) => Say(w, "报告尚未发布", "Not published yet");

    public static string NotYetPublishedLead(this Words w, string name, string reports, bool signedIn) => signedIn
        ? Say(w, $"{name}({reports})已签发,尚未向社会发布;您无权查阅未发布的报告。", $"{name} ({reports}): the report is sealed and not published yet, and you may not read it before.")
        : Say(w, $"{name}({reports})已签发,尚未向社会发布。有权查阅的工作人员请登录。", $"{name} ({reports}): the report is sealed and not published yet. Staff who may read it please sign in.");

    public static string Corrections(this Words w) => Say(w, "更正清单", "Corrections");

    public static string CorrectionsOf(this Words w, string name, string reports) => Say(w, $"{name} {reports}更正清单", $"{name}: {reports}, corrections");

    public static string ScopeOf(this Words w, bool whole) => whole ? Say(w, "全辖区", "Whole territory") : Say(w, "本机关", "Own office");

    public static string NoCorrections(this Words w) => Say(w, "没有更正。已审定的报告都保持原样。", "There are no corrections: every accepted report stands as it was.");

    public static string CorrectedFrom(this Words w, long before, long after) => Say(w, $"第 {Plain(before)} 版 → 第 {Plain(after)} 版", $"version {Plain(before)} → version {Plain(after)}");

    public static string ReadVersion(this Words w, long version) => Say(w, $"查看第 {Plain(version)} 版", $"Read version {Plain(version)}");

    public static string Reason(this Words w) => Say(w, "理由", "Reason");

    public static string Cell(this Words w) => Say(w, "单元格", "Cell");

    public static string Before(this Words w) => Say(w, "更正前", "Before");

    public static string After(this Words w) => Say(w, "更正后", "After");

    public static string Difference(this Words w) => Say(w, "增减", "Change");

    public static string ChangedCells(this Words w) => Say(w, "变动的单元格", "Cells that changed");

    public static string TextsChanged(this Words w) => Say(w, "数字未变,只改了文字。", "No figure changed, only the prose.");

    public static string SealedBy(this Words w, string moment, string by) => Say(w, $"{moment} 由 {by} 签发", $"sealed {moment} by {by}");

    public static string OnlyFirst(this Words w, int shown, long all) => Say(w, $"只列出前 {Plain(shown)} 个单位,共 {Plain(all)} 个;其余请到下级页面查看。", $"The first {Plain(shown)} units of {Plain(all)} are listed; the rest are on the pages below.");

    public static string Publication(this Words w) => Say(w, "发布情况", "Publication");

    public static string PublicationOf(this Words w, string name, string reports) => Say(w, $"{name} {reports}发布情况", $"{name}: {reports}, publication");

    public static string MustPublish(this Words w) => Say(w, "应发布", "Must publish");

    public static string PublishedInTime(this Words w) => Say(w, "按时发布", "In time");

    public static string PublishedLate(this Words w) => Say(w, "迟发布", "Late");

    public static string Published(this Words w) => Say(w, "已发布", "Published");

    public static string NotPublished(this Words w) => Say(w, "未发布", "Not published");

    public static string NotPublishedOverdue(this Words w) => Say(w, "逾期未发布", "Overdue");

    public static string PublishedOn(this Words w) => Say(w, "发布日期", "Published on");

    public static string Where(this Words w) => Say(w, "发布位置", "Where");

    public static string PublicationByChild(this Words w) => Say(w, "各组成单位发布情况(按时与迟的区分,见各单位页面)", "By unit below (in time or late is told on each unit's page)");

    public static string Corrected(this Words w) => Say(w, "有更正", "Corrected");

    public static string AsOf(this Words w) => Say(w, "查看某日的数", "As it was on");

    public static string AsOfShow(this Words w) => Say(w, "查看", "Show");

    public static string AsOfNow(this Words w) => Say(w, "回到现在", "Back to now");

    public static string AsOfStands(this Words w, string day) => Say(w, $"以下是 {day} 日终时的数,由该日以前的全部记录重新计算。", $"These are the figures at the end of {day}, computed anew from everything recorded until then.");

    public static string AsOfPosition(this Words w, long position) => Say(w, $"依据账本至第 {Plain(position)} 条", $"from the ledger up to position {Plain(position)}");

    public static string MissingHere(this Words w) => Say(w, "未纳入的单位", "Not included");

    public static string AndMore(this Words w, long more) => Say(w, $"等,另有 {Plain(more)} 个", $"and {Plain(more)} more");

    public static string ReadFiling(this Words w) => Say(w, "查看报告", "Read");

    public static string Filing(this Words w) => Say(w, "报告", "Report");

    private static string Say(Words w, string zh, string en) => w.IsEnglish ? en : zh;

    private static string Plain(long value) => value.ToString(CultureInfo.InvariantCulture);
}
