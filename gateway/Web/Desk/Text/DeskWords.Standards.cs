#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Standards;

namespace Federation.Web.Desk.Text;

/// <summary>Standards and gaps.</summary>
public sealed partial class DeskWords
{
    public string Standard => Say("标准目录", "Standard catalog");
    public string StandardOf(string name) => Say($"{name}标准目录", $"Standard catalog of {name}");
    public string StandardInForce => Say("现行标准", "Standard in force");
    public string NoStandard => Say("本级及上级均未发布标准目录。", "Neither this unit nor any above has published a standard.");
    public string RestsOn => Say("依据上级", "Rests on");
    public string RestsOnNone => Say("尚未采纳上级标准", "nothing taken over from above yet");
    public string OwnVersion => Say("本级版本", "Own version");
    public string NotPublishedYet => Say("尚未发布", "not published yet");
    public string DraftAhead => Say("草稿有未发布的改动", "the draft holds changes that are not published");
    public string VersionNamed(string owner, int version) => Say($"{owner}第 {version} 版", $"{owner}, version {version}");
    public string NewerAbove(string version) => Say($"上级有新版本:{version}。逐版采纳,不跳过。", $"There is a newer version above: {version}. Versions are taken over one after another.");
    public string Syncing(string version, int open) => Say($"正在采纳{version},{open} 处冲突待处理。", $"{version} is being taken over; {open} conflicts wait for a decision.");
    public string DecideConflicts => Say("处理冲突", "Decide them");
    public string TakeOver => Say("采纳上级下一版", "Take over the next version above");
    public string PublishVersion(int version) => Say($"发布第 {version} 版", $"Publish version {version}");
    public string NewItem => Say("新增事项", "New item");
    public string EditItem(string title) => Say($"修改:{title}", $"Change: {title}");
    public string EditShort => Say("修改", "Change");
    public string LeaveOut(string title) => Say($"删去:{title}", $"Leave out: {title}");
    public string LeaveOutShort => Say("删去", "Leave out");
    public string ItemId => Say("事项编号(字母、数字)", "Id of the item (letters and digits)");
    public string ItemTitle => Say("事项", "Item");
    public string NoneIsAll => Say("不选为各级", "none: every level");
    public string RequiredBelow => Say("下级不得取消", "May not be left out below");
    public string RequiredMark => Say("(必备)", " (required)");
    public string StandardTitle => Say("标准目录标题", "Title of the standard");
    public string StandardBasis => Say("依据的文件", "Document that sets it");
    public string KeepItem => Say("存入草稿", "Keep in the draft");
    public string LeaveItem => Say("不改了", "Leave it");
    public string DraftItems(int count) => Say($"草稿事项 {count} 项", $"Draft, {count} items");
    public string ItemsInForce(int count) => Say($"现行事项 {count} 项", $"In force, {count} items");

    public string Conflicts => Say("标准目录冲突", "Conflicts of the standard");
    public string ConflictsOf(string name) => Say($"{name}:与上级新版本的冲突", $"{name}: conflicts with a newer version above");
    public string ConflictsLead(string version, int open) => Say($"采纳{version}时,下列 {open} 处两边都改过。逐处选择;保留本地的须写明理由。", $"Taking over {version}: both sides changed these {open}. Choose each; keeping ours needs a reason.");
    public string NoConflicts => Say("没有待处理的冲突。", "No conflicts are open.");
    public string Before => Say("原来", "Before");
    public string TheirSide => Say("上级新版", "Theirs");
    public string OurSide => Say("本地", "Ours");
    public string TakeTheirs => Say("采纳上级", "Take theirs");
    public string KeepOurs => Say("保留本地", "Keep ours");
    public string KeepReason => Say("理由(保留本地的必填)", "Reason (needed to keep ours)");
    public string DecideChosen => Say("按所选处理", "Decide as chosen");
    public string NotThere => Say("(无)", "(none)");
    public string Field => Say("字段", "Field");
    public string MergeOutcome => Say("结果", "Outcome");
    public string MergedAnyway(int count) => Say($"无须选择的改动 {count} 处", $"{count} changes that need no choice");
    public string MergeName(MergeKind kind) => kind switch
    {
        MergeKind.TakenOver => Say("采纳上级", "taken over"),
        MergeKind.KeptLocal => Say("保留本地", "kept"),
        MergeKind.Withdrawn => Say("上级已撤销", "withdrawn above"),
        _ => Say("冲突", "conflict"),
    };

    public string GapList => Say("缺项清单", "Gap list");
    public string GapsOf(string name) => Say($"{name}缺项清单", $"Gaps of {name}");
    public string GapsLead(string owner, int version) => Say($"按{owner}第 {version} 版计算;本单位及所属部门目录中现行有效的条目都算。", $"By version {version} of {owner}; entries in force of the unit and of its agencies count.");
    public string NoGaps => Say("没有缺项。", "Nothing is missing.");
    public string Bound => Say("应公开", "Demanded");
    public string Fulfilled => Say("已有", "There");
    public string SetAsideCount => Say("不涉及", "Set aside");
    public string Missing => Say("缺项", "Missing");
    public string NotApplicable => Say("不涉及", "Does not apply");
    public string SetAsideShort => Say("不涉及", "Set aside");
    public string SetAsideOf(string title) => Say($"不涉及:{title}", $"Set aside: {title}");
    public string SetAsideReason => Say("为什么不涉及", "Why it does not apply");
    public string SetAsideHeading => Say("不涉及的事项", "Items set aside");
    public string TakeUpAgain => Say("恢复", "Take up again");
    public string TakeUpAgainOf(string title) => Say($"恢复:{title}", $"Take up again: {title}");
    public string GapsBelow => Say("下级缺项", "Gaps below");
    public string GapsBelowOf(string name) => Say($"{name}下级缺项", $"Gaps below {name}");
    public string GapsBelowLead => Say("条形为已有和不涉及占应公开的比例。", "The bar is the share that is there or set aside.");
    public string DirectlyBelowOnly => Say("只看直接下级", "Directly below only");
    public string EveryUnitBelow => Say("所有下级", "All below");
    public string NothingBelow => Say("没有下级行政区划。", "There are no territories below.");
    public string UnitColumn => Say("单位", "Unit");
    public string MoreUnits => Say("后面的单位", "More units");

    public string FieldName(string field) => field switch
    {
        "" => Say("整项", "Whole item"),
        StandardItem.TitleField => Say("名称", "Title"),
        StandardItem.LevelsField => Say("公开层级", "Levels"),
        StandardItem.RequiredField => Say("必备", "Required"),
        _ => EntryFields.Find(field) is { } known ? EntryFieldName(known) : field,
    };

    public string LevelsOf(StandardItem item) => item.Levels.IsEmpty ? Say("各级", "all") : string.Join(Say("、", ", "), item.Levels.Order().Select(TierName));

    private string? StandardDone(string? what) => what switch
    {
        "standard-synced" => Say("已采纳上级下一版,请核对后发布。", "The next version above was taken over; check it and publish."),
        "standard-conflicts" => Say("两边都改过的地方需要您选择。", "Where both sides changed something, you must choose."),
        "standard-published" => Say("已发布。下级可见新版本。", "Published; units below see that there is a new version."),
        "standard-edited" => Say("草稿已修改。", "The draft was changed."),
        "standard-decided" => Say("已按所选处理。", "Decided as chosen."),
        "set-aside" => Say("已记为不涉及。", "Set aside."),
        "taken-up" => Say("已恢复。", "Taken up again."),
        _ => null,
    };
}
