using System.Text;
using Federation.Domain.Reports;

namespace Federation.Documents.Bundles;

/// <summary>One report as a table of its cells, for spreadsheets and statistics: UTF-8 with the mark that Excel needs, RFC 4180.</summary>
public static class ReportCsv
{
    private static readonly string[] Columns = ["单位代码", "单位名称", "报告期", "范围", "单元格", "表", "行", "列", "数值", "状态"];

    /// <summary>Writes one row for each cell. 数值 is empty unless a number was entered; 状态 says why.</summary>
    public static void Write(Stream to, ReportDocument report)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Row(text, Columns);
        foreach (var cell in report.Form.Cells)
        {
            var value = report.Content.Figures[cell.Index];
            var table = report.Form.Tables.First(t => t.Id == cell.Table);
            Row(
                text, report.Unit.Value, report.UnitName, report.Period.ToString(), report.ScopeText, cell.Id, $"{table.Section}、{table.Title}", cell.Row, cell.Column,
                value.State == CellState.Number ? CellMarks.Text(cell, value) : "", StateName(value.State));
        }
    }

    private static string StateName(CellState state) => state switch
    {
        CellState.Number => "数字",
        CellState.Nil => "无",
        CellState.NotApplicable => "不适用",
        CellState.Missing => "未填",
        _ => "本期不要求",
    };

    private static void Row(StreamWriter text, params string[] fields) => text.WriteLine(string.Join(',', fields.Select(Field)));

    private static string Field(string field)
    {
        // A name that begins like a formula would be computed by the spreadsheet that opens it; a negative number is meant.
        if (field.Length > 0 && (field[0] is '=' or '+' or '@' or '\t' or '\r' || (field[0] == '-' && !char.IsAsciiDigit(field.ElementAtOrDefault(1)))))
            field = "'" + field;
        return field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }
}
