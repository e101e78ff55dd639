#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Domain.Findings;
using Federation.Domain.Reports;
using Federation.Web.Reports;

namespace Federation.Web.Desk.Text;

/// <summary>Filling in, handing in, sealing.</summary>
public sealed partial class DeskWords
{
    public string EditorOf(string name, string period) => Say($"{name} {period}报告填报", $"{name}: report for {period}");
    public string DueOn(DateOnly day) => Say($"报送期限 {Numbers.Day(day)}", $"due {Numbers.Day(day)}");
    public string ReadView => Say("阅看", "Read only");
    public string SaveDraft => Say("保存草稿", "Save draft");
    public string DraftFromNumbers => Say("按数字起草空白文字", "Draft empty prose from the figures");
    public string DraftThis => Say("按数字重新起草这一部分", "Draft this section anew from the figures");
    public string Unlock => Say("解锁结转数", "Unlock carried-over cells");
    public string Saving => Say("正在保存", "Saving");
    public string SavedAt => Say("已自动保存", "Saved");
    public string SaveFailed => Say("未能保存,将自动重试;请勿关闭页面", "Not saved; trying again. Keep this page open");
    public string Pasted => Say("已粘贴格数", "Cells pasted");
    public string ConflictFound => Say("有单元格已被他人改动,请选择", "Somebody else changed a cell; please choose");
    public string AutosaveNeedsScript => Say("修改后请保存草稿。", "Save the draft after changes.");
    public string KeysHint => Say("方向键、回车、Tab 在单元格间移动;可从 Excel 整块粘贴。没有的填“无”或 0,不适用填“/”。合计由系统计算。", "Move with the arrow keys, Enter and Tab; paste whole blocks from Excel. Write 无 or 0 for none, / for not applicable. Sums are computed.");
    public string CarriedHint => Say("带底纹的单元格由上年已签发报告结转,已锁定;确需改动的先解锁,并说明理由和依据。", "Shaded cells are carried over from last year's sealed report and locked; to change one, unlock it and give reason and evidence.");
    public string ConflictTitle => Say("以下内容您编辑时已被他人改动,请逐项选择:", "These were changed by somebody else while you edited. Choose for each:");
    public string Mine => Say("您填的", "Yours");
    public string Theirs => Say("他人填的", "Theirs");
    public string KeepMine => Say("用我的", "Use mine");
    public string KeepTheirs => Say("用他人的", "Use theirs");
    public string Blank => Say("空白", "blank");
    public string MustCover(IEnumerable<string> topics) => Say("应写明:", "The form asks for: ") + string.Join("、", topics);
    public string HandIn => Say("报送", "Hand in");
    public string HandInHint => Say("报送后由本单位另一人签发;签发前仍可修改后重新报送。", "After that another person of your unit seals it; until then it may be changed and handed in again.");
    public string CorrectionReason => Say("更正理由(必填)", "Reason of the correction (required)");
    public string Findings => Say("校验结果", "Findings");
    public string NoFindings => Say("没有发现问题。", "Nothing found.");
    public string Dispose => Say("处置提示", "Dispose of a finding");
    public string DisposeHint => Say("属实的提示可写明理由后保留;与上年不衔接的须附依据。处置随报告上报。", "A warning that is right may stand with a reason; a break with last year needs evidence. It travels with the report.");
    public string WhichFinding => Say("哪一条", "Which finding");
    public string Reason => Say("理由", "Reason");
    public string Evidence => Say("依据(文件名称和文号)", "Evidence (document and number)");
    public string Until => Say("有效期至(可不填)", "Valid until (optional)");
    public string SentBackBy(string by) => Say($"签发人 {by} 退改:", $"Sent back by the approver {by}:");
    public string ReturnedBy(string by) => Say($"上级 {by} 退回:", $"Returned by the superior {by}:");
    public string Colon => Say(":", ": ");

    public string Weight(Severity severity) => severity switch
    {
        Severity.Error => Say("差错", "Error"),
        Severity.Warning => Say("提示", "Warning"),
        _ => Say("已处置", "Disposed"),
    };

    public string PlaceOf(ReportForm form, string where) =>
        form.Find(where) is { } cell ? Say(cell.Label, cell.LabelEn)
        : form.Prose.FirstOrDefault(s => where.StartsWith(s.Id, StringComparison.Ordinal)) is { } section ? Say(section.Title, section.TitleEn)
        : where;
}
