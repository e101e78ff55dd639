#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.Catalogs;
using Federation.Domain.Catalogs.Review;

namespace Federation.Web.Desk.Text;

public sealed partial class DeskWords
{
    public string Entries => Say("公开条目", "Entries");
    public string EntriesOf(string name) => Say($"{name}公开条目", $"Entries of {name}");
    public string EntriesForMe => Say("待我办理", "Waiting for me");
    public string EntriesOpen => Say("其他在办条目", "Other entries under way");
    public string NothingForMe => Say("目前没有待您办理的条目。", "Nothing waits for you.");
    public string NewEntry => Say("起草条目", "Write an entry");
    public string EntryKindQuestion => Say("要公开的是什么?", "What is to be public?");
    public string EntryKindLabel => Say("类别", "Kind");
    public string EntryIdLabel => Say("条目编号", "Id of the entry");
    public string EntryTitleLabel => Say("标题", "Title");
    public string EntryAttribute => Say("公开属性", "Disclosure attribute");
    public string EntryUnset => Say("(未标注,送审即退文)", "(not set: it will be sent back)");
    public string EntryReason => Say("不予公开的理由", "Why it is withheld");
    public string EntryBasis => Say("不予公开的依据(条例第十四、十五或十六条)", "Basis for withholding (article 14, 15 or 16)");
    public string EntryReviewOn => Say("复核日期", "Next look");
    public string EntryValidity => Say("时效", "Validity");
    public string EntryValiditySince => Say("时效变更日期", "Validity since");
    public string EntryBody => Say("正文", "Text");
    public string EntryFiles => Say("附件", "Files");
    public string EntryAddFiles => Say("添加附件", "Add files");
    public string EntryRemoveFile => Say("移除", "Remove");
    public string EntryLinks => Say("关联(解读、修改、废止、依据其他条目)", "Links (interprets, amends, repeals, rests on another entry)");
    public string EntryLinkTo => Say("对方条目编号", "Id of the other");
    public string EntryLinkCatalog => Say("对方单位代码(本单位留空)", "Unit of the other (empty: this one)");
    public string EntrySave => Say("保存草稿", "Keep draft");
    public string EntryHandIn => Say("保存并送审", "Keep and hand in");
    public string EntryPass => Say("通过", "Pass");
    public string EntryReturn => Say("退回", "Return");
    public string EntryRefuseWithdrawal => Say("不同意撤回", "Refuse the withdrawal");
    public string EntryAgreeWithdrawal => Say("同意撤回", "Agree to the withdrawal");
    public string EntryWithhold => Say("列为不予公开", "Withhold");
    public string EntryKeepWithheld => Say("复核:继续不予公开", "Looked again: keep withheld");
    public string EntryWithdraw => Say("申请撤回", "Ask for withdrawal");
    public string EntryReturnFields => Say("须修改之处", "To be mended");
    public string EntryNote => Say("附言", "Remark");
    public string EntryWhy => Say("理由", "Reason");
    public string EntryWrite => Say("修改", "Change");
    public string EntryLog => Say("经过", "What happened");
    public string EntryPresent => Say("目录中现有内容", "What the catalog holds");
    public string EntryPresentAt(long revision) => Say($"目录中第 {revision} 次", $"Catalog, revision {revision}");
    public string EntryMine => Say("本稿", "This draft");
    public string EntryWaitsFor(string step) => Say($"待办步骤:{step}", $"Waits for: {EntryStepName(step)}");
    public string EntryNotYours => Say("此步骤须由他人办理。", "Another person must do this step.");
    public string EntryRegister => Say("不予公开登记", "Register of what is withheld");
    public string EntryRegisterEmpty => Say("没有不予公开的条目。", "Nothing is withheld.");
    public string EntryLimits => Say("公开时限", "Limits");
    public string EntryLimitsEmpty => Say("没有计时中或超期的条目。", "No clock runs, and none was missed.");
    public string EntryBreaches(int count) => Say($"累计超期 {count} 件", $"{count} entries were not public in time");
    public string EntryBreachesBelow => Say("下级各单位超期件数", "Breaches of the units below");
    public string EntryLastDay => Say("最迟公开日", "To be public by");
    public string EntryFormed => Say("成文日期", "Formed on");
    public string EntryPublished => Say("公开日期", "Public on");
    public string EntryState => Say("状态", "State");
    public string EntryTasks => Say("待办", "Waits for");
    public string EntryAuthor => Say("起草人", "Author");
    public string NotStated => Say("(未填)", "(not stated)");
    public string EntryNextPage => Say("下一页", "Next page");
    public string EntryTakeValidity => Say("采纳并起草变更", "Take over");
    public string EntryRefuseValidity => Say("不采纳", "Do not take over");
    public string EntrySaysOfValidity(string title, ValidityState state) => Say($"《{title}》使本条目{state.Zh()},请核定时效。", $"'{title}' makes this entry {Spoken(state.Word())}: decide on its validity.");
    public string EntryReturnedBy(string step, string by) => Say($"{(step.Length == 0 ? "目录" : step)}退回({by})", $"Returned at {(step.Length == 0 ? "the catalog" : EntryStepName(step))} by {by}");
    public string EntryFieldName(EntryField field) => Say(field.Zh, char.ToUpperInvariant(field.En[0]) + field.En[1..]);
    public string EntryKindName(EntryKind kind) => Say(kind.Zh(), Spoken(kind.Word()));
    public string EntryAttributeName(DisclosureAttribute attribute) => Say(attribute.Zh(), attribute == DisclosureAttribute.Unset ? "not set" : Spoken(attribute.Word()));
    public string EntryValidityName(ValidityState state) => Say(state.Zh(), Spoken(state.Word()));
    public string EntryRelationName(LinkRelation relation) => Say(relation.Zh(), Spoken(relation.Word()));
    public string EntryStateName(DraftState state) => Say(state.Zh(), state == DraftState.None ? "nothing written" : Spoken(state.Word()));

    /// <summary>A step of the review: units name their own; those that every unit has are translated.</summary>
    public string EntryStepName(string step) => step switch
    {
        Domain.Catalogs.CatalogSettings.SecrecyReview => Say(step, "secrecy review"),
        "签发" => Say(step, "release"),
        _ => step,
    };

    public string EntryChoiceName(string choice) => choice switch
    {
        InterpretationDuty.Wanted => Say(choice, "to be interpreted"),
        InterpretationDuty.NotWanted => Say(choice, "need not be interpreted"),
        _ => choice,
    };

    private static string Spoken(string word) => word.Replace('-', ' ');

    public string EntryPlace(string place) => EntryFields.Find(place) is { } field ? EntryFieldName(field) : place switch
    {
        "title" => EntryTitleLabel,
        "kind" => EntryKindLabel,
        "disclosure" => EntryAttribute,
        "reason" => EntryReason,
        "reasonBasis" => EntryBasis,
        "validity" => EntryValidity,
        "validitySince" => EntryValiditySince,
        "links" => EntryLinks,
        "body" => EntryBody,
        "attachments" => EntryFiles,
        _ => place,
    };

    public string EntryTask(string task, string step) => task switch
    {
        "write" => Say("起草", "writing"),
        "step" => EntryStepName(step),
        "withdraw" => Say("撤回", "withdrawal"),
        "look" => Say("复核", "look again"),
        "validity" => Say("核定时效", "validity"),
        _ => task,
    };

    public string EntryLight(string light) => light switch
    {
        "open" => Say("未到期", "open"),
        "due_soon" => Say("将到期", "due soon"),
        "late" => Say("已超期", "late"),
        "done" => Say("按时公开", "in time"),
        "done_late" => Say("超期公开", "late, public now"),
        _ => "",
    };

    public string EntryAct(string kind) => ReviewWords.ActOf(kind) is { } act ? Say(act.Zh, act.En) : kind;

    public string EntryChoose => Say("选择", "Choose");
    public string EntryChooseAll => Say("全选本页", "Choose all of this page");
    public string EntryPassChosen => Say("通过所选", "Pass what is chosen");
    public string EntryPassChosenHint => Say("只通过与本页所列内容一致的条目;其后有改动的不通过,并逐条说明。", "Only what still reads as listed here is passed; of what changed since you are told, one by one.");

    public string EntryChooseOne(string title) => Say($"选择《{title}》", $"Choose {title}");

    public string EntryDone(string? what) => what switch
    {
        "saved" => Say("草稿已保存。", "Draft kept."),
        "handed-in" => Say("已送审。", "Handed in."),
        "sent-back" => Say("未标注公开属性,已退文,请补正后重新送审。", "Sent back: the disclosure attribute is not set."),
        "passed" => Say("已通过。", "Passed."),
        "passed-many" => Say("所选条目已通过。", "All that were chosen are passed."),
        "returned" => Say("已退回。", "Returned."),
        "withheld" => Say("已列入不予公开登记。", "It is in the register of what is withheld."),
        "withdraw" => Say("已申请撤回,待另一人同意。", "Asked for; another person must agree."),
        "validity" => Say("时效已核定。", "The validity was decided."),
        _ => "",
    };
}
