#pragma warning disable CS1591 // each member is the sentence it names
using Federation.Documents.Catalogs.Import;
using Federation.Domain.Catalogs;

namespace Federation.Web.Desk.Text;

/// <summary>Words of the import of catalog entries.</summary>
public sealed partial class DeskWords
{
    public string EntryImport => Say("公开目录导入", "Import catalog entries");
    public string EntryTemplate => Say("下载填报表(每类一张)", "Download the table to fill in (a sheet for each kind)");
    public string EntryFileHint => Say("Excel 工作簿、CSV、JSON,最大 64 MB。先试导入,列出与现有目录的差异,不作任何记录;送审后由他人审查,通过后公开。", "A workbook, CSV or JSON, up to 64 MB. The dry run shows how it differs from the catalog and records nothing; what is handed in is public once others have reviewed it.");
    public string EntryKindIfAny => Say("未写明类型的行按", "Kind of rows that do not say theirs");
    public string EntryKindNotSaid => Say("(不指定,逐行写明)", "(none: each row says its own)");
    public string EntryComplete => Say("这是完整目录:未列条目申请撤回,由另一人同意后删除", "This is the whole catalog: what it does not list is asked to be withdrawn, and removed once another person agrees");
    public string EntryRemovalReason => Say("撤回理由(完整目录须填)", "Why entries are withdrawn (needed for a whole catalog)");
    public string EntryPush => Say("送审", "Hand in for review");
    public string EntryDifferences => Say("与现有目录的差异", "Differences from the catalog");
    public string EntryChange => Say("变化", "Change");
    public string EntryTitle => Say("标题", "Title");
    public string EntryId => Say("条目编号", "Entry id");
    public string EntryColumns => Say("改动的栏目", "Columns that differ");

    public string EntryOutcomeOf(bool pushed, string file) => pushed ? Say($"已导入:{file}", $"Imported: {file}") : Say($"试导入结果:{file}", $"Dry run of {file}");

    public string EntrySums(EntrySums sums) =>
        Say($"新增 {sums.Added},改动 {sums.Altered},相同 {sums.Same},删除 {sums.Removed},未收 {sums.Refused}。", $"{sums.Added} new, {sums.Altered} changed, {sums.Same} the same, {sums.Removed} removed, {sums.Refused} not taken.")
        + (sums.Waiting == 0 ? "" : Say($"其中 {sums.Waiting} 条由他人审查后公开。", $" {sums.Waiting} of them are public once others have reviewed them."))
        + (sums.Holds.IsEmpty ? "" : Say($"删除待另一人确认,编号 {string.Join("、", sums.Holds)}。", $" Removals wait for a second person under {string.Join(", ", sums.Holds)}."));

    public string EntryFateOf(EntryStep step) => (step.Fate, step.Outcome) switch
    {
        (EntryFate.New, EntryOutcome.Held) => Say("新增,待审查", "New, to be reviewed"),
        (EntryFate.Altered, EntryOutcome.Held) => Say("改动,待审查", "Changed, to be reviewed"),
        (EntryFate.New, _) => Say("新增", "New"),
        (EntryFate.Altered, _) => Say("改动", "Changed"),
        (_, EntryOutcome.Held) => Say("删除,待他人同意", "Removed once another person agrees"),
        _ => Say("删除", "Removed"),
    };
}
