#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Contracts.Catalogs;
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Sources;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Text;

/// <summary>Words of outside sources.</summary>
public sealed partial class DeskWords
{
    public string OutsideSources => Say("外部来源", "Outside sources");
    public string SourcesOf(string name) => Say($"{name}外部来源", $"Outside sources of {name}");
    public string SourcesLead => Say("其他系统(如部门网站)上的清单,按时读取并写入目录。清单须列出全部:不再列出的条目会被删除,超过限度的删除待另一人确认。", "Lists on other systems, such as a website, that are read by schedule into the catalog. A list must name everything: what it no longer names is removed; many removals wait for a second person.");
    public string SourcesEmpty => Say("尚未登记来源。条目目前由起草、导入或接口写入。", "No source is registered. Entries are written, imported or pushed by a system.");
    public string SourcesEmptyMay => Say("登记后,每次读取都会报告哪条记录的哪个字段须由谁改正。", "Once one is, every reading tells who must mend which field of which record.");
    public string SourcesEmptyAsk => Say("来源由本单位签发人或政务公开办负责人登记。", "The approver of the unit, or an officer, registers sources.");
    public string SourceNew => Say("登记来源", "Register a source");
    public string SourceChange(string name) => Say($"修改来源 {name}", $"Change source {name}");
    public string SourceChangeShort => Say("修改设置", "Change");
    public string SourceName => Say("名称", "Name");
    public string SourceNameHint => Say("例如 website。用 1 至 40 个小写字母、数字或连字符,登记后不能改。", "1 to 40 small letters, digits or hyphens, such as website; it stays.");
    public string SourceForm => Say("格式", "Form");
    public string SourceUrl => Say("清单网址", "Address of the list");
    public string SourceUrlHint => Say("http 或 https 公网地址;内网地址须由运维人员允许。", "A public http or https address; the operator must allow others.");
    public string SourceEvery => Say("读取间隔", "Read every");
    public string SourceContact => Say("来源方联系人(负责改正记录)", "Contact at the origin, who mends records");
    public string SourceMapping => Say("字段对应", "Where fields are found");
    public string SourceMappingHint => Say("填来源中的字段名(CSV 为表头,JSON 为成员,层级用点分隔)。多个备选用 | 分隔;= 开头的是固定值,如 =主动公开。", "The name there: heading of a CSV, member of JSON with dots between levels. Alternatives are divided by |; what begins with = is said of every record, such as =proactive.");
    public string SourceOtherFields => Say("其他栏目", "Other fields");
    public string SourceDocument => Say("清单位置与限度", "Places in the document, and limits");
    public string SourceRecords => Say("记录列表的位置(JSON)", "Place of the records (JSON)");
    public string SourceTotal => Say("自报条数的位置", "Place of the number of records");
    public string SourceGenerated => Say("自报生成时间的位置", "Place of the moment it was made");
    public string SourceWait => Say("每次等待(1 至 120 秒)", "Wait for an answer (seconds, 1 to 120)");
    public string SourceMostMegabytes => Say("答复大小(1 至 256 MiB)", "Largest answer (1 to 256 MiB)");
    public string SourceMostRecords => Say("最多记录(1 至 200000)", "Most records (1 to 200000)");
    public string SourceKeep => Say("保存来源", "Keep the source");
    public string SourceState => Say("状态", "State");
    public string SourceLast => Say("最近读取", "Last reading");
    public string SourceNext => Say("下次读取", "Next reading");
    public string SourceNever => Say("尚未读取", "never read");
    public string SourceByHand => Say("手动", "by hand");
    public string SourceOutcome => Say("结果与须改正的问题", "Outcome, and what must be mended");
    public string SourceRun => Say("立即读取", "Read now");
    public string SourceRunOf(string name) => Say($"立即读取 {name}", $"Read {name} now");
    public string SourcePause => Say("暂停", "Pause");
    public string SourceResume => Say("恢复", "Resume");
    public string SourceRemove => Say("移除", "Remove");
    public string SourceActOf(string act, string name) => Say($"{act} {name}", $"{act} {name}");
    public string SourceReason => Say("理由(必填)", "Reason (needed)");
    public string SourcePauseOrRemove => Say("暂停或移除", "Pause or remove");
    public string SourceRemoveOnly => Say("移除来源", "Remove the source");
    public string SourceRemoveHint => Say("移除后条目保留,名称可再用。", "Its entries stay, its name is free again.");
    public string SourcesGone => Say("已移除的来源", "Sources that were removed");
    public string SourceReport(string name) => Say($"来源 {name}:最近读取", $"Source {name}: last reading");
    public string SourceReportShort => Say("读取报告", "Report");
    public string SourceProblems => Say("须改正的记录", "Records to be mended");
    public string SourceProblemsShown(int shown, int all) => all > shown ? Say($"列出前 {shown} 个问题,共 {all} 个", $"The first {shown} of {all} problems") : Say($"{all} 个问题", $"{all} problems");
    public string SourceWhole => Say("整份清单的问题", "What is wrong with the list as a whole");
    public string SourceFine => Say("没有须改正的记录。", "Nothing needs to be mended.");
    public string SourceRecord => Say("记录", "Record");
    public string SourceField => Say("来源字段", "Field there");
    public string SourceMender => Say("谁改正", "Who mends it");
    public string SourceProblem => Say("问题", "Problem");
    public string SourceRecordAsWhole => Say("整条", "the record");
    public string SourceListed => Say("列出", "Listed");
    public string SourceRecorded => Say("写入", "Recorded");
    public string SourceUnchanged => Say("未变", "Unchanged");
    public string SourceRemoved => Say("删除", "Removed");
    public string SourceHeld => Say("删除待确认", "Removals that wait");
    public string SourceRefused => Say("未采用", "Not taken");
    public string SourceUnmodified => Say("来源没有变化。", "The source has not changed.");
    public string SourceReading => Say("正在读取", "being read");
    public string SourceStop(string reason, string by, string at) => Say($"{at} {by} 暂停:{reason}", $"Paused {at} by {by}: {reason}");
    public string SourceFilledFromCatalog => Say("目录", "Catalog");

    public string SourceProgress(SourceProgress at) => at.Of is not { } all
        ? Say("正在取来清单……", "Fetching the list …")
        : Say($"清单已取来,写入目录 {Numbers.Count(at.Done)} / {Numbers.Count(all)}", $"The list is here; {Numbers.Count(at.Done)} of {Numbers.Count(all)} changes are in the catalog");

    public string Reload => Say("刷新", "Reload");

    public string SourceProgressHint => Say("本页每 3 秒自动刷新,也可离开,读取会继续。", "This page reloads every 3 seconds; you may leave it, the reading goes on.");

    public string SourceKindName(SourceKind kind) => kind switch
    {
        SourceKind.Csv => Say("CSV(带表头)", "CSV with headings"),
        SourceKind.Dcat => "DCAT (JSON-LD)",
        _ => "JSON",
    };

    public string SourceEveryName(int minutes) => minutes switch
    {
        0 => Say("手动", "by hand"),
        _ when minutes % 1440 == 0 => Say($"每 {minutes / 1440} 天", minutes == 1440 ? "day" : $"{minutes / 1440} days"),
        _ when minutes % 60 == 0 => Say($"每 {minutes / 60} 小时", minutes == 60 ? "hour" : $"{minutes / 60} hours"),
        _ => Say($"每 {minutes} 分钟", $"{minutes} minutes"),
    };

    public string SourceStateName(SourceView view, bool reading) => reading ? SourceReading
        : view.Pause is not null ? Say("已暂停", "paused")
        : view.Last is null ? SourceNever
        : view.Last.Failed ? Say("未取得", "failing")
        : Say("正常", "fine");

    public string SourceSums(SourceRun run) => run.Unmodified
        ? SourceUnmodified
        : Say(
            $"列出 {run.Listed},写入 {run.Recorded},未变 {run.Unchanged},删除 {run.Removed},待确认删除 {run.Held},未采用 {run.Refused}。",
            $"{run.Listed} listed, {run.Recorded} recorded, {run.Unchanged} unchanged, {run.Removed} removed, {run.Held} removals wait, {run.Refused} not taken.");

    public string SourceToMend(string who, int count) => Say($"须由{who}改正 {count} 处", $"{count} for {who} to mend");

    public string SourceFieldName(string name) => name switch
    {
        "id" => Say("条目编号", "entry id"),
        "title" => Say("标题", "title"),
        "kind" => Say("类别", "kind"),
        "disclosure" => Say("公开属性", "disclosure attribute"),
        "validity" => Say("时效", "validity"),
        "validitySince" => Say("时效变更日期", "validity since"),
        _ => EntryFields.Find(name) is { } field ? EntryFieldName(field) : name,
    };

    public string SourceDone(string? what) => what switch
    {
        "source-set" => Say("来源已保存。", "The source was kept."),
        "source-read" => Say("已读取。", "It was read."),
        "source-paused" => Say("来源已暂停。", "The source is paused."),
        "source-resumed" => Say("来源已恢复。", "The source is read again."),
        "source-removed" => Say("来源已移除,条目保留。", "The source was removed; its entries stay."),
        _ => "",
    };
}
