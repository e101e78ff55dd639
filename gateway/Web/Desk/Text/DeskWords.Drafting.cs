#pragma warning disable CS1591 // each member is the sentence it names
namespace Federation.Web.Desk.Text;

/// <summary>Writing a plan.</summary>
public sealed partial class DeskWords
{
    public string NewDraft => Say("起草工作要点", "Write a work plan");
    public string DraftOf(string title) => Say($"草稿:{title}", $"Draft: {title}");
    public string DraftIsKept => Say("已保存,尚未发布", "kept, not issued");
    public string DraftIsInForce(int version) => Say($"与第 {version} 版相同,尚无修改", $"the same as version {version}; nothing was changed");
    public string DraftIsNew => Say("新草稿,尚未保存", "new, nothing kept yet");
    public string DraftStands(int errors, int warnings) => errors > 0
        ? Say($"发布前须改正 {errors} 处,另有提示 {warnings} 条。", $"{errors} errors keep it from being issued; {warnings} warnings.")
        : Say($"可以发布,提示 {warnings} 条。", $"It can be issued; {warnings} warnings.");

    public string DraftHead => Say("标题、依据和接收范围", "Title, basis and receivers");
    public string AcceptDays => Say("几个工作日内签收(0 为不要求)", "Working days for an answer (0: none is asked)");
    public string KeepDraft => Say("保存", "Keep");
    public string NamesToChoose => Say("单位名称待定清单", "Names to settle");
    public string Edit => Say("编辑", "Edit");
    public string EditClause(string clause) => Say($"编辑第 {clause} 条", $"Edit clause {clause}");
    public string RemoveClause(string clause) => Say($"删除第 {clause} 条", $"Remove clause {clause}");
    public string Remove => Say("删除", "Remove");
    public string AddClause => Say("新增一条", "Add a clause");
    public string InTheNotice => Say("看原文", "In the notice");
    public string NoticeText => Say("通知原文", "The notice");
    public string ReceiversHeading(int count) => Say($"接收单位({count} 个)", $"Receivers ({count})");
    public string AcceptBy(string day) => Say($"今日发布则最迟 {day} 签收。", $"To be accepted by {day} if issued today.");
    public string AllReceivers(int count) => Say($"查看全部 {count} 个接收单位", $"All {count} receivers");
    public string WhyChosen => Say("选中原因", "Why");
    public string PreviousPage => Say("上一页", "Previous page");
    public string IssuePlan => Say("发布", "Issue");
    public string IssueSure(int count) => Say($"已核对条目和接收单位,发给 {count} 个单位", $"Clauses and receivers are checked; send it to {count} units");
    public string CannotIssue(int errors) => Say($"还有 {errors} 处差错,改正后才能发布。", $"{errors} errors have to be mended first.");
    public string AmendReason => Say("修订理由", "Why it is amended");
    public string ClauseNumber => Say("条号,如 一/(一)/1", "Number, such as 一/(一)/1");
    public string ClauseTitle => Say("名称(几个字)", "Title, in a few words");
    public string ClauseText => Say("内容", "Text");
    public string MinutesEach => Say("下级每次办理约需分钟数", "Minutes that it costs a receiver a time");
    public string Measures => Say("要求", "Measures");
    public string MeasureKind => Say("类别", "Kind");
    public string MeasureKindName(string kind) => kind switch
    {
        "once" => Say("一次性,某日前完成", "once by a day"),
        "every" => Say("每期一次", "every period"),
        "count" => Say("每期不少于几次", "so many times a period"),
        "ratio" => Say("比率", "a share"),
        "within" => Say("事件发生后限时", "within a limit of an event"),
        "text" => Say("其他(按写法填写)", "other, as written"),
        _ => Say("(无)", "(none)"),
    };

    public string CadenceLabel => Say("周期", "Period");
    public string DaysAfter => Say("期满后工作日数", "Working days after it");
    public string YearlyBy => Say("每年几月几日前", "By a day of the year");
    public string AtLeastTimes => Say("不少于(次)", "At least");
    public string AtMostTimes => Say("不超过(次)", "At most");
    public string WhichSide => Say("方向", "Side");
    public string AtLeastShare => Say("不低于", "at least");
    public string AtMostShare => Say("不高于", "at most");
    public string Share => Say("百分比", "Per cent");
    public string EventLabel => Say("事件", "Event");
    public string AmountLabel => Say("时限", "Limit");
    public string CountedIn => Say("单位", "Counted in");
    public string MeasureWritten => Say("写法,如 every monthly +5", "As written, such as every monthly +5");
    public string BodiesLabel => Say("牵头、责任、配合单位", "Bodies");
    public string PartLabel => Say("分工", "Part");
    public string BodyName => Say("文中名称", "Name in the notice");
    public string BodyUnit => Say("对应单位(代码或全称)", "Unit (code or whole name)");
    public string OwnReceivers => Say("本条单独的接收范围", "Receivers of this clause alone");
    public string KeepClause => Say("保存本条", "Keep the clause");
    public string KeepAndGoOn => Say("保存并继续编辑", "Keep and go on");
    public string Cancel => Say("取消", "Cancel");
    public string RowsHint => Say("末行留空;保存后会再给出一行空白。类别选“(无)”即删去该行。", "Leave the last row empty; another one comes after keeping. A row of the kind (none) is dropped.");
    public string ChoiceKind => Say("选法", "How");
    public string ChoiceKindName(string kind) => kind switch
    {
        "direct" => Say("直接下级", "directly below"),
        "all" => Say("所有下级", "everything below"),
        "tier" => Say("按层级", "by tier"),
        "line" => Say("按条线", "by line"),
        "tag" => Say("按标签", "by tag"),
        "units" => Say("按名单", "by list"),
        "without" => Say("不含", "without"),
        _ => Say("(无)", "(none)"),
    };

    public string TierLabel => Say("层级", "Tier");
    public string BodyKind => Say("政府或部门", "Bodies");
    public string ChoiceText => Say("条线、标签或单位代码(空格分开)", "Line, tag or unit codes");
    public string FromNotice => Say("从通知起草", "From a notice");
    public string FromNoticeHint => Say("上传 .txt、.html 或 .docx;系统读出条目、单位和时限,由您核对后再保存。", "Upload .txt, .html or .docx; clauses, bodies and dates are read, and kept after you have checked them.");
    public string ReadFromNotice => Say("核对读取结果", "What was read in the notice");
    public string ReadCounts(int clauses, int facts, int unread, int damaged) => Say(
        $"读出 {clauses} 条、{facts} 处单位、期限和指标;{unread} 处像任务但没有读懂,{damaged} 处文字疑有缺损。右侧原文中逐处标出。",
        $"{clauses} clauses and {facts} bodies, dates and measures were read; {unread} places look like duties and were not understood, {damaged} seem damaged. All are marked in the text.");

    public string MinutesForAll => Say("每条每次约需分钟数(0 为以后再估)", "Minutes put on every clause (0: estimate later)");
    public string MoveDates(int from, int to) => Say($"通知是 {from} 年的,只作范本:日期顺延到 {to} 年,不取其文号和日期", $"The notice is of {from} and only a pattern: dates are moved to {to}, its number and date are not taken");
    public string KeepAsDraft => Say("保存为草稿", "Keep as the draft");
    public string UnreadHeading(int count) => Say($"没有读懂的 {count} 处", $"{count} places not understood");
    public string NotesHeading(int count) => Say($"读取说明 {count} 条", $"{count} notes on how it was read");
    public string NamesLead => Say("通知中这些名称还没有对应到单位。选定后记住,以后读取通知时自动套用。", "These names in your notices mean no unit yet. A choice is remembered and used for every notice read from now on.");
    public string NoNames => Say("没有待定的名称。", "There is no open name.");
    public string NameStands(int count) => Say($"出现在 {count} 条:", $"stands in {count} clauses: ");
    public string Candidates => Say("可能是(可多选)", "It may be (more than one can be chosen)");
    public string OtherUnit => Say("其他单位(代码或全称)", "Another unit (code or whole name)");
    public string ChooseName => Say("选定", "Choose");
    public string NoSuchUnit => Say("本系统没有这个单位", "There is no such unit here");
    public string ChosenNames => Say("已选定的名称", "Names chosen");
    public string MeansUnits => Say("对应单位", "Means");
    public string ChosenBy => Say("选定人", "Chosen by");
    public string TakeBack => Say("撤回", "Take back");
    public string TakeBackName(string name) => Say($"撤回“{name}”的对应", $"Take back what '{name}' means");
    public string PlansThisYear(int year) => Say($"{year} 年工作要点", $"Work plans of {year}");
    public string OwnUnaccepted => Say("本单位未签收任务", "Own duties not accepted");
    public string OwnLate => Say("本单位逾期任务", "Own duties late");
    public string BelowAccepted => Say("下级已签收", "Accepted below");
    public string BelowDone => Say("下级已完成", "Done below");
    public string BelowLate => Say("下级逾期", "Late below");
    public string BelowSilent(long count) => Say($"逾期未签收 {count}", $"{count} silent");
    public string WorkLight => Say("办理状态", "Status");
    public string NoticeFile => Say("通知文件", "File");
    public string ReadNotice => Say("读取", "Read it");
}
