using System.Globalization;
using Federation.Documents;
using Federation.Domain.Reports;
using Federation.Web.Reports;

namespace Federation.Web.Text;

/// <summary>Sentences of the annual report document. It is an official document and is Chinese for every reader.</summary>
internal static class ReportWords
{
    public const string Unit = "单位";
    public const string Code = "代码";
    public const string Span = "统计期间";
    public const string Coverage = "报送情况";
    public const string Charts = "图示";
    public const string Outcomes = "本年度办理结果(件)";
    public const string Applicants = "本年新收申请的申请人(件)";
    public const string Provenance = "数据来源";
    public const string Ways = "版本与格式";
    public const string BackToTotals = "汇总表";
    public const string CorrectionList = "更正清单";
    public const string Corrections = "更正说明";
    public const string EmptySection = "本部分未填写。";
    public const string OwnReport = "本机关报告";
    public const string WholeReport = "全辖区报告";
    public const string WholeLive = "全辖区汇总";
    public const string NotSealed = "全辖区报告尚未签发,以下为系统按已签发的各单位报告实时汇总的统计表,仅供参考。";
    public const string Returned = "该单位的报告已被上级退回,待重报;退回的版本不计入汇总。";
    public const string NotYetPublished = "本报告已签发,尚未登记向社会发布。";
    public const string NewestPublished = "这是最近一次发布的版本;其后的更正尚未发布。";
    public const string OldVersion = "这是历史版本,不是现行版本。";
    public const string NothingFiled = "尚无单位报送,各格以“—”表示,不等于 0。";

    public static string Title(string name, PeriodId period, ReportForm form) => period.Kind == PeriodKind.Annual
        ? $"{name}{Number(period.Year)}年政府信息公开工作年度报告"
        : $"{name}{period.InChinese.Replace(" ", "", StringComparison.Ordinal)}{form.Title}";

    public static string Subtitle(bool whole) => whole ? "统计表(第二、三、四部分),全辖区各级行政机关汇总" : "统计表(第二、三、四部分),本机关";

    public static string SpanOf(PeriodId period) => $"{Day(period.FirstDay)}至{Day(period.LastDay)}";

    private static string Day(DateOnly day) => $"{Number(day.Year)}年{Number(day.Month)}月{Number(day.Day)}日";

    public static string CoverageOf(long filed, long expected) => $"应报 {Number(expected)} 个,已纳入 {Number(filed)} 个";

    public static string Incomplete(long missing) => $"尚有 {Number(missing)} 个单位未纳入,数据不完整。";

    public static string Basis(string notice) => $"表式依据:{notice}";

    public static string GeneratedAt(string moment) => $"生成时间:{moment}(北京时间)";

    public static string Newest(string? moment) => moment is null ? "最近一次报送:无" : $"最近一次报送:{moment}(北京时间)";

    public static string Version(long version) => $"汇总版本:{Number(version)}";

    public static string Parts(int parts) => $"组成部分:{Number(parts)} 个";

    public static string ChartItem(string label, string value) => $"{label} {value}";

    public static string ChartAlternative(IEnumerable<string> items) => string.Join(";", items) + "。";

    public static string VersionLink(long version, string mark) => $"第 {Number(version)} 版{mark}";

    public const string CurrentMark = "(现行)";
    public const string ReturnedMark = "(已退回)";

    public static string PublishedAt(string where, DateOnly on) => $"{Day(on)}发布于 {where}";

    public static string FromParts(long filed, long expected) => $"所辖应报 {Number(expected)} 个,已纳入 {Number(filed)} 个";

    public static string Author(string author) => $"填报人:{author}";

    public static string Section(FormSection section) => $"{section.Number}、{section.Title}";

    public static string Status(ReportDocument report) => $"{report.ScopeText} · {report.Status.State}";

    public static IEnumerable<string> SealOf(DocumentStatus status) => status.SealedAt is { } at
        ? [$"第 {Number(status.Version)} 版,{Numbers.Moment(at)}(北京时间)由 {status.SealedBy} 签发", $"内容摘要(SHA-256):{status.ContentHash}"]
        : [];

    public static string Correction(CorrectionNote note) => $"更正(第 {Number(note.Version)} 版,{Numbers.Moment(note.At)}):{note.Text}";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
