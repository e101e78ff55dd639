using Federation.Domain.Findings;

namespace Federation.Documents.Import;

/// <summary>IM: rules of files read in. 00x judge the file, 01x whose report it is, 02x its cells, 03x everything else it says.</summary>
public static class ImportRules
{
    private const string OwnRule = "本系统规则";
    private const string Format = "国办公开办函〔2021〕30号";
    private const string Digits = "《出版物上数字用法》(GB/T 15835—2011)";

    /// <summary>IM-001</summary>
    public static Rule EmptyFile { get; } = new("IM-001", Severity.Error, "文件是空的", "the file is empty", OwnRule);

    /// <summary>IM-002</summary>
    public static Rule OldWorkbook { get; } = new("IM-002", Severity.Error, "旧格式(.xls)不能读取,请另存为 .xlsx", "the old .xls format is not read; save it as .xlsx", OwnRule);

    /// <summary>IM-003</summary>
    public static Rule Encrypted { get; } = new("IM-003", Severity.Error, "文件设有打开密码,请去掉密码再导入", "the file is protected by a password; remove it first", OwnRule);

    /// <summary>IM-004</summary>
    public static Rule Damaged { get; } = new("IM-004", Severity.Error, "文件已损坏,不能读取", "the file is damaged and cannot be read", OwnRule);

    /// <summary>IM-005</summary>
    public static Rule TooBig { get; } = new("IM-005", Severity.Error, "文件过大,或解压后过大", "the file is too big, or grows too big when unpacked", OwnRule);

    /// <summary>IM-006</summary>
    public static Rule UnknownKind { get; } = new("IM-006", Severity.Error, "不认识的文件类型;可导入 .xlsx、.json 和含有它们的 .zip", "unknown kind of file; .xlsx, .json and .zip of these are read", OwnRule);

    /// <summary>IM-007</summary>
    public static Rule NoReport { get; } = new("IM-007", Severity.Error, "文件中没有找到年度报告的表格", "no table of a report is found in the file", Format);

    /// <summary>IM-010</summary>
    public static Rule UnitUnknown { get; } = new("IM-010", Severity.Error, "没有单位代码,或代码不认识", "the unit code is not given or not known", OwnRule);

    /// <summary>IM-011</summary>
    public static Rule UnitMismatch { get; } = new("IM-011", Severity.Error, "单位名称与单位代码不符", "the unit's name and its code disagree", OwnRule);

    /// <summary>IM-012</summary>
    public static Rule UnitTwice { get; } = new("IM-012", Severity.Error, "同一单位在一次导入中出现两次", "one unit is given twice in one import", OwnRule);

    /// <summary>IM-013</summary>
    public static Rule PeriodUnknown { get; } = new("IM-013", Severity.Error, "没有报告年度,或写法不对", "the report year is not given or not readable", Format);

    /// <summary>IM-014</summary>
    public static Rule FormUnknown { get; } = new("IM-014", Severity.Error, "没有这个表式", "there is no such form", Format);

    /// <summary>IM-015: a fault seen in published reports, DOMAIN 7.3 no. 10.</summary>
    public static Rule WrongForm { get; } = new("IM-015", Severity.Error, "表格是另一年度的表式", "the tables are of the form of other years", Format);

    /// <summary>IM-016</summary>
    public static Rule ScopeUnknown { get; } = new("IM-016", Severity.Error, "范围应为“本机关”或“全辖区”", "the scope is neither 本机关 nor 全辖区", OwnRule);

    /// <summary>IM-017</summary>
    public static Rule PlaceMissing { get; } = new("IM-017", Severity.Error, "表格缺行或缺列,或表头文字被改动", "rows or columns are missing, or their headings were changed", Format);

    /// <summary>IM-020</summary>
    public static Rule TextInNumber { get; } = new("IM-020", Severity.Error, "数字格里是文字", "a number cell holds text", Digits);

    /// <summary>IM-021: a fault seen in published reports, DOMAIN 7.3 no. 13.</summary>
    public static Rule UnitInNumber { get; } = new("IM-021", Severity.Error, "数字格里带了单位", "a number cell holds a unit of measure", Format + "(表头已注明单位)");

    /// <summary>IM-022</summary>
    public static Rule Decimals { get; } = new("IM-022", Severity.Error, "件数应为整数", "a count is a whole number", Format);

    /// <summary>IM-023: kept as typed; <see cref="Domain.Reports.ReportRules.Negative"/> refuses it when filed.</summary>
    public static Rule Negative { get; } = new("IM-023", Severity.Warning, "数字为负", "the figure is below zero", Format);

    /// <summary>IM-024</summary>
    public static Rule FormulaError { get; } = new("IM-024", Severity.Error, "公式出错", "the formula gives an error", OwnRule);

    /// <summary>IM-025</summary>
    public static Rule DateInNumber { get; } = new("IM-025", Severity.Error, "数字格里是日期", "a number cell holds a date", OwnRule);

    /// <summary>IM-026</summary>
    public static Rule Merged { get; } = new("IM-026", Severity.Error, "数字格被合并,无法判断属于哪一格", "figure cells are merged, so the value belongs to none of them", Format);

    /// <summary>IM-027</summary>
    public static Rule BadAmount { get; } = new("IM-027", Severity.Error, "金额应为十进制数,单位万元,至多六位小数", "an amount is a decimal in 万元 with at most six places", Format);

    /// <summary>IM-028</summary>
    public static Rule OutOfRange { get; } = new("IM-028", Severity.Error, "数字超出可表示的范围", "the figure is out of range", OwnRule);

    /// <summary>IM-030</summary>
    public static Rule SectionUnknown { get; } = new("IM-030", Severity.Error, "报告没有这一部分", "the report has no such section", Format);

    /// <summary>IM-031</summary>
    public static Rule BadDisposition { get; } = new("IM-031", Severity.Error, "处置缺规则代码,或有效期写法不对(应为 年-月-日)", "a disposition lacks its rule, or its last day is not written YYYY-MM-DD", OwnRule);

    /// <summary>IM-032</summary>
    public static Rule BadShape { get; } = new("IM-032", Severity.Error, "JSON 文件不符合公布的结构", "the JSON file does not have the published structure", OwnRule + "(docs/schemas/report-1.json)");

    /// <summary>IM-033</summary>
    public static Rule HashDiffers { get; } = new("IM-033", Severity.Warning, "内容与文件所记摘要不符:导出后有过改动", "the content differs from the hash in the file: it was changed after the export", OwnRule);

    /// <summary>IM-034</summary>
    public static Rule NotTaken { get; } = new("IM-034", Severity.Warning, "这一项没有读入", "this member was not taken over", OwnRule);

    /// <summary>All rules of this family.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        EmptyFile, OldWorkbook, Encrypted, Damaged, TooBig, UnknownKind, NoReport, UnitUnknown, UnitMismatch, UnitTwice, PeriodUnknown, FormUnknown, WrongForm,
        ScopeUnknown, PlaceMissing, TextInNumber, UnitInNumber, Decimals, Negative, FormulaError, DateInNumber, Merged, BadAmount, OutOfRange, SectionUnknown,
        BadDisposition, BadShape, HashDiffers, NotTaken,
    ];
}
