using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Documents.Layouts;

namespace Federation.Web.Text;

/// <summary>中文</summary>
internal sealed class ChineseWords : Words
{
    public override string Code => "zh-CN";
    public override string Lang => "zh-CN";
    public override Words Other => English;

    public override string LanguageName => "中文";
    public override string SiteName => "政务公开协同平台";
    public override string SkipToMain => "跳到正文";
    public override string Trail => "所在位置";
    public override string FooterNote => "数字来自各单位报送的报告,逐级汇总;每个数字都可以查到其组成部分。";
    public override string ToStart => "返回首页";
    public override string NotFound => "没有找到这一页";
    public override string NotFoundLead => "地址中的单位、报告期或单元格不存在:";
    public override string Unavailable => "暂时无法读取";
    public override string UnavailableLead => "系统暂时没有应答,数据没有丢失。请稍后刷新页面。";
    public override string NoPeriod => "尚未开启报告期";
    public override string NoPeriodLead => "报告期开启后,这里显示各单位的报送情况。";

    public override string Coverage => "报送情况";
    public override string ReportDocument => "年度报告";
    public override string TotalTables => "汇总表";
    public override string MissingList => "未报名单";
    public override string Expected => "应报";
    public override string Filed => "已报";
    public override string Missing => "未报(含退回)";
    public override string Late => "迟报";
    public override string Returned => "已退回";
    public override string Accepted => "已审定";
    public override string UnitColumn => "单位";
    public override string Sum => "合计";
    public override string OwnFiling => "本机关";
    public override string Of(Finding finding) => finding.Text;
    public override string Of(HeadlineFigure headline) => headline.Label;
    public override string Of(FormCell cell) => cell.Label;
    public override string Unit(CellKind kind) => kind == CellKind.Amount ? "万元" : "件";
    public override string Period(PeriodId period) => period.InChinese;

    public override string ReportsOf(PeriodId period) => $"{period.InChinese}报告";

    public override string CoverageOf(string name, PeriodId period) => $"{name} {period.InChinese}报告报送情况";
    public override string Periods => "报告期";
    public override string Now => "当前进度";
    public override string AsAt(string time) => $"数据时间 {time}";
    public override string UpdatedAt(string time) => $"更新于 {time}";
    public override string ConnectionLost => "连接中断,正在重新连接";
    public override string NothingBelow => "该单位之下没有报送单位。";
    public override string ChildrenCaption => "各组成单位报送情况";
    public override string FiledOfExpected => "已报 / 应报";
    public override string SortBy(string column) => $"按“{column}”排序";

    public override string MissingIn(string name, PeriodId period) => $"{name} {period.InChinese}报告未报名单";
    public override string NoneMissing => "全部单位均已报送。";
    public override string MissingRange(int first, int last, long total) => $"第 {first}–{last} 个,共 {total} 个";
    public override string Order => "序号";
    public override string PathColumn => "上级";
    public override string CodeColumn => "代码";
    public override string Due => "报送期限";
    public override string State => "状态";
    public override string ReturnedMark => "已退回,待重报";
    public override string Overdue => "逾期未报";
    public override string NotFiledYet => "尚未报送";
    public override string FirstPage => "首页";
    public override string NextPage => "下一页";

    public override string TotalOf(string name, PeriodId period) => $"{name} {period.InChinese}报告汇总表";
    public override string CellsLead => "点击任一数字,查看它由哪些单位的数字相加而成。";
    public override string Section(TableLayout table) => $"{table.Section}、{table.Title.Zh}";
    public override string TableCaption(TableLayout table) => table.HasAmounts ? "单位:件(金额:万元)" : "单位:件";
    public override string Included(long filed, long expected) => $"应报 {expected} 个,已纳入 {filed} 个";
    public override string SeeMissing(long count) => $"未纳入 {count} 个";
    public override string Newest(string? moment) => moment is null ? "尚无报送" : $"最近一次报送 {moment}";
    public override string SumOf(int terms) => $"本格由表内 {terms} 格相加";
    public override string NoParts => "尚无单位报送。";
    public override string PartsCaption => "组成部分";
    public override string KindOfPart => "性质";
    public override string FilingPart => "单位报送";
    public override string ChildTotal => "下级汇总";
    public override string Value => "数值";
    public override string Share => "占比";
    public override string Version => "版本";
    public override string Signer => "签发人";
    public override string Hash => "内容摘要";
    public override string Moment => "时间";
}
