#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Contracts.Obligations;

namespace Federation.Web.Desk.Text;

/// <summary>Duties: lists, lights, acts.</summary>
public sealed partial class DeskWords
{
    public string Duties => Say("责任清单", "Duties");
    public string DutiesOf(string name, int year) => Say($"{name} {year} 年责任清单", $"Duties of {name}, {year}");
    public string NoDuties => Say("没有任务。", "There are no duties.");
    public string DutyCaption(int all, int late, int soon) => Say($"共 {all} 项,逾期 {late} 项,临期 {soon} 项;时限按工作日计", $"{all} duties, {late} late, {soon} due soon; counted in working days");
    public string Duty => Say("任务", "Duty");
    public string Measure => Say("要求", "Measure");
    public string Light => Say("状态", "Status");
    public string DueDay => Say("时限", "Due");
    public string Acceptance => Say("签收", "Accepted");
    public string AcceptPicked => Say("签收所选", "Accept the chosen");
    public string Explain => Say("原文、时限和佐证", "Text, dates and evidence");
    public string Basis => Say("依据", "Basis");
    public string EvidenceKind => Say("佐证类别", "Kind of evidence");
    public string EvidenceReference => Say("出处(公开事项、报告单元格、台账、文件 SHA-256)", "Where it stands (entry, report cell, register, SHA-256 of a file)");
    public string EvidenceValue => Say("数字或比率(如 0.5)", "Number, or share such as 0.5");
    public string EvidenceEvent => Say("所对应事件的编号", "Number of the event answered");
    public string GiveEvidence => Say("报送佐证", "Give evidence");
    public string ObjectionReason => Say("异议理由", "Why you object");
    public string RaiseObjection => Say("提出异议", "Object");
    public string AcceptEvidence => Say("认可", "Accept");
    public string ReturnEvidence => Say("退回", "Return");
    public string ReturnReason => Say("退回理由", "Why it is returned");
    public string CloseDuty => Say("销号", "Close");
    public string ProvisionalDates => Say("* 该年放假通知尚未发布,时限可能变动。", "* The holidays of that year are not published yet; the date may move.");
    public string Escalates(EscalationView e) => e.Reached
        ? Say($"{e.Duty.Clause}:{e.On:yyyy-MM-dd} 起已报 {e.To}", $"{e.Duty.Clause}: with {e.To} since {e.On:yyyy-MM-dd}")
        : Say($"{e.Duty.Clause}:不办则 {e.On:yyyy-MM-dd} 报 {e.To}", $"{e.Duty.Clause}: goes to {e.To} on {e.On:yyyy-MM-dd} if nothing is done");

    public string EscalationHeading => Say("督办预告", "What will go to the issuer, and when");
    public string EvidenceLine(EvidenceView e) => Say($"佐证 {e.Number}:{e.Reference} {e.Value}({e.By})", $"Evidence {e.Number}: {e.Reference} {e.Value} ({e.By})");
    public string EvidenceState(EvidenceView e) => e.State switch
    {
        "accepted" => Say("已认可", "accepted"),
        "returned" => Say($"已退回:{e.Reason}", $"returned: {e.Reason}"),
        _ => Say("待审", "awaits review"),
    };

    public string LightName(string light) => light switch
    {
        "not_due" => Say("未到期", "not due yet"),
        "open" => Say("办理中", "open"),
        "due_soon" => Say("临期", "due soon"),
        "done" => Say("完成", "done"),
        "late" => Say("逾期", "late"),
        "claimed" => Say("已报完成,待核", "claimed, not checked"),
        _ => Say("豁免", "waived"),
    };

    public string WorkingDays(DutyView duty) => duty.Light switch
    {
        "late" => Say($"逾期 {-duty.WorkingDays} 个工作日", $"{-duty.WorkingDays} working days late"),
        "open" or "due_soon" => Say($"还有 {duty.WorkingDays} 个工作日", $"{duty.WorkingDays} working days left"),
        _ => "",
    };

    public string AcceptanceOf(AcceptanceView a) =>
        a.WithdrawnFor is not null ? Say("已撤回", "withdrawn")
        : a.ClosedAt is not null ? Say("已销号", "closed")
        : a.Objection.Length > 0 ? Say($"有异议:{a.Objection}", $"objected: {a.Objection}")
        : a.AcceptedAt is not null ? Say("已签收", "accepted")
        : Say("未签收", "not yet");

    public string Because(BecauseView why) => Say(why.Text, why.TextEn);
}
