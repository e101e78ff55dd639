#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Documents.Exchange;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Text;

/// <summary>The desk, superiors, files.</summary>
public sealed partial class DeskWords
{
    public string Today => Say("今日事项", "What to do today");
    public string Comma => Say("、", ", ");
    public string NothingOpen => Say("本单位目前没有已开启的报告期。", "No period is open for your unit.");
    public string OwnReports => Say("本单位报告", "Reports of your unit");
    public string Report => Say("报告", "Report");
    public string Remarks => Say("提醒", "Remarks");
    public string ToDo => Say("待办", "To do");
    public string DaysLeft(int days) => days switch
    {
        > 0 => Say($"还有 {days} 天", $"{days} days left"),
        0 => Say("今天到期", "due today"),
        _ => Say($"已逾期 {-days} 天", $"{-days} days overdue"),
    };

    public string UrgedTimes(int times) => Say($"已催报 {times} 次:", $"Asked for {times} times: ");
    public string ExceptionUntil(string day) => Say($"例外延至 {day}", $"exception until {day}");
    public string Reopened(int cells) => Say($"下级更正后有 {cells} 个单元格与已签发数不一致", $"corrections below left {cells} cells different from what was sealed");
    public string ReadAndSeal => Say("阅看并签发", "Read and seal");
    public string LockedOut(DateOnly day) => Say($"{Numbers.Day(day)} 已截止,须上级批准例外", $"locked since {Numbers.Day(day)}; needs an exception");
    public string WaitsForSeal => Say("等待签发", "Waits for its seal");
    public string NothingToDo => Say("无", "Nothing");
    public string ToReview => Say("待审核", "To review");
    public string MissingDirect => Say("直接下级未报", "Not filed, directly below");
    public string OfThemOverdue(int count) => Say($"其中逾期 {count}", $"{count} overdue");
    public string ReviewOf(string name, string period) => Say($"{name} 待审核报告 {period}", $"Reports to review, {name}, {period}");
    public string DirectOnly => Say("仅直接下级", "Directly below only");
    public string WholeSubtree => Say("全部下级", "The whole subtree");
    public string DueList => Say("催报名单", "Due list");
    public string NothingToReview => Say("没有等待审核的报告。", "Nothing waits for a review.");
    public string ReviewCaption(int able, int all) => Say($"共 {all} 份,可由您审核的 {able} 份", $"{all} reports, {able} of them for you to decide");
    public string All => Say("全选", "All");
    public string CorrectionMark => Say("更正", "Correction");
    public string Notes(int count) => Say($"提示 {count} 条", $"{count} warnings");
    public string AcceptChosen => Say("审定所选", "Accept the chosen");
    public string ReturnChosen => Say("退回所选", "Return the chosen");
    public string DoneOf(int done, int all) => Say($"所选 {all} 个单位中已办理 {done} 个。", $"{done} of the {all} chosen were done.");
    public string DueOf(string name, string period) => Say($"{name} 催报名单 {period}", $"Due list of {name}, {period}");
    public string DueCaption(int count) => Say($"未报单位 {count} 个,逾期最久的在前", $"{count} units have not filed, the longest overdue first");
    public string Remaining => Say("剩余", "Remaining");
    public string UrgedColumn => Say("催报", "Urged");
    public string UrgedAt(int times, string at) => Say($"{times} 次,最近 {at}", $"{times}, last at {at}");
    public string UrgeText => Say("催报内容", "What is said");
    public string UrgeDefault(string period) => Say($"请尽快报送{period}政府信息公开工作报告。", $"Please file the report for {period}.");
    public string UrgeChosen => Say("催报所选", "Urge the chosen");
    public string GrantException => Say("批准例外", "Grant an exception");
    public string GrantUntil => Say("延至", "Until");
    public string EarlierDue => Say("设定提前时限", "Set an earlier date");
    public string EarlierHint(string name) => Say($"适用于{name}及其全部下级,须有通知依据。", $"For {name} and all below; a notice is needed.");
    public string KindOfBody => Say("适用对象", "For whom");
    public string BothKinds => Say("部门和政府", "Agencies and governments");
    public string Agencies => Say("部门", "Agencies");
    public string Territories => Say("下级政府", "Governments");
    public string NewDue => Say("时限", "Due date");
    public string NewLock => Say("截止受理日(可不填)", "Lock (optional)");
    public string NoticeOf => Say("依据的通知", "Notice");
    public string AmendList => Say("变更应报名单", "Change who must file");
    public string HowAmend => Say("变更方式", "Change");
    public string Excuse => Say("免报", "Excuse");
    public string AddUnit => Say("增列", "Add");

    public string WhichFile => Say("文件", "File");
    public string FileHint => Say("填报工作簿、汇总工作簿、JSON,或打包的 zip,最大 64 MB。先试导入,不作任何记录。", "A workbook of one or many units, JSON, or a zip of them, up to 64 MB. The dry run records nothing.");
    public string DryRun => Say("试导入", "Dry run");
    public string ImportOutcome(ImportMode mode, string file) => mode switch
    {
        ImportMode.DryRun => Say($"试导入结果:{file}", $"Dry run of {file}"),
        ImportMode.Draft => Say($"已导入为草稿:{file}", $"Taken as drafts: {file}"),
        _ => Say($"已导入并报送:{file}", $"Taken and handed in: {file}"),
    };

    public string ImportCount(ImportMode mode, int taken, int all) => mode == ImportMode.DryRun
        ? Say($"文件中有 {all} 份报告,{taken} 份可以导入。", $"{all} reports in the file; {taken} can be taken.")
        : Say($"文件中有 {all} 份报告,已导入 {taken} 份。", $"{all} reports in the file; {taken} were taken.");

    public string CorrectionIfAny => Say("更正理由(更正已审定报告时填写)", "Reason of corrections (when accepted reports are changed)");
    public string TakeAsDrafts => Say("导入为草稿", "Take as drafts");
    public string TakeAndSubmit => Say("导入并报送", "Take and hand in");
    public string ReportsInFile => Say("文件中的报告", "Reports in the file");
    public string Result => Say("结果", "Result");
    public string TakenWord(ImportMode mode) => mode == ImportMode.DryRun ? Say("可导入", "Can be taken") : Say("已导入", "Taken");
    public string NotTakenWord(ImportMode mode) => mode == ImportMode.DryRun ? Say("不能导入", "Cannot be taken") : Say("未导入", "Not taken");
    public string FindingsIn(int count, int shown) => count == shown ? Say($"校验结果 {count} 条", $"{count} findings") : Say($"校验结果 {count} 条,列出前 {shown} 条", $"{count} findings, the first {shown} of them");
    public string FileColumn => Say("文件", "File");
    public string Sheet => Say("工作表", "Sheet");
    public string Address => Say("位置", "Place");
    public string WeightColumn => Say("类别", "Weight");
    public string CodeColumn => Say("规则", "Rule");
    public string Sentence => Say("说明", "Finding");
    public string Proposed => Say("建议", "Proposed");
    public string EffectOn(long before, long after, int cells) => Say($"汇总:已报 {before} → {after},变动单元格 {cells} 个", $"total: {before} → {after} filed, {cells} cells change");
    public string BeforeImport => Say("导入前", "Before");
    public string AfterImport => Say("导入后", "After");
}
