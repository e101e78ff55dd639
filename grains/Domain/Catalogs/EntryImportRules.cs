using Federation.Domain.Findings;

namespace Federation.Domain.Catalogs;

/// <summary>CT-50x: rules of files with entries read in. What an entry itself must have is judged by the rules of catalogs, wherever it comes from.</summary>
public static class EntryImportRules
{
    private const string Own = "本系统公开目录导入规则";

    /// <summary>CT-501</summary>
    public static Rule NoTable { get; } = new("CT-501", Severity.Error, "没有找到表头:须有“标题”和至少一个其他栏目", "no heading row: a title and at least one other column are needed", Own);

    /// <summary>CT-502</summary>
    public static Rule ColumnUnknown { get; } = new("CT-502", Severity.Warning, "不认识的栏目,没有读入", "the column is not known and was not taken", Own);

    /// <summary>CT-503</summary>
    public static Rule IdByOrder { get; } = new("CT-503", Severity.Warning, "几行的标题和其他标识相同,编号按先后排定;请填写条目编号或索引号", "several rows say the same of themselves and are told apart by their order; give an entry id or an index number", Own);

    /// <summary>CT-504</summary>
    public static Rule RowTwice { get; } = new("CT-504", Severity.Warning, "与前面一行完全相同,只取一次", "the row repeats an earlier one word for word and is taken once", Own);

    /// <summary>CT-505</summary>
    public static Rule KindMissing { get; } = new("CT-505", Severity.Error, "没有写明类型,或没有这一类型", "the kind is not given, or there is no such kind", Own);

    /// <summary>CT-506</summary>
    public static Rule BadCell { get; } = new("CT-506", Severity.Error, "这一格不能识别", "the cell cannot be understood", Own);

    /// <summary>CT-507</summary>
    public static Rule MixedEncoding { get; } = new("CT-507", Severity.Warning, "文件混用两种编码(UTF-8 和 GB18030),已逐行识别,请核对", "the file mixes two encodings (UTF-8 and GB18030); each line was read in its own: please check", Own);

    /// <summary>CT-508</summary>
    public static Rule Broken { get; } = new("CT-508", Severity.Error, "有乱码,没有读入", "characters are damaged; the row was not taken", Own);

    /// <summary>CT-509</summary>
    public static Rule IdTwice { get; } = new("CT-509", Severity.Error, "同一条目编号在文件中出现两次", "the entry id stands twice in the file", Own);

    /// <summary>CT-510</summary>
    public static Rule BadShape { get; } = new("CT-510", Severity.Error, "JSON 不符合公布的条目结构(federation-entry-1)", "the JSON does not have the published structure of an entry (federation-entry-1)", Own);

    /// <summary>CT-511</summary>
    public static Rule NothingRemoved { get; } = new("CT-511", Severity.Error, "文件有错或为空,不据此删除任何条目", "the file has faults or holds nothing: no entry is removed because of it", "本系统防误删规则");

    /// <summary>CT-512</summary>
    public static Rule TooMany { get; } = new("CT-512", Severity.Error, "条目过多,工作簿放不下,请用 CSV 或 JSON", "more entries than a workbook can hold: use CSV or JSON", Own);

    /// <summary>CT-513</summary>
    public static Rule CompleteWithoutReason { get; } = new("CT-513", Severity.Error, "按完整清单导入会删除未列条目,须写明理由", "importing as complete removes what is not listed: a reason is needed", "本系统防误删规则");

    /// <summary>CT-514</summary>
    public static Rule SampleRow { get; } = new("CT-514", Severity.Warning, "示例行,没有读入", "a sample row was not taken", Own);

    /// <summary>CT-515</summary>
    public static Rule CellWithoutColumn { get; } = new("CT-515", Severity.Error, "多半是文字里的逗号没有加引号,整行错位,没有读入", "mostly a comma in a text that is not in quotation marks, which shifts the row: it was not taken", Own);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
        [NoTable, ColumnUnknown, IdByOrder, RowTwice, KindMissing, BadCell, MixedEncoding, Broken, IdTwice, BadShape, NothingRemoved, TooMany, CompleteWithoutReason, SampleRow, CellWithoutColumn];
}
