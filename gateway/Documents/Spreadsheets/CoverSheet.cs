using System.Globalization;
using Federation.Domain.Reports;

namespace Federation.Documents.Spreadsheets;

/// <summary>封面: what the workbook is, where the report stands, how to fill it in.</summary>
internal static class CoverSheet
{
    public const string Name = "封面";

    private static readonly string[] HowTo =
    [
        "1.只填白格。灰格是合计,自动计算;黄格是上年结转,已锁定;填完后变红的格,勾稽关系不平。",
        "2.件数填整数,金额填万元(至多六位小数),只填数字,不带“件”“元”等单位。",
        "3.确实没有填“无”,不适用填“/”,本期不要求填“-”。空白表示没有填,不等于 0。",
        "4.文字部分在“文字”表,一段一行;需要增加段落时在下面插入一行,代码和部分可不填。",
        "5.对系统提示的说明填在“处置”表:规则代码、位置、理由、依据材料、有效期、填写人。",
        "6.可以插入或删除空行,请不要改动表头文字。工作表保护没有密码。",
        "7.填好后整个文件交回。导入时逐格核对,每个问题都指明工作表和单元格。",
    ];

    public static void Write(SheetWriter sheet, string title, IEnumerable<(string Key, string Value)> facts)
    {
        sheet.Begin(new SheetSetup([22, 66]));
        var row = 1;
        sheet.Row(row, 44);
        sheet.Write(1, title, SheetStyle.Title);
        sheet.Merge(Across(row));
        foreach (var (key, value) in facts)
        {
            sheet.Row(++row, Math.Max(22, (TextWidth.Lines(value, 64) * 15) + 7));
            sheet.Write(1, key, SheetStyle.Key);
            sheet.Write(2, value, SheetStyle.Value);
        }
        row++;
        foreach (var text in HowTo.Prepend("填写说明"))
        {
            sheet.Row(++row, 22);
            sheet.Write(1, text, SheetStyle.Note);
            sheet.Merge(Across(row));
        }
    }

    /// <summary>A period as people write it: 2024年.</summary>
    public static string Period(PeriodId period) =>
        period.Kind == PeriodKind.Annual ? string.Create(CultureInfo.InvariantCulture, $"{period.Year}年") : period.ToString();

    /// <summary>A form with its basis.</summary>
    public static string Form(ReportForm form) => Punctuation.FullWidth($"{form.Id}({form.Basis})");

    private static CellRange Across(int row) => new(new CellAddress(row, 1), new CellAddress(row, 2));

    public static IEnumerable<(string Key, string Value)> Facts(ReportDocument report)
    {
        var status = report.Status;
        yield return ("单位名称", report.UnitName);
        yield return ("单位代码", report.Unit.Value);
        yield return ("上级", string.Join(" / ", report.Path));
        yield return ("报告期", Period(report.Period));
        yield return ("起止", string.Create(CultureInfo.InvariantCulture, $"{report.Period.Year}年1月1日至{report.Period.Year}年12月31日"));
        yield return ("表式", Form(report.Form));
        yield return ("范围", report.ScopeText);
        yield return ("状态", Punctuation.FullWidth(status.State + (report.IsNil ? "(零报告:各项均为“无”)" : "")));
        if (status.Version > 0)
            yield return ("版本", string.Create(CultureInfo.InvariantCulture, $"第{status.Version}版"));
        if (status.SealedAt is { } at)
            yield return ("报送时间", DocumentDates.Moment(at));
        if (status.SealedBy.Length > 0)
            yield return ("报送人", status.SealedBy);
        if (status.ContentHash.Length > 0)
            yield return ("内容摘要(SHA-256)", status.ContentHash);
        foreach (var note in status.Corrections)
            yield return (string.Create(CultureInfo.InvariantCulture, $"更正说明(第{note.Version}版)"), note.Text);
    }
}
