#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.Authority;
using Federation.Domain.Reports;
using Federation.Web.Text;

namespace Federation.Web.Desk.Text;

/// <summary>Sentences of the working pages, both languages side by side so that neither can be lacking.</summary>
public sealed partial class DeskWords
{
    private static readonly DeskWords chinese = new(false), english = new(true);
    private readonly bool inEnglish;

    private DeskWords(bool inEnglish) => this.inEnglish = inEnglish;

    /// <summary>In the language of a page.</summary>
    public static DeskWords Of(Words words) => words.IsEnglish ? english : chinese;

    public string Desk => Say("工作台", "My desk");
    public string SignIn => Say("登录", "Sign in");
    public string SignOut => Say("退出登录", "Sign out");
    public string SignedOut => Say("已退出登录。", "You have signed out.");
    public string Token => Say("访问令牌", "Access token");
    public string TokenHint => Say("由本单位系统管理员签发,只在有效期内可用。请勿转借他人。", "Issued by the administrator of your office; valid for a limited time. Never lend it.");
    public string TokenRefused => Say("令牌无效或已过期,请核对后重试,或请管理员重新签发。", "This token is not valid, or has expired. Check it, or ask for a new one.");
    public string FormExpired => Say("页面已过期", "This page has expired");
    public string FormExpiredLead => Say("为防止他人冒用,本次操作没有执行。请返回上一页,刷新后重试。", "To guard against forgery nothing was done. Go back, reload the page and try again.");
    public string NotPermitted => Say("无权进行此操作", "Not permitted");
    public string NotDone => Say("未能办理", "Not done");
    public string NotDoneLead => Say("原因如下,未作任何改动:", "Nothing was changed, for these reasons:");
    public string AccountOf(Subject by) => by.StandsInFor.Length == 0 ? $"{by.Person} · {by.Unit}" : Say($"{by.Person} 代 {by.StandsInFor} · {by.Unit}", $"{by.Person} for {by.StandsInFor} · {by.Unit}");

    public string RoleName(Role role) => role switch
    {
        Role.Clerk => Say("填报人", "Clerk"),
        Role.Reviewer => Say("审核人", "Reviewer"),
        Role.Officer => Say("政务公开办负责人", "Officer"),
        Role.Reader => Say("只读", "Reader"),
        Role.Approver => Say("签发人", "Approver"),
        Role.SecrecyReviewer => Say("保密审查员", "Secrecy reviewer"),
        Role.Integrator => Say("接入系统", "Integrator"),
        _ => Say("代报人", "Collector"),
    };

    public string State(ReportState state) => state switch
    {
        ReportState.NotFiled => Say("未报", "Not filed"),
        ReportState.Submitted => Say("待签发", "Waiting for seal"),
        ReportState.Sealed => Say("已报,待审核", "Filed, not yet reviewed"),
        ReportState.Returned => Say("已退回", "Returned"),
        ReportState.Accepted => Say("已审定", "Accepted"),
        _ => Say("已发布", "Published"),
    };

    public string Scope(ReportScope scope) => scope == ReportScope.Own ? Say("本机关报告", "Own office") : Say("全辖区报告", "Whole territory");

    public string Done(string? what) => what switch
    {
        "saved" => Say("草稿已保存。", "Draft saved."),
        "begun" => Say("已生成草稿,已知数据已预填。", "A draft was begun; what is known is filled in."),
        "nil" => Say("零报告草稿已生成,请核对后报送。", "A nil report was drafted; check it and hand it in."),
        "drafted" => Say("已按表中数字起草文字,请核对修改,并补齐“…”处。", "Prose was drafted from the figures; check it and fill in every …"),
        "disposed" => Say("处置已记录。", "The disposition was recorded."),
        "submitted" => Say("已报送,等待本单位签发人签发。", "Handed in; it now waits for the approver of your unit."),
        "sent-back" => Say("已退回填报人修改。", "Sent back to its author."),
        "accepted" => Say("已审定。", "Accepted."),
        "returned" => Say("已退回,理由已送达。", "Returned, with your reasons."),
        "published" => Say("发布情况已登记。", "The publication was recorded."),
        "granted" => Say("例外已批准。", "The exception was granted."),
        "due" => Say("提前时限已设定。", "The earlier date was set."),
        "lent" => Say("已授权代行。", "Your place was lent."),
        "lending-ended" => Say("授权自明日起终止。", "The lending ends today."),
        "stands-in" => Say("已进入代行身份,办理时同时记下两人。", "You now stand in; the ledger names both."),
        "own-place" => Say("已恢复本人身份。", "You are in your own place again."),
        "over" => Say("代行授权已终止,已恢复本人身份。", "What was lent is over; you are in your own place again."),
        "sealed" => Say("已签发。", "Sealed."),
        "amended" => Say("应报名单已变更。", "The list was amended."),
        "plan-withdrawn" => Say("已撤回,正在通知各接收单位。", "Withdrawn; every receiver is being told."),
        "plan-issued" => Say("已发布,正在送达各接收单位。", "Issued; it is on its way to every receiver."),
        "plan-amended" => Say("修订已发布,只通知有变动的单位。", "The new version is issued; only whoever is bound otherwise is told."),
        "cascaded" => Say("已生成承接上级要点的草稿,请核对。", "The draft that carries the plan on was made; check it."),
        "name-chosen" => Say("已记住,并填入本单位的草稿。", "It is remembered, and put into the drafts of your unit."),
        "name-withdrawn" => Say("已撤回该名称的对应。", "What the name means is open again."),
        "draft-saved" => Say("草稿已保存。", "Draft kept."),
        _ => StandardDone(what) ?? "",
    };

    private string Say(string zh, string en) => inEnglish ? en : zh;
}
