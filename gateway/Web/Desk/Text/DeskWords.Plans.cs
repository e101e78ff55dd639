#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.WorkPoints;

namespace Federation.Web.Desk.Text;

/// <summary>Work plans: lists, one plan, who has taken it up.</summary>
public sealed partial class DeskWords
{
    public string Plans => Say("工作要点", "Work plans");
    public string PlansOf(string name) => Say($"{name}工作要点", $"Work plans of {name}");
    public string PlansLead => Say("本单位发布的要点下级办到哪一步;上级发来的要点本单位办到哪一步。", "How far units below have come with your plans, and your unit with those from above.");
    public string PlanYears => Say("年份", "Year");
    public string EveryYear => Say("全部", "All");
    public string YearOf(int year) => Say($"{year} 年", $"{year}");
    public string PlansIssued => Say("本单位发布", "Issued by this unit");
    public string PlansReceived => Say("上级发来", "From above");
    public string NoPlansIssued => Say("还没有发布过要点。", "No plan was issued.");
    public string NoPlansReceived => Say("没有上级发来的要点。", "No plan came from above.");
    public string NewPlan(int year) => Say($"起草 {year} 年要点", $"Write a plan for {year}");
    public string PlanTitle => Say("标题", "Title");
    public string DocumentNumber => Say("文号", "Document number");
    public string Issuer => Say("发布单位", "Issuer");
    public string IssuedOn => Say("发布时间", "Issued");
    public string Receivers => Say("接收单位", "Receivers");
    public string Reached => Say("送达", "Delivered");
    public string Opened => Say("查阅", "Opened");
    public string AcceptedBy => Say("签收", "Accepted");
    public string Objected => Say("异议", "Objected");
    public string Silent => Say("逾期未签收", "Silent too long");
    public string Assigned => Say("交办", "Assigned");
    public string CarriedOn => Say("分解", "Carried on");
    public string DoneCount => Say("完成", "Done");
    public string LateCount => Say("逾期", "Late");
    public string DutiesCount => Say("任务", "Duties");
    public string Untitled => Say("(无标题)", "(no title)");
    public string DraftMark => Say("草稿", "Draft");
    public string WithdrawnMark => Say("已撤回", "Withdrawn");
    public string VersionOf(int version) => Say($"第 {version} 版", $"Version {version}");
    public string NewerDraft => Say("有未发布的修改", "has changes not issued");
    public string NoPlanHere => Say("没有这份工作要点,或尚未发布。", "There is no such plan, or it is not issued yet.");
    public string ReceiptsHeading => Say("接收情况", "Receipts");
    public string ReceiptsBar(int accepted, int objected, int opened, int reached, int all) => Say(
        $"{all} 个单位:签收 {accepted},异议 {objected},已查阅未答复 {opened},已送达未查阅 {reached},未送达 {all - accepted - objected - opened - reached}",
        $"{all} units: {accepted} accepted, {objected} objected, {opened} opened without an answer, {reached} delivered and not opened, {all - accepted - objected - opened - reached} not reached");

    public string ClausesHeading(int count) => Say($"条目({count} 条)", $"Clauses ({count})");
    public string Matrix => Say("覆盖矩阵", "Coverage matrix");
    public string AssignmentList => Say("逐单位办理情况", "Unit by unit");
    public string EditPlan => Say("编辑草稿", "Edit the draft");
    public string AmendPlan => Say("修订", "Amend");
    public string AmendHint => Say("先在草稿中修改,再以修订发布;未改动的条目保留签收和已做的工作。", "Change the draft first, then issue it as a new version; what stays as it was keeps its receipts and work done.");
    public string WithdrawPlan => Say("撤回要点", "Withdraw the plan");
    public string WithdrawHint => Say("撤回后不再约束任何单位,并通知全部接收单位;已做的工作留存。", "A withdrawn plan binds nobody; every receiver is told, and work done is kept.");
    public string WithdrawReason => Say("撤回理由", "Why it is withdrawn");
    public string WithdrawnBecause(string reason) => Say($"已撤回:{reason}", $"Withdrawn: {reason}");
    public string CascadePlan => Say("任务分解", "Break it down");
    public string CascadeHint(int clauses, string name) => Say($"其中 {clauses} 条约束{name}。分解后生成本单位草稿,核对后再发布。", $"{clauses} of its clauses bind {name}. A draft of your unit is made; check it, then issue it.");
    public string CascadeTo => Say("发给", "To whom");
    public string CascadeEarlier => Say("各条期限比上级提前(天)", "Days by which every date lies before that above");
    public string MakeDraft => Say("生成草稿", "Make the draft");
    public string HistoryHeading => Say("经过", "History");
    public string DifferencesOf(int count) => Say($"改动 {count} 条", $"{count} clauses differ");
    public string Sources(string plan) => Say($"承接 {plan}", $"carries on {plan}");
    public string Lineage => Say("来龙去脉", "Where it comes from and goes");
    public string Estimated(int minutes) => Say($"每次约 {minutes} 分钟", $"about {minutes} minutes a time");
    public string OnlyTo(string whom) => Say($"只发:{whom}", $"Only to: {whom}");
    public string UnresolvedBody => Say("未对应", "not resolved");
    public string AsOfTree(string day) => Say($"按 {day} 的区划", $"tree of {day}");
    public string ModeName(CascadeMode mode) => mode == CascadeMode.Straight ? Say("直达各接收单位", "straight to every receiver") : Say("逐级分解", "step by step");
    public string AcceptWithin(int days) => days == 0 ? Say("不要求签收", "no answer is asked") : Say($"{days} 个工作日内签收", $"to be accepted within {days} working days");
    public string DateOfNotice => Say("成文日期", "Date of the notice");
    public string Terms => Say("下发方式", "How it goes down");
    public string StateOf(AssignmentState state) => state switch
    {
        AssignmentState.Assigned => Say("未送达", "not reached"),
        AssignmentState.Delivered => Say("已送达", "delivered"),
        AssignmentState.Opened => Say("已查阅", "opened"),
        AssignmentState.Accepted => Say("已签收", "accepted"),
        AssignmentState.Objected => Say("有异议", "objected"),
        _ => Say("已撤回", "withdrawn"),
    };

    public string PlanActName(string act) => act switch
    {
        "draft-saved" => Say("存草稿", "Draft kept"),
        "issued" => Say("发布", "Issued"),
        "amended" => Say("修订", "Amended"),
        "silence-escalated" => Say("逾期未签收,报上级", "Silence told to the unit above"),
        "withdrawn" => Say("撤回", "Withdrawn"),
        _ => act,
    };

    public string ChangeName(ClauseChange change) => change switch
    {
        ClauseChange.Added => Say("新增", "Added"),
        ClauseChange.Removed => Say("删除", "Removed"),
        _ => Say("修改", "Changed"),
    };

    public string SavesFolded(int times) => times > 1 ? Say($"(连续 {times} 次)", $" ({times} times)") : "";
    public string PlanFigures => Say("要点进展", "Work plans below");
    public string PickedUp => Say("条目已承接", "Clauses picked up");
    public string OfAssigned(long all) => Say($"/ {all}", $"/ {all}");
}
